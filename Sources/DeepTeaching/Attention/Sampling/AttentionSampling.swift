import Foundation

/// Looks at a few places of a slide, drawn by attention, instead of at all.
///
/// What all places together say is z = sum over k of a_k f_k. To draw places from a and to look at
/// those only gives an estimate of z, which is right on average. With replacement a place may be drawn
/// again; without, each further draw is made among the rest.
///
/// Source: Katharopoulos and Fleuret, Processing megapixel images with deep attention-sampling models,
/// 2019.
public struct AttentionSampling: Sendable, Equatable {
    /// N, the number of draws from each slide.
    public let draws: Int

    /// Whether a place may be drawn more than once.
    public let replacing: Bool

    /// So many draws from each slide.
    public init(draws: Int, replacing: Bool) {
        require(draws > 0, "\(draws) places cannot be looked at: draw one or more")
        self.draws = draws
        self.replacing = replacing
    }

    /// Draws places of each slide.
    ///
    /// - Parameter attention: a, `[slide, place]`, each row adding up to 1.
    /// - Throws: ``AttentionError`` if a row is no distribution, or has too few places for draws without
    ///   replacement.
    public func places<Scalar: TensorScalar>(
        from attention: Tensor<Scalar>, using generator: inout SeededGenerator
    ) throws -> SampledPlaces {
        require(
            attention.rank == 2 && attention.count > 0,
            "places are drawn from attention [slide, place], not from shape \(attention.shape)")
        let length = attention.shape[1]
        let numbers = attention.elements.map { Double($0) }
        var drawn: [[Int]] = []
        var corrections: [[Double]] = []
        for slide in 0..<attention.shape[0] {
            let a = Array(numbers[slide * length..<(slide + 1) * length])
            try requireDistribution(a, slide: slide)
            let order =
                replacing
                ? replaced(a, using: &generator) : kept(a, using: &generator)
            drawn.append(order)
            corrections.append(self.corrections(of: order, drawnFrom: a))
        }
        return SampledPlaces(places: drawn, corrections: corrections, placeCount: length)
    }

    /// Each draw for itself: the place where the running sum of a passes a random share of the whole.
    private func replaced(_ a: [Double], using generator: inout SeededGenerator) -> [Int] {
        var sum = 0.0
        let sums = a.map { share in
            sum += share
            return sum
        }
        let last = a.lastIndex { $0 > 0 } ?? 0
        return (0..<draws).map { _ in
            let share = generator.uniform() * sum
            // The first whose sum is above, by halving; rounding never leads to a place without attention.
            var (low, high) = (0, last)
            while low < high {
                let middle = (low + high) / 2
                if sums[middle] > share { high = middle } else { low = middle + 1 }
            }
            return low
        }
    }

    /// The places with the N highest log(a) + g, where g = -log(-log(u)) is Gumbel's: the same as to draw
    /// one after the other, each among the rest.
    ///
    /// Source: Gumbel top-k trick: Vieira, 2014; Kool, van Hoof and Welling, Stochastic beams and where
    /// to find them, 2019.
    private func kept(_ a: [Double], using generator: inout SeededGenerator) -> [Int] {
        let keys = a.map { share in
            // u is never 0, so that each key is finite where there is any attention.
            log(share) - log(-log(generator.uniform() + 0x1p-54))
        }
        let order = a.indices.filter { a[$0] > 0 }
            .sorted { (keys[$0], $1) > (keys[$1], $0) }
        return Array(order.prefix(draws))
    }
}

extension AttentionSampling {
    /// c_j, with which z = sum over j of c_j a_(q_j) f_(q_j) is right on average, from places q in the
    /// order in which they were drawn.
    ///
    /// With replacement c_j = 1 / (N a_(q_j)). Without, the mean of N estimates, each right on average:
    /// the k-th takes the places before as they are, and lets the k-th place speak for the rest,
    /// sum over l < k of a_l f_l + (1 - sum over l < k of a_l) f_k. If all places were drawn, nothing is
    /// left to estimate, and c_j = 1.
    ///
    /// Source: Des Raj, Some estimators in sampling with varying probabilities without replacement,
    /// 1956; as in Katharopoulos and Fleuret, 2019.
    func corrections(of order: [Int], drawnFrom a: [Double]) -> [Double] {
        let count = Double(order.count)
        if replacing { return order.map { 1 / (count * a[$0]) } }
        if order.count == a.count(where: { $0 > 0 }) { return order.map { _ in 1 } }
        var seen = 0.0
        return order.enumerated().map { index, place in
            defer { seen += a[place] }
            return (count - Double(index + 1) + (1 - seen) / a[place]) / count
        }
    }

    private func requireDistribution(_ a: [Double], slide: Int) throws {
        if let place = a.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
            let value = a[place].isNaN ? "nan" : "\(a[place])"
            throw AttentionError.noProbabilities(
                slide: slide, reason: "place \(place) has \(value)")
        }
        let sum = a.reduce(0, +)
        guard abs(sum - 1) < 1e-3 else {
            throw AttentionError.noProbabilities(slide: slide, reason: "it adds up to \(sum)")
        }
        let places = a.count { $0 > 0 }
        guard replacing || places >= draws else {
            throw AttentionError.tooFewPlaces(slide: slide, places: places, draws: draws)
        }
    }
}
