/// One vector for a whole bag, from the vectors of its instances, whatever their number and order.
public protocol BagPooling<Scalar>: Parameterized, Sendable {
    /// The vectors of several bags, whose instances lie one after the other.
    ///
    /// - Parameters:
    ///   - instances: h, the instances of all bags: `[instance, feature]`.
    ///   - lengths: how many instances each bag has: one or more.
    ///   - pass: what the pass is for.
    func callAsFunction(
        _ instances: Variable<Scalar>, lengths: [Int], in pass: Pass
    ) -> PooledBags<Scalar>
}

extension BagPooling {
    /// The vector of one bag of instances `[instance, feature]`; it becomes the only row.
    public func callAsFunction(_ bag: Variable<Scalar>, in pass: Pass) -> PooledBags<Scalar> {
        self(bag, lengths: [bag.shape.first ?? 0], in: pass)
    }

    /// The vectors of several bags at inference: no graph.
    public func callAsFunction(_ instances: Tensor<Scalar>, lengths: [Int]) -> PooledBags<Scalar> {
        self(Variable(instances), lengths: lengths, in: .inference)
    }
}

/// What became of several bags, and how much each instance counted.
public struct PooledBags<Scalar: TensorScalar>: Sendable {
    /// z, a row for each bag: `[bag, feature]`.
    public let bags: Variable<Scalar>

    /// a, one number for each instance, in the order of the instances: `[instance]`. Those of a bag
    /// add up to 1.
    public let weights: Variable<Scalar>

    /// The number of instances of each bag.
    public let lengths: [Int]

    /// The weights of one bag, from the value: `[instance]`.
    public func weights(ofBag bag: Int) -> Tensor<Scalar> {
        require(
            lengths.indices.contains(bag),
            "there is no bag \(bag) among \(lengths.count), counted from 0")
        let start = lengths[..<bag].reduce(0, +)
        return weights.value.slice(start..<start + lengths[bag])
    }
}
