/// Every feature replaced by the rank of its value, sorted once for all nodes and all trees.
///
/// A split only asks which values come before which, so ranks say all there is to know; equal
/// values share a rank, and missing ones have the rank above all others. Small whole numbers sort
/// several times faster than floating-point values.
struct RankedFeatures: Sendable {
    /// The rank of each value, axes [feature, sample].
    let ranks: [UInt32]

    /// The different values of each feature in rising order: rank r stands for `distinct[f][r]`.
    let distinct: [[Double]]

    let sampleCount: Int

    /// Whether any value is missing.
    let hasMissing: Bool

    var featureCount: Int { distinct.count }

    init(_ table: SampleTable) {
        let samples = table.sampleCount
        let features = table.featureCount
        var ranks = [UInt32](repeating: 0, count: samples * features)
        var distinct: [[Double]] = []
        let sorter = PackedSort(capacity: samples)
        for feature in 0..<features {
            let order = Self.sortedColumn(feature, of: table, with: sorter)
            var values: [Double] = []
            for (value, sample) in order {
                if value != values.last { values.append(value) }
                ranks[feature &* samples &+ Int(sample)] = UInt32(values.count - 1)
            }
            distinct.append(values)
            if order.count < samples {
                Self.rankMissing(feature, of: table, as: UInt32(values.count), in: &ranks)
            }
        }
        self.ranks = ranks
        self.distinct = distinct
        sampleCount = samples
        hasMissing = table.hasMissing
    }

    /// The rank of a missing value of a feature.
    func missingRank(of feature: Int) -> UInt32 { UInt32(distinct[feature].count) }

    /// The middle between the two values next to the cut.
    func threshold(of cut: Cut) -> Double {
        let values = distinct[cut.feature]
        if cut.rankAbove == values.count { return TreeNodes.isThere }
        let lower = values[Int(cut.rankBelow)]
        let upper = values[Int(cut.rankAbove)]
        let middle = lower / 2 + upper / 2
        // Rounding may push the middle of two neighbouring numbers onto the upper one.
        return middle >= lower && middle < upper ? middle : lower
    }

    private static func rankMissing(
        _ feature: Int, of table: SampleTable, as rank: UInt32, in ranks: inout [UInt32]
    ) {
        for sample in 0..<table.sampleCount
        where table.values[sample * table.featureCount + feature].isNaN {
            ranks[feature * table.sampleCount + sample] = rank
        }
    }

    /// The values of a feature that are there with their samples, the smallest first.
    private static func sortedColumn(
        _ feature: Int, of table: SampleTable, with sorter: PackedSort
    ) -> [(value: Double, sample: UInt32)] {
        var count = 0
        var order = [(value: Double, sample: UInt32)](
            repeating: (0, 0), count: table.sampleCount)
        table.values.withUnsafeBufferPointer { values in
            for sample in 0..<table.sampleCount {
                let value = values[sample &* table.featureCount &+ feature]
                if value.isNaN { continue }
                sorter.keys[count] = upperHalf(value) << 32 | UInt64(sample)
                count &+= 1
            }
            if count == 0 { return }
            sorter.sort(count: count, highestKey: .max)
            for index in 0..<count {
                let sample = UInt32(truncatingIfNeeded: sorter.keys[index])
                order[index] = (values[Int(sample) &* table.featureCount &+ feature], sample)
            }
        }
        order.removeLast(order.count - count)
        sortRuns(of: &order)
        return order
    }

    /// The upper half of a number's bits, turned so that larger numbers have larger bits.
    private static func upperHalf(_ value: Double) -> UInt64 {
        let bits = value.bitPattern
        let ordered = bits >> 63 == 1 ? ~bits : bits | 1 << 63
        return ordered >> 32
    }

    /// Sorts the few neighbours that agree in the upper half of their bits.
    private static func sortRuns(of order: inout [(value: Double, sample: UInt32)]) {
        var start = 0
        while start < order.count {
            let half = upperHalf(order[start].value)
            var end = start + 1
            while end < order.count, upperHalf(order[end].value) == half { end += 1 }
            if end - start > 1 { order[start..<end].sort { $0.value < $1.value } }
            start = end
        }
    }
}
