import DeepTeaching

extension MaskScores {
    /// The share of the borders of all masks that lie between blocks of so many pixels.
    func borders(betweenBlocksOf side: Int) -> Double {
        let counts = masks.map { $0.borders(betweenBlocksOf: side) }
        let all = counts.reduce(0) { $0 + $1.all }
        return Double(counts.reduce(0) { $0 + $1.onLines }) / Double(max(1, all))
    }
}

extension Mask {
    /// The pairs of neighbours of which one is tumour and the other is not, and those of them that lie on
    /// either side of a line between blocks.
    fileprivate func borders(betweenBlocksOf side: Int) -> (onLines: Int, all: Int) {
        var (onLines, all) = (0, 0)
        func count(_ index: Int, before: Int, at place: Int) {
            guard place > 0, pixels[index] != pixels[before] else { return }
            all += 1
            if place % side == 0 { onLines += 1 }
        }
        for y in 0..<size.height {
            for x in 0..<size.width {
                let index = y * size.width + x
                count(index, before: index - 1, at: x)
                count(index, before: index - size.width, at: y)
            }
        }
        return (onLines, all)
    }
}
