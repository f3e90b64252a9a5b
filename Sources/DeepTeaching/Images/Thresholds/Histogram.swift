/// How often the values of a picture fall into bins of equal width.
public struct Histogram: Sendable, Equatable {
    /// The number of values in each bin.
    public let counts: [Int]

    /// The middle of the first bin.
    public let firstCenter: Double

    /// The width of a bin.
    public let binWidth: Double

    /// A histogram from its counts.
    public init(counts: [Int], firstCenter: Double = 0, binWidth: Double = 1) {
        require(
            counts.allSatisfy { 0 <= $0 && $0 <= (1 << 53) / counts.count },
            "the counts of a histogram go from 0 on, and their sum up to 2^53: \(counts) do not")
        require(
            firstCenter.isFinite && binWidth.isFinite && binWidth >= 0,
            "bins from \(firstCenter) on, \(binWidth) wide, are none")
        self.counts = counts
        self.firstCenter = firstCenter
        self.binWidth = binWidth
    }

    /// The 256 counts of whole numbers from 0 to 255, such as a luma; others are clamped.
    public init(ofBytesIn plane: Plane) {
        self.init(ofBytesIn: plane.values)
    }

    /// The 256 counts of whole numbers from 0 to 255.
    init(ofBytesIn values: [Float]) {
        var counts = [Int](repeating: 0, count: 256)
        for value in values where !value.isNaN { counts[Int(min(255, max(0, value)))] += 1 }
        self.init(counts: counts)
    }

    /// The counts in `bins` bins between the smallest and the largest of some values; the largest
    /// counts to the last bin. Values that are not finite are left out.
    public init(of values: [Float], bins: Int = 256) {
        require(bins > 0, "a histogram needs at least one bin, not \(bins)")
        var (smallest, largest) = (Double.infinity, -Double.infinity)
        for value in values where value.isFinite {
            smallest = min(smallest, Double(value))
            largest = max(largest, Double(value))
        }
        var counts = [Int](repeating: 0, count: bins)
        let width = largest > smallest ? (largest - smallest) / Double(bins) : 0
        for value in values where value.isFinite {
            let bin = width > 0 ? Int((Double(value) - smallest) / width) : 0
            counts[min(bins - 1, bin)] += 1
        }
        let start = smallest.isFinite ? smallest : 0
        self.init(counts: counts, firstCenter: start + width / 2, binWidth: width)
    }

    /// The middle of a bin.
    public func center(of bin: Int) -> Double { firstCenter + binWidth * Double(bin) }

    /// The number of values in all bins.
    public var total: Int { counts.reduce(0, +) }
}
