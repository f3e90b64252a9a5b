import Foundation

/// The Gini or entropy criterion of a tree whose samples each have a weight of their own.
final class WeightedClasses: SplitCriterion {
    private let labels: [Int]
    private let weights: [Double]
    private let isEntropy: Bool
    private var node: [Double]
    private let sums: UnsafeMutablePointer<Double>

    /// - Parameters:
    ///   - labels: the class of each sample.
    ///   - weights: the weight of each sample in this tree.
    init(labels: [Int], weights: [Double], classCount: Int, isEntropy: Bool) {
        self.labels = labels
        self.weights = weights
        self.isEntropy = isEntropy
        node = [Double](repeating: 0, count: classCount)
        sums = .allocate(capacity: 2 * classCount)
        sums.initialize(repeating: 0, count: 2 * classCount)
    }

    deinit { sums.deallocate() }

    func item(sample: Int, draws: Int) -> NodeItem {
        NodeItem(sample: sample, payload: UInt32(sample))
    }

    func summary(of items: UnsafeBufferPointer<NodeItem>) -> NodeSummary {
        node = [Double](repeating: 0, count: node.count)
        for item in items { node[labels[item.sample]] += weights[item.sample] }
        let total = node.reduce(0, +)
        let shares = node.map { $0 / total }
        let impurity = isEntropy ? entropy(of: shares) : giniImpurity(of: shares)
        return NodeSummary(
            values: shares, weight: total, impurity: impurity,
            score: node.withUnsafeBufferPointer { ownScore($0, isEntropy: isEntropy) },
            isPure: impurity <= .ulpOfOne)
    }

    var rounding: Double { 1e-12 }

    func bestCut(_ scan: CutScan) -> (place: Int, score: Double)? {
        labels.withUnsafeBufferPointer { labels in
            weights.withUnsafeBufferPointer { weights in
                let count = node.count
                let sides = ClassSides(
                    labels: labels, weights: weights,
                    below: UnsafeMutableBufferPointer(start: sums, count: count),
                    above: UnsafeMutableBufferPointer(start: sums + count, count: count),
                    isEntropy: isEntropy)
                for k in 0..<count {
                    sides.below[k] = 0
                    sides.above[k] = node[k]
                }
                return DeepTeaching.bestCut(scan, sides: sides)
            }
        }
    }
}

/// The classes on the two sides of a cut, each sample with a weight of its own.
///
/// Their score is that of ``CountedSides`` for Gini, and minus the weighted entropies for entropy,
///
///     sum_k l_k log2(l_k / L) + sum_k r_k log2(r_k / R)
///
/// computed from the sums of the classes at each cut: running sums of squares would keep the rounding
/// errors of heavy samples when only light ones are left.
struct ClassSides: SplitSides {
    let labels: UnsafeBufferPointer<Int>
    let weights: UnsafeBufferPointer<Double>
    let below: UnsafeMutableBufferPointer<Double>
    let above: UnsafeMutableBufferPointer<Double>
    let isEntropy: Bool

    mutating func move(_ payload: UInt32) {
        let k = labels[Int(payload)]
        let weight = weights[Int(payload)]
        below[k] += weight
        above[k] = max(0, above[k] - weight)
    }

    var score: Double {
        ownScore(UnsafeBufferPointer(below), isEntropy: isEntropy)
            + ownScore(UnsafeBufferPointer(above), isEntropy: isEntropy)
    }
}

/// sum_k c_k^2 / C, or sum_k c_k log2(c_k / C), of one side; 0 if there is nothing.
private func ownScore(_ classes: UnsafeBufferPointer<Double>, isEntropy: Bool) -> Double {
    var total = 0.0
    for weight in classes { total += weight }
    guard total > 0 else { return 0 }
    var score = 0.0
    if isEntropy {
        for weight in classes where weight > 0 { score += weight * log2(weight / total) }
    } else {
        for weight in classes { score += weight * (weight / total) }
    }
    return score
}

/// The entropy of classes with these shares, -sum_k p_k log2 p_k, in bits.
private func entropy(of shares: [Double]) -> Double {
    max(0, -shares.reduce(0) { $1 > 0 ? $0 + $1 * log2($1) : $0 })
}
