/// z = 1/K sum h_k: all K instances of a bag count the same.
public struct MeanPooling<Scalar: TensorScalar>: BagPooling {
    /// It learns nothing.
    public init() {}

    /// The mean of each bag.
    public func callAsFunction(
        _ instances: Variable<Scalar>, lengths: [Int], in pass: Pass
    ) -> PooledBags<Scalar> {
        let bags = BagLengths(lengths, filling: instances.shape)
        let weights = lengths.flatMap { Array(repeating: 1 / Scalar($0), count: $0) }
        let even = Variable(Tensor(weights, shape: [weights.count]))
        return PooledBags(
            bags: instances.weightedSums(even, in: bags), weights: even, lengths: lengths)
    }

    /// There is nothing to visit.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {}
}

/// z_f = max over k of h_(k,f): for each feature, one instance speaks for the whole bag.
///
/// The weight of an instance is the share of the features for which it speaks; of equals it is the
/// first. No gradient goes through the weights.
public struct MaxPooling<Scalar: TensorScalar>: BagPooling {
    /// It learns nothing.
    public init() {}

    /// The largest of each feature in each bag.
    public func callAsFunction(
        _ instances: Variable<Scalar>, lengths: [Int], in pass: Pass
    ) -> PooledBags<Scalar> {
        let bags = BagLengths(lengths, filling: instances.shape)
        let features = instances.shape[1]
        var winners: [Int] = []
        for range in bags.ranges {
            let bag = instances.value.slice(range)
            winners += bag.extremes(axes: [0], keepingAxes: false) { $0 > $1 }.indices
                .map { $0 + range.lowerBound * features }
        }
        var weights = [Scalar](repeating: 0, count: instances.shape[0])
        for winner in winners { weights[winner / features] += 1 / Scalar(features) }
        return PooledBags(
            bags: instances.reshaped([-1]).gathered(winners)
                .reshaped([lengths.count, features]),
            weights: Variable(Tensor(weights, shape: [weights.count])), lengths: lengths)
    }

    /// There is nothing to visit.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {}
}
