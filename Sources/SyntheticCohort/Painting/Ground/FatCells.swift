/// The honeycomb of fat tissue: cells around jittered sites, each place belonging to the nearest.
struct FatCells {
    let key: UInt64
    private static let spacing: Float = 68

    /// How far a place lies from the membrane between the two nearest cells, in micrometres.
    ///
    /// Source: Worley, A cellular texture basis function, SIGGRAPH, 1996.
    func distanceToEdge(x: Float, y: Float) -> Float {
        let column = Int((x / Self.spacing + 4096)) - 4096
        let row = Int((y / Self.spacing + 4096)) - 4096
        var nearest = Float.greatestFiniteMagnitude
        var second = nearest
        for j in row &- 1...row &+ 1 {
            for i in column &- 1...column &+ 1 {
                let bits = LatticeHash.bits(key: key ^ 0xfa7, i, j)
                let dx = (Float(i) + 0.1 + 0.8 * LatticeHash.unit(bits, 0)) * Self.spacing - x
                let dy = (Float(j) + 0.1 + 0.8 * LatticeHash.unit(bits, 1)) * Self.spacing - y
                let distance = dx * dx + dy * dy
                if distance < nearest {
                    second = nearest
                    nearest = distance
                } else if distance < second {
                    second = distance
                }
            }
        }
        return (second.squareRoot() - nearest.squareRoot()) / 2
    }
}
