/// Attention pooling whose scores pass a gate: what tanh says counts only where the gate is open.
///
///     s_k = w . (tanh(V h_k + b) * sigmoid(U h_k + c))
///     a_k = exp(s_k) / sum over j of exp(s_j)
///     z = sum over k of a_k h_k
///
/// `*` is element by element. Near 0 tanh is almost a line; the gate bends it there too, so that
/// scores can tell more kinds of instances apart.
///
/// Source: Ilse, Tomczak and Welling, Attention-based deep multiple instance learning, 2018, equation
/// 9; with the biases of its authors' program.
public struct GatedAttentionPooling<Scalar: TensorScalar>: BagPooling {
    /// V and b, with their tanh.
    public var projection: Dense<Scalar>

    /// U and c, with their sigmoid.
    public var gate: Dense<Scalar>

    /// w: `[hidden, 1]`.
    public var direction: Variable<Scalar>

    /// A layer of given parameters.
    public init(projection: Dense<Scalar>, gate: Dense<Scalar>, direction: Tensor<Scalar>) {
        requireScoring(projection, .hyperbolicTangent, direction)
        requireScoring(gate, .sigmoid, direction)
        require(
            gate.weights.shape == projection.weights.shape,
            "a gate of shape \(gate.weights.shape) does not fit a projection of shape "
                + "\(projection.weights.shape)")
        self.projection = projection
        self.gate = gate
        self.direction = Variable(direction)
    }

    /// A layer of random weights.
    ///
    /// - Parameters:
    ///   - features: of each instance.
    ///   - hidden: the length of V h and of U h.
    public init(features: Int, hidden: Int, using generator: inout SeededGenerator) {
        projection = Dense(
            inputs: features, outputs: hidden, activation: .hyperbolicTangent, using: &generator)
        gate = Dense(inputs: features, outputs: hidden, activation: .sigmoid, using: &generator)
        direction = Variable(
            Initializer.glorot.weights([hidden, 1], inputs: hidden, outputs: 1, using: &generator))
    }

    /// s: one score for each instance, `[instance, feature]` to `[instance]`.
    public func scores(_ instances: Variable<Scalar>, in pass: Pass) -> Variable<Scalar> {
        (projection(instances, in: pass) * gate(instances, in: pass))
            .matrixProduct(direction).reshaped([-1])
    }

    /// The weighted mean of each bag.
    public func callAsFunction(
        _ instances: Variable<Scalar>, lengths: [Int], in pass: Pass
    ) -> PooledBags<Scalar> {
        pooled(instances, lengths) { scores($0, in: pass) }
    }

    /// Visits `projection`, `gate` and `direction`.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("projection", &projection)
        visitor("gate", &gate)
        visitor("direction", &direction)
    }
}
