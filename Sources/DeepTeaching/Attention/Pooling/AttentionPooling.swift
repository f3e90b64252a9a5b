/// A mean whose weights are learned: each instance says how much it should count.
///
///     s_k = w . tanh(V h_k + b)
///     a_k = exp(s_k) / sum over j of exp(s_j)
///     z = sum over k of a_k h_k
///
/// h `[instance, feature]`, V `[feature, hidden]`, w `[hidden, 1]`, a `[instance]`, z
/// `[bag, feature]`. A number added to all scores would change nothing, so w has no bias.
///
/// Source: Ilse, Tomczak and Welling, Attention-based deep multiple instance learning, 2018, equation
/// 8; with the bias b of its authors' program.
public struct AttentionPooling<Scalar: TensorScalar>: BagPooling {
    /// V and b, with their tanh.
    public var projection: Dense<Scalar>

    /// w: `[hidden, 1]`.
    public var direction: Variable<Scalar>

    /// A layer of given parameters.
    public init(projection: Dense<Scalar>, direction: Tensor<Scalar>) {
        requireScoring(projection, .hyperbolicTangent, direction)
        self.projection = projection
        self.direction = Variable(direction)
    }

    /// A layer of random weights.
    ///
    /// - Parameters:
    ///   - features: of each instance.
    ///   - hidden: the length of V h.
    public init(features: Int, hidden: Int, using generator: inout SeededGenerator) {
        projection = Dense(
            inputs: features, outputs: hidden, activation: .hyperbolicTangent, using: &generator)
        direction = Variable(
            Initializer.glorot.weights([hidden, 1], inputs: hidden, outputs: 1, using: &generator))
    }

    /// s: one score for each instance, `[instance, feature]` to `[instance]`.
    public func scores(_ instances: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        projection(instances, in: pass).matrixProduct(direction).reshaped([-1])
    }

    /// The weighted mean of each bag.
    public func callAsFunction(
        _ instances: Variable<Scalar>, lengths: [Int], in pass: Pass
    ) -> PooledBags<Scalar> {
        pooled(instances, lengths) { scores($0, in: pass) }
    }

    /// Visits `projection` and `direction`.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("projection", &projection)
        visitor("direction", &direction)
    }
}

/// The weighted mean of each bag, from one score for each instance.
func pooled<Scalar>(
    _ instances: Variable<Scalar>, _ lengths: [Int],
    scores: (Variable<Scalar>) -> Variable<Scalar>
) -> PooledBags<Scalar> {
    let bags = BagLengths(lengths, filling: instances.shape)
    let weights = scores(instances).softmax(in: bags)
    return PooledBags(
        bags: instances.weightedSums(weights, in: bags), weights: weights, lengths: lengths)
}

/// Stops with a sentence if the parts of a score do not fit.
func requireScoring<Scalar>(
    _ part: Dense<Scalar>, _ activation: Activation, _ direction: Tensor<Scalar>
) {
    require(
        part.activation == activation,
        "this part of an attention score needs the activation \(activation), not "
            + "\(part.activation)")
    require(
        direction.shape == [part.weights.shape[1], 1],
        "a direction of shape \(direction.shape) does not fit weights of shape "
            + "\(part.weights.shape): it should be [\(part.weights.shape[1]), 1]")
}
