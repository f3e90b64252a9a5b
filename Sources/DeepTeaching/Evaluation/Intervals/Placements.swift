/// Where each item lies among those of the other class, in counts: wholes and halves, so exact.
struct Placements {
    /// For each positive the number of negatives below it, ties counted half.
    private let ofPositives: [Double]

    /// For each negative the number of positives above it, ties counted half.
    private let ofNegatives: [Double]

    /// The number of positives, m.
    var positives: Int { ofPositives.count }

    /// The number of negatives, n.
    var negatives: Int { ofNegatives.count }

    /// The area under the ROC curve: the share of pairs in the right order.
    var area: Double { ofPositives.reduce(0, +) / (Double(positives) * Double(negatives)) }

    /// The rank among all less the rank among one's own class counts the others below.
    ///
    /// - Throws: `EvaluationError` if the lists differ in length, a score is not a number, or there are
    ///   fewer than two items of a class.
    init(scores: [Double], labels: [Bool]) throws {
        try requireSameLength("scores", scores.count, "labels", labels.count)
        try requireNumbers(scores)
        let positives = labels.indices.filter { labels[$0] }
        let negatives = labels.indices.filter { !labels[$0] }
        try Self.requireItems(positives.count, negatives.count)
        let ranks = midranks(scores)
        ofPositives = zip(positives, midranks(positives.map { scores[$0] }))
            .map { ranks[$0] - $1 }
        ofNegatives = zip(negatives, midranks(negatives.map { scores[$0] }))
            .map { Double(positives.count) - (ranks[$0] - $1) }
    }

    private static func requireItems(_ positives: Int, _ negatives: Int) throws {
        guard positives > 0, negatives > 0 else {
            throw EvaluationError.onlyOneClass(
                isPositive: negatives == 0, count: positives + negatives)
        }
        for (name, count) in [("positive items", positives), ("negative items", negatives)]
        where count < 2 {
            throw EvaluationError.tooFew(name: name, found: count, needed: 2)
        }
    }

    /// The covariance of two areas of the same items, or the variance of one: S_V / m + S_W / n.
    func covariance(with other: Placements) -> Double {
        total(
            sampleCovariance(ofPositives, other.ofPositives),
            sampleCovariance(ofNegatives, other.ofNegatives))
    }

    /// The variance of the difference of two areas of the same items: Var_1 + Var_2 - 2 Cov, computed from
    /// the items' differences, so that nothing is left over where they are all alike.
    func varianceOfDifference(from other: Placements) -> Double {
        let positives = zip(ofPositives, other.ofPositives).map { $0 - $1 }
        let negatives = zip(ofNegatives, other.ofNegatives).map { $0 - $1 }
        return total(
            sampleCovariance(positives, positives), sampleCovariance(negatives, negatives))
    }

    /// The variance of a mean of shares from those of the counts.
    private func total(_ ofPositives: Double, _ ofNegatives: Double) -> Double {
        let (m, n) = (Double(positives), Double(negatives))
        return ofPositives / (n * n) / m + ofNegatives / (m * m) / n
    }
}

/// The rank of each number, from 1; equal numbers share the mean of their ranks.
func midranks(_ numbers: [Double]) -> [Double] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Double](repeating: 0, count: numbers.count)
    var start = 0
    while start < order.count {
        var end = start
        while end < order.count, numbers[order[end]] == numbers[order[start]] { end += 1 }
        for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
        start = end
    }
    return ranks
}

/// 1/(n-1) sum_i (x_i - mean x) (y_i - mean y); 0 where x or y is constant, which rounding would hide.
private func sampleCovariance(_ x: [Double], _ y: [Double]) -> Double {
    if x.allSatisfy({ $0 == x[0] }) || y.allSatisfy({ $0 == y[0] }) { return 0 }
    let meanX = x.reduce(0, +) / Double(x.count)
    let meanY = y.reduce(0, +) / Double(y.count)
    let sum = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return sum / Double(x.count - 1)
}
