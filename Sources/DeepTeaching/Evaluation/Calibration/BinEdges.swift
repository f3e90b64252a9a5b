/// Where bins begin and end, in rising order; one more than there are bins.
struct BinEdges {
    let values: [Double]

    /// The bin of a number: one on an edge belongs to the bin below it.
    func bin(of number: Double) -> Int {
        var (low, high) = (0, values.count - 2)
        while low < high {
            let middle = (low + high) / 2
            if number <= values[middle + 1] { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension CalibrationCurve.Binning {
    /// The edges of bins for these probabilities, the same as scikit-learn's.
    func edges(of probabilities: [Double], bins: Int) throws -> BinEdges {
        guard (1...100_000).contains(bins) else {
            throw EvaluationError.unusableParameter(
                name: "the number of bins", value: "\(bins)", allowed: "from 1 to 100,000")
        }
        switch self {
        case .uniform:
            let width = 1 / Double(bins)
            return BinEdges(values: (0..<bins).map { Double($0) * width } + [1])
        case .quantile:
            let sorted = probabilities.sorted()
            return BinEdges(
                values: (0...bins).map { edge in
                    // Whole numbers: an edge that is one of the probabilities is just that one.
                    let (index, rest) = (edge * (sorted.count - 1)).quotientAndRemainder(
                        dividingBy: bins)
                    let next = sorted[min(index + 1, sorted.count - 1)]
                    return sorted[index] + (next - sorted[index]) * Double(rest) / Double(bins)
                })
        }
    }
}
