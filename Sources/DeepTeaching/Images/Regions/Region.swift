/// One connected region of a mask, and all that is to be measured of it.
///
/// The measures are those of the scikit-image library, but for `longestDiameter`. A length is in
/// pixels, an area in square pixels.
public struct Region: Sendable, Equatable {
    /// Neighbouring pixels of one row: columns `start` up to but not including `end`.
    struct Run: Sendable, Equatable {
        let row: Int32
        let start: Int32
        let end: Int32
    }

    /// Its number in the label image.
    public let label: Int

    /// The number of pixels.
    public let area: Int

    /// The smallest rectangle that holds all pixels.
    public let boundingBox: PixelRectangle

    /// The mean of the pixels' centres: for a single pixel in column 0 and row 0 (0.5, 0.5).
    public let centroid: PixelPoint

    /// All pixels, row by row from the top, each row from left to right.
    let runs: ArraySlice<Run>

    /// The sums over all pixels from which centroid and covariance come.
    let sums: CoordinateSums

    /// - Parameter runs: at least one.
    init(label: Int, runs: ArraySlice<Run>) {
        self.label = label
        self.runs = runs
        var sums = CoordinateSums()
        var (left, right) = (Int32.max, Int32.min)
        for run in runs {
            sums.add(run)
            left = min(left, run.start)
            right = max(right, run.end)
        }
        let (top, bottom) = (Int(runs[runs.startIndex].row), Int(runs[runs.endIndex - 1].row) + 1)
        self.sums = sums
        area = sums.count
        boundingBox = PixelRectangle(
            x: Int(left), y: top, width: Int(right) - Int(left), height: bottom - top)
        let n = Double(sums.count)
        centroid = PixelPoint(x: Double(sums.x) / n + 0.5, y: Double(sums.y) / n + 0.5)
    }

    /// The area as a share of the bounding box.
    public var extent: Double { Double(area) / Double(boundingBox.area) }

    /// Whether both are the same pixels under the same number; then all measures are equal.
    public static func == (a: Region, b: Region) -> Bool { a.label == b.label && a.runs == b.runs }
}

/// Sums over the columns and rows of pixels, in whole numbers.
struct CoordinateSums: Sendable {
    private(set) var count = 0
    private(set) var x = 0
    private(set) var y = 0
    private(set) var xx = 0
    private(set) var yy = 0
    private(set) var xy = 0

    mutating func add(_ run: Region.Run) {
        let (y, start, end) = (Int(run.row), Int(run.start), Int(run.end))
        let n = end &- start
        // The sum of x over the run.
        let x = (start &+ end &- 1) &* n / 2
        count &+= n
        self.x &+= x
        self.y &+= n &* y
        xx &+= squares(below: end) &- squares(below: start)
        yy &+= n &* y &* y
        xy &+= x &* y
    }

    private func squares(below n: Int) -> Int { (n &- 1) &* n &* (2 &* n &- 1) / 6 }

    /// The mean of (x - mean x)^2, (y - mean y)^2 and (x - mean x)(y - mean y).
    var covariance: (xx: Double, yy: Double, xy: Double) {
        (centralMoment(xx, x, x), centralMoment(yy, y, y), centralMoment(xy, x, y))
    }

    /// (n sum ab - sum a sum b) / n^2, in whole numbers up to the division.
    private func centralMoment(_ ab: Int, _ a: Int, _ b: Int) -> Double {
        let product = count.multipliedReportingOverflow(by: ab)
        let square = a.multipliedReportingOverflow(by: b)
        let n = Double(count)
        if product.overflow || square.overflow {
            return Double(ab) / n - Double(a) / n * (Double(b) / n)
        }
        return Double(product.partialValue - square.partialValue) / n / n
    }
}
