import DeepTeaching

extension [PathStep] {
    /// The lines that a pen draws between two moves.
    var polylines: [[PixelPoint]] {
        var lines: [[PixelPoint]] = []
        var pen = PixelPoint(x: 0, y: 0)
        for step in self {
            switch step {
            case .move(let x, let y):
                pen = PixelPoint(x: x, y: y)
                lines.append([])
            case .line(let x, let y): pen = PixelPoint(x: x, y: y)
            case .horizontal(let x): pen.x = x
            case .vertical(let y): pen.y = y
            }
            lines[lines.count - 1].append(pen)
        }
        return lines
    }
}

extension [PixelPoint] {
    /// The pieces of a line that are drawn if it is dashed.
    func dashes(drawn: Double, left: Double) -> [[PixelPoint]] {
        guard let first else { return [] }
        var dashes = [[first]]
        var (isDrawn, rest) = (true, drawn)
        for (start, end) in zip(self, dropFirst()) {
            var pen = start
            while case let distance = pen.distance(from: end), distance > 0 {
                let step = Swift.min(rest, distance)
                pen = step == distance ? end : pen.moved(towards: end, by: step / distance)
                rest -= step
                if isDrawn { dashes[dashes.count - 1].append(pen) }
                if rest > 0 { continue }
                isDrawn.toggle()
                rest = isDrawn ? drawn : left
                if isDrawn { dashes.append([pen]) }
            }
        }
        return dashes
    }
}

extension PixelPoint {
    /// The point a part of the way to another one.
    fileprivate func moved(towards other: PixelPoint, by part: Double) -> PixelPoint {
        PixelPoint(x: x + part * (other.x - x), y: y + part * (other.y - y))
    }

    fileprivate func distance(from other: PixelPoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
}
