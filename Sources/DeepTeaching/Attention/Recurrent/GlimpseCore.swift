/// What remembers from glimpse to glimpse.
public enum GlimpseCore<Scalar: TensorScalar>: Parameterized, Sendable {
    /// The kinds of cores.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// h_t = relu(h_(t-1) U + u + g_t W + w): the core of the paper for still pictures.
        case relu

        /// A ``GRU``: learns in fewer steps.
        case gru
    }

    /// The state and the glimpse, each with its weights.
    case relu(state: Dense<Scalar>, glimpse: Dense<Scalar>)

    /// A gated unit.
    case gru(GRU<Scalar>)

    /// A core of random weights.
    public init(
        _ kind: Kind, inputs: Int, hidden: Int, using generator: inout SeededGenerator
    ) {
        func dense(_ inputs: Int) -> Dense<Scalar> {
            Dense(inputs: inputs, outputs: hidden, using: &generator)
        }
        switch kind {
        case .relu: self = .relu(state: dense(hidden), glimpse: dense(inputs))
        case .gru: self = .gru(GRU(inputs: inputs, hidden: hidden, using: &generator))
        }
    }

    /// The state after one more glimpse.
    ///
    /// - Parameters:
    ///   - glimpse: what the glimpse network made of it, `[batch, inputs]`.
    ///   - state: the state before, `[batch, hidden]`.
    public func next(
        _ glimpse: Variable<Scalar>, after state: Variable<Scalar>
    ) -> Variable<Scalar> {
        switch self {
        case .relu(let fromState, let fromGlimpse):
            (fromState(state, in: .inference) + fromGlimpse(glimpse, in: .inference)).relu()
        case .gru(let layer): layer.next(glimpse, after: state)
        }
    }

    /// Visits the layers.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        switch self {
        case .relu(var state, var glimpse):
            visitor("state", &state)
            visitor("glimpse", &glimpse)
            self = .relu(state: state, glimpse: glimpse)
        case .gru(var layer):
            layer.visit(with: visitor)
            self = .gru(layer)
        }
    }
}
