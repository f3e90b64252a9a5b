/// How often what is said to be so sure is true: a reliability diagram.
///
/// Items are put into bins by their probability. In each bin the mean probability should be the share of
/// positives: of a hundred patches called 80 % sure, 80 should be tumour. Below the diagonal the
/// probabilities are too sure.
public struct CalibrationCurve: Sendable, Equatable, Codable {
    /// Items of about the same probability.
    public struct Bin: Sendable, Equatable, Codable {
        /// The probabilities of the bin are above this (or equal, in the first bin) ...
        public let lower: Double

        /// ... and at most this.
        public let upper: Double

        /// The number of items in it; at least 1.
        public let count: Int

        /// The mean of their probabilities.
        public let meanProbability: Double

        /// The share of them that are positive.
        public let positiveShare: Double
    }

    /// How the range of probabilities is cut into bins.
    public enum Binning: String, Sendable, Codable, CaseIterable {
        /// Bins of equal width from 0 to 1; many may be empty.
        case uniform

        /// Bins of about equally many items, between the quantiles of the probabilities.
        case quantile
    }

    /// The bins that hold an item, by rising probability.
    public let bins: [Bin]

    /// The number of items.
    public var count: Int { bins.reduce(0) { $0 + $1.count } }

    /// Expected calibration error: sum_b n_b / N |positive share - mean probability|.
    ///
    /// It depends on the bins, and can be 0 for probabilities that say nothing, such as the share of
    /// positives for every item: look at the ``BrierScore`` too.
    public var expectedCalibrationError: Double {
        bins.reduce(0) { sum, bin in
            sum + Double(bin.count) / Double(count) * abs(bin.positiveShare - bin.meanProbability)
        }
    }

    /// The largest |positive share - mean probability| of a bin.
    public var maximumCalibrationError: Double {
        bins.map { abs($0.positiveShare - $0.meanProbability) }.max() ?? 0
    }

    /// The curve of the probabilities of being positive.
    ///
    /// - Parameters:
    ///   - probabilities: numbers from 0 to 1.
    ///   - labels: whether each item is positive; one class alone will do.
    ///   - bins: their number, from 1 to 100,000; empty ones are left out.
    ///   - binning: how they are cut.
    /// - Throws: `EvaluationError` if there is no item, the lists differ in length, a probability is not
    ///   from 0 to 1, or the number of bins cannot be used.
    ///
    /// Source: DeGroot and Fienberg, The comparison and evaluation of forecasters, The Statistician,
    /// 1983.
    public init(
        probabilities: [Double], labels: [Bool], bins: Int = 10, binning: Binning = .uniform
    ) throws {
        try requireSameLength("probabilities", probabilities.count, "labels", labels.count)
        try requireProbabilities(probabilities)
        let edges = try binning.edges(of: probabilities, bins: bins)
        let numbers = probabilities.map { edges.bin(of: $0) }
        var counts = [Int](repeating: 0, count: bins)
        var positives = counts
        var sums = [Double](repeating: 0, count: bins)
        for (item, bin) in numbers.enumerated() {
            counts[bin] += 1
            positives[bin] += labels[item] ? 1 : 0
            sums[bin] += probabilities[item]
        }
        self.bins = counts.indices.filter { counts[$0] > 0 }.map { bin in
            Bin(
                lower: edges.values[bin], upper: edges.values[bin + 1], count: counts[bin],
                meanProbability: sums[bin] / Double(counts[bin]),
                positiveShare: Double(positives[bin]) / Double(counts[bin]))
        }
    }

    /// The curve of how sure the most probable class is against how often it is right: `positiveShare`
    /// is the share of right predictions.
    ///
    /// - Parameters:
    ///   - probabilities: axes [items, classes]; each row sums to 1.
    ///   - labels: the class of each item, from 0.
    /// - Throws: `EvaluationError` if there is no item, the probabilities are none, a label is missing or
    ///   out of range, or the number of bins cannot be used.
    ///
    /// Source: Guo et al., On calibration of modern neural networks, ICML, 2017.
    public init<Scalar: TensorScalar>(
        probabilities: Tensor<Scalar>, labels: [Int], bins: Int = 10, binning: Binning = .uniform
    ) throws {
        let table = try ClassTable(probabilities: probabilities, labels: labels)
        let rows = labels.indices.map { Array(table.row($0)) }
        // Of equally probable classes the first is predicted.
        let predictions = rows.map { row in row.firstIndex(of: row.max() ?? 0) }
        try self.init(
            probabilities: rows.map { $0.max() ?? 0 },
            labels: zip(predictions, labels).map { $0 == $1 }, bins: bins, binning: binning)
    }
}
