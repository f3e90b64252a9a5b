/// Where each of several bags begins and ends among the instances of all, which lie one after the other.
///
/// Bags of different lengths need no filling this way, and no mask.
struct BagLengths {
    /// The instances of each bag.
    let ranges: [Range<Int>]

    /// Stops with a sentence if the lengths are none of bags that fill `count` instances.
    init(_ lengths: [Int], filling shape: [Int]) {
        require(
            shape.count == 2 && shape[1] > 0,
            "bags are pooled from a matrix [instance, feature], not from shape \(shape)")
        require(
            !lengths.isEmpty && lengths.allSatisfy { $0 > 0 },
            "bags of lengths \(lengths) cannot be pooled: there is one or more, and each has an "
                + "instance")
        require(
            lengths.reduce(0, +) == shape[0],
            "bags of lengths \(lengths) have \(lengths.reduce(0, +)) instances, the features of "
                + "shape \(shape) are of \(shape[0])")
        var start = 0
        ranges = lengths.map { length in
            defer { start += length }
            return start..<start + length
        }
    }

    /// The bag of each instance.
    var bagOfInstance: [Int] {
        ranges.enumerated().flatMap { Array(repeating: $0, count: $1.count) }
    }
}
