/// Where each item lies among those of the other class.
struct Placements {
    /// For each positive the share of the negatives below it, ties counted half.
    let ofPositives: [Double]

    /// For each negative the share of the positives above it, ties counted half.
    let ofNegatives: [Double]

    /// The area under the ROC curve.
    let area: Double

    /// - Throws: `EvaluationError` if the lists differ in length, a score is not a number, or there are
    ///   fewer than two items of a class.
    init(scores: [Double], labels: [Bool]) throws {
        try requireSameLength("scores", scores.count, "labels", labels.count)
        try requireNumbers(scores)
        let positives = labels.indices.filter { labels[$0] }
        let negatives = labels.indices.filter { !labels[$0] }
        guard !positives.isEmpty, !negatives.isEmpty else {
            throw EvaluationError.onlyOneClass(isPositive: negatives.isEmpty, count: labels.count)
        }
        for (name, items) in [("positive items", positives), ("negative items", negatives)]
        where items.count < 2 {
            throw EvaluationError.tooFew(name: name, found: items.count, needed: 2)
        }
        let (m, n) = (Double(positives.count), Double(negatives.count))
        // The rank among all less the rank among one's own class counts the others below.
        let ranks = midranks(scores)
        let below = zip(positives, midranks(positives.map { scores[$0] }))
            .map { ranks[$0] - $1 }
        let above = zip(negatives, midranks(negatives.map { scores[$0] }))
            .map { m - (ranks[$0] - $1) }
        ofPositives = below.map { $0 / n }
        ofNegatives = above.map { $0 / m }
        // Halves, so exact.
        area = below.reduce(0, +) / (m * n)
    }

    /// The covariance of two areas of the same items, or the variance of one.
    func covariance(with other: Placements) -> Double {
        sampleCovariance(ofPositives, other.ofPositives) / Double(ofPositives.count)
            + sampleCovariance(ofNegatives, other.ofNegatives) / Double(ofNegatives.count)
    }
}

extension Placements {
    /// The variance of the difference of two areas of the same items: Var_1 + Var_2 - 2 Cov, computed from
    /// the items' differences, so that nothing is left over where they are all alike.
    func varianceOfDifference(from other: Placements) -> Double {
        let positives = zip(ofPositives, other.ofPositives).map { $0 - $1 }
        let negatives = zip(ofNegatives, other.ofNegatives).map { $0 - $1 }
        return sampleCovariance(positives, positives) / Double(positives.count)
            + sampleCovariance(negatives, negatives) / Double(negatives.count)
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
