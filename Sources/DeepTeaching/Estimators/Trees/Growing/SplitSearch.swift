/// Where it is best to cut one feature of one node.
struct Cut {
    let feature: Int

    /// The ranks of the two neighbouring values between which the threshold lies; the upper one is the
    /// rank of missing values where these are parted from all others.
    let rankBelow: UInt32
    let rankAbove: UInt32

    /// Whether the node holds missing values of this feature, and they lie below the cut.
    let missingGoesBelow: Bool

    /// Whether the node holds missing values of this feature.
    let sawMissing: Bool

    /// The criterion's score, the larger the purer the children.
    let score: Double
}

/// Searches the best cut of each feature of a node.
///
/// Missing values have a rank above all others. They are tried on both sides of each cut, and alone
/// above all values that are there.
final class SplitSearch {
    private let features: RankedFeatures
    private let ranks: UnsafePointer<UInt32>
    private let sampleCount: Int
    private let minimumLeafSamples: Int
    private let criterion: any SplitCriterion
    private let sorter: PackedSort
    private let aside: UnsafeMutablePointer<NodeItem>

    /// - Parameter ranks: the ranks of all samples, which outlive the search.
    init(
        ranks: UnsafePointer<UInt32>, of features: RankedFeatures,
        criterion: any SplitCriterion, minimumLeafSamples: Int
    ) {
        self.features = features
        self.ranks = ranks
        self.criterion = criterion
        sampleCount = features.sampleCount
        self.minimumLeafSamples = minimumLeafSamples
        sorter = PackedSort(capacity: features.sampleCount)
        aside = .allocate(capacity: features.sampleCount)
    }

    deinit { aside.deallocate() }

    /// The result of looking at one feature.
    enum Result {
        /// All samples have the same value.
        case constant
        /// No cut leaves enough samples on both sides.
        case tooFew
        case cut(Cut)
    }

    /// The best cut of a feature of the node that the criterion has summarised last; the lowest of
    /// equally good ones.
    func bestCut(feature: Int, items: UnsafeBufferPointer<NodeItem>) -> Result {
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
        var known = count
        if features.hasMissing, highest == features.missingRank(of: feature) {
            while UInt32(sorter.keys[known &- 1] &>> 32) == highest { known &-= 1 }
        }
        return bestCut(feature: feature, count: count, known: known).map { .cut($0) } ?? .tooFew
    }

    /// The best cut of the sorted samples, of which the first `known` have a value.
    private func bestCut(feature: Int, count: Int, known: Int) -> Cut? {
        let keys = UnsafePointer(sorter.keys)
        let least = minimumLeafSamples
        let best = criterion.bestCut(
            CutScan(keys: keys, first: least, end: min(count - least, known), aside: 0..<0))
        var chosen = best.map { (place: $0.place, score: $0.score, missingGoesBelow: false) }
        if known < count {
            let other = criterion.bestCut(
                CutScan(
                    keys: keys, first: max(1, least - (count - known)), end: known - least,
                    aside: known..<count))
            if let other, other.score > chosen?.score ?? -.infinity {
                chosen = (other.place, other.score, true)
            }
        }
        return chosen.map { chosen in
            Cut(
                feature: feature, rankBelow: UInt32(keys[chosen.place - 1] &>> 32),
                rankAbove: UInt32(keys[chosen.place] &>> 32),
                missingGoesBelow: chosen.missingGoesBelow, sawMissing: known < count,
                score: chosen.score)
        }
    }

    /// Puts the samples below a cut before those above it, each in the order in which they were.
    ///
    /// - Returns: the number of samples below the cut.
    func divide(_ items: UnsafeMutableBufferPointer<NodeItem>, by cut: Cut) -> Int {
        let column = ranks + cut.feature &* sampleCount
        let aside = self.aside
        let missing = cut.missingGoesBelow ? features.missingRank(of: cut.feature) : cut.rankBelow
        var below = 0
        var above = 0
        for index in 0..<items.count {
            let item = items[index]
            let rank = column[item.sample]
            if rank <= cut.rankBelow || rank == missing {
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
