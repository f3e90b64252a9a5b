/// The values at some ranks of many numbers, as if they were sorted, but without sorting all of
/// them.
///
/// They are counted in bins of equal width; only the bins in which a rank falls are sorted.
///
/// - Parameters:
///   - ranks: places in the sorted order, from 0.
///   - values: at least one; none is not-a-number.
func orderStatistics(_ ranks: [Int], of values: [Double]) -> [Double] {
    let bins = 4096
    return values.withUnsafeBufferPointer { values in
        var (smallest, largest) = (values[0], values[0])
        for value in values {
            if value < smallest { smallest = value }
            if value > largest { largest = value }
        }
        let scale = Double(bins - 1) / (largest - smallest)
        guard scale.isFinite else { return ranks.map { _ in smallest } }
        func bin(_ value: Double) -> Int { Int((value - smallest) * scale) }

        var counts = [Int](repeating: 0, count: bins)
        for value in values { counts[bin(value)] += 1 }
        return ranks.map { rank in
            var (number, before) = (0, 0)
            while before + counts[number] <= rank {
                before += counts[number]
                number += 1
            }
            let inBin = values.filter { bin($0) == number }.sorted()
            return inBin[rank - before]
        }
    }
}

/// The value below which a share of the numbers lies, as `quantile(_:ofSorted:)` says of sorted
/// ones.
func quantile(_ share: Double, of values: [Double]) -> Double {
    let ends = quantileEnds(share, of: values)
    return ends.lower + (ends.upper - ends.lower) * ends.weight
}

/// The two neighbours between which a quantile lies, and how far on the way to the second.
func quantileEnds(
    _ share: Double, of values: [Double]
) -> (lower: Double, upper: Double, weight: Double) {
    let position = share * Double(values.count - 1)
    let rank = min(max(0, Int(position)), values.count - 1)
    let found = orderStatistics([rank, min(rank + 1, values.count - 1)], of: values)
    return (found[0], found[1], position - Double(rank))
}
