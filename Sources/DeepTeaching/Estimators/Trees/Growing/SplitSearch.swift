/// Where it is best to cut one feature of one node.
struct Cut {
    let feature: Int

    /// The ranks of the two neighbouring values between which the threshold lies.
    let rankBelow: UInt32
    let rankAbove: UInt32

    /// sum_k l_k^2 / L + sum_k r_k^2 / R, the larger the purer the children.
    let score: Double
}

/// Searches the cut of a node that leaves the purest children.
///
/// With l_k the weight of class k left of the cut, L = sum_k l_k, and r_k, R on the right, W = L +
/// R, the weighted Gini impurity of the children is
///
///     (L / W) (1 - sum_k (l_k / L)^2) + (R / W) (1 - sum_k (r_k / R)^2) = 1 - score / W
///     score = sum_k l_k^2 / L + sum_k r_k^2 / R
///
/// so the cut with the largest score has the smallest impurity. The sums of squares change by
/// delta (2 l_k + delta) when a sample of weight delta moves, so a step costs the same for any
/// number of classes. With uniform weights all sums are whole numbers, and exact.
///
/// Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
final class SplitSearch {
    private let ranks: UnsafePointer<UInt32>
    private let sampleCount: Int
    private let minimumLeafSamples: Int
    private let weights: UnsafeMutablePointer<Double>
    private let left: UnsafeMutablePointer<Double>
    private let right: UnsafeMutablePointer<Double>
    private let classCount: Int
    private let sorter: PackedSort
    private let aside: UnsafeMutablePointer<NodeItem>

    /// - Parameters:
    ///   - ranks: the ranks of all samples, which outlive the search.
    ///   - weights: the weight of each class.
    init(
        ranks: UnsafePointer<UInt32>, of features: RankedFeatures, weights: [Double],
        minimumLeafSamples: Int
    ) {
        self.ranks = ranks
        sampleCount = features.sampleCount
        classCount = weights.count
        self.minimumLeafSamples = minimumLeafSamples
        self.weights = .allocate(capacity: weights.count)
        self.weights.initialize(from: weights, count: weights.count)
        left = .allocate(capacity: weights.count)
        right = .allocate(capacity: weights.count)
        sorter = PackedSort(capacity: features.sampleCount)
        aside = .allocate(capacity: features.sampleCount)
    }

    deinit {
        weights.deallocate()
        left.deallocate()
        right.deallocate()
        aside.deallocate()
    }

    /// The result of looking at one feature.
    enum Result {
        /// All samples have the same value.
        case constant
        /// No cut leaves enough samples on both sides.
        case tooFew
        case cut(Cut)
    }

    /// The best cut of a feature; the lowest of equally good ones.
    ///
    /// - Parameters:
    ///   - items: the samples of the node.
    ///   - node: the weight of each class in the node.
    func bestCut(feature: Int, items: UnsafeBufferPointer<NodeItem>, node: [Double]) -> Result {
        let count = items.count
        let column = ranks + feature &* sampleCount
        let unsorted = sorter.keys
        var lowest = UInt32.max
        var highest: UInt32 = 0
        for index in 0..<count {
            let item = items[index]
            let rank = column[item.sample]
            lowest = min(lowest, rank)
            highest = max(highest, rank)
            unsorted[index] = UInt64(rank) << 32 | UInt64(item.payload)
        }
        if lowest == highest { return .constant }
        sorter.sort(count: count, highestKey: highest)
        return scan(feature: feature, count: count, node: node)
    }

    /// Moves the sorted samples one after the other from right to left.
    private func scan(feature: Int, count: Int, node: [Double]) -> Result {
        let keys = sorter.keys
        let (weights, left, right) = (self.weights, self.left, self.right)
        var leftWeight = 0.0
        var leftSquares = 0.0
        var rightWeight = 0.0
        var rightSquares = 0.0
        for k in 0..<classCount {
            left[k] = 0
            right[k] = node[k]
            rightWeight += node[k]
            rightSquares += node[k] * node[k]
        }
        var bestScore = -Double.infinity
        var bestIndex = -1
        let last = count &- minimumLeafSamples
        var index = 0
        while index < last {
            let key = keys[index]
            let k = Int(key & 0xffff)
            let delta = weights[k] * Double((key &>> 16) & 0xffff)
            leftSquares += delta * (2 * left[k] + delta)
            rightSquares -= delta * (2 * right[k] - delta)
            left[k] += delta
            right[k] -= delta
            leftWeight += delta
            rightWeight -= delta
            index &+= 1
            // Equal values can never be on two sides.
            if index >= minimumLeafSamples, keys[index] &>> 32 != key &>> 32 {
                let score = leftSquares / leftWeight + rightSquares / rightWeight
                if score > bestScore {
                    bestScore = score
                    bestIndex = index
                }
            }
        }
        guard bestIndex > 0 else { return .tooFew }
        return .cut(
            Cut(
                feature: feature, rankBelow: UInt32(keys[bestIndex &- 1] &>> 32),
                rankAbove: UInt32(keys[bestIndex] &>> 32), score: bestScore))
    }

    /// Puts the samples below a cut before those above it, each in the order in which they were.
    ///
    /// - Returns: the number of samples below the cut.
    func divide(_ items: UnsafeMutableBufferPointer<NodeItem>, by cut: Cut) -> Int {
        let column = ranks + cut.feature &* sampleCount
        let aside = self.aside
        var below = 0
        var above = 0
        for index in 0..<items.count {
            let item = items[index]
            if column[item.sample] <= cut.rankBelow {
                items[below] = item
                below &+= 1
            } else {
                aside[above] = item
                above &+= 1
            }
        }
        for index in 0..<above { items[below &+ index] = aside[index] }
        return below
    }
}

/// A sample in a node of a growing tree: which it is, its class, and how often it was drawn.
struct NodeItem {
    private let bits: UInt64

    init(sample: Int, label: Int, draws: Int) {
        bits = UInt64(draws) << 48 | UInt64(label) << 32 | UInt64(sample)
    }

    /// The index of the sample.
    var sample: Int { Int(bits & 0xffff_ffff) }

    /// Class in the lower 16 bits, number of draws in the upper.
    var payload: UInt32 { UInt32(bits &>> 32) }

    var label: Int { Int((bits &>> 32) & 0xffff) }
    var draws: Int { Int(bits &>> 48) }
}
