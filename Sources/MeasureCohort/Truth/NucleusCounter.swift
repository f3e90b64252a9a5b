import DeepTeaching

/// Counts nuclei in a plane of haematoxylin: places that are darker than all others nearby, once
/// the grain inside nuclei is smoothed away.
struct NucleusCounter {
    let micronsPerPixel: Double

    /// Half the width of the three boxes that smooth, in micrometres: together nearly a Gaussian.
    var smoothing = 0.5

    /// How near two nuclei may stand, in micrometres.
    var leastDistance = 2.2

    /// The share of the 99th percentile that a nucleus must reach.
    var threshold = 0.4

    /// The number of nuclei.
    func count(in hematoxylin: Plane) -> Int {
        let radius = max(1, Int((smoothing / micronsPerPixel).rounded()))
        var smooth = hematoxylin
        for _ in 0..<3 { smooth = smooth.boxFiltered(radius: radius) }
        let reach = Int((leastDistance / micronsPerPixel).rounded())
        let least = Float(threshold * smooth.percentile(99))
        var found = 0
        for y in 0..<smooth.size.height {
            for x in 0..<smooth.size.width where smooth[x: x, y: y] >= least {
                if isHighest(x, y, in: smooth, reach: reach) { found += 1 }
            }
        }
        return found
    }

    /// Whether no other pixel within reach is higher; of equal ones the first in order counts.
    private func isHighest(_ x: Int, _ y: Int, in plane: Plane, reach: Int) -> Bool {
        let value = plane[x: x, y: y]
        for row in max(0, y - reach)...min(plane.size.height - 1, y + reach) {
            for column in max(0, x - reach)...min(plane.size.width - 1, x + reach) {
                let (dx, dy) = (column - x, row - y)
                guard dx * dx + dy * dy <= reach * reach, (dx, dy) != (0, 0) else { continue }
                let other = plane[x: column, y: row]
                if other > value || other == value && (dy, dx) < (0, 0) { return false }
            }
        }
        return true
    }
}

extension Plane {
    /// Each value replaced by the mean of a square around it; at the border of what there is.
    func boxFiltered(radius: Int) -> Plane {
        transposedBoxFilter(radius: radius).transposedBoxFilter(radius: radius)
    }

    /// The mean along rows, with rows and columns exchanged.
    private func transposedBoxFilter(radius: Int) -> Plane {
        let (width, height) = (size.width, size.height)
        var result = Plane(size: PixelSize(width: height, height: width))
        for row in 0..<height {
            for column in 0..<width {
                let range = max(0, column - radius)...min(width - 1, column + radius)
                var sum: Float = 0
                for index in range { sum += values[row * width + index] }
                result.values[column * height + row] = sum / Float(range.count)
            }
        }
        return result
    }
}
