/// Additive soft attention: how well each place of a picture fits what a network remembers, and the mean
/// of the places, each counting as much as it fits.
///
/// For annotations a_i and the state h:
///
///     e_i = u . tanh(W_a a_i + b + W_h h)
///     alpha_i = m_i exp(e_i) / sum over j of m_j exp(e_j)
///     z = beta sum over i of alpha_i a_i,    beta = 1 / (1 + exp(-(w . h + c)))
///
/// m is the mask: background counts 0. The gate beta is optional: how much the network wants to see at
/// all. Nothing is stored: the weights are part of the answer.
///
/// ```swift
/// let prepared = attention.prepared(try AnnotationGrid(features, where: isTissue))
/// let attended = attention(prepared, after: state)
/// print(attended.weights.shape)  // [batch, place]
/// ```
///
/// Source: Bahdanau, Cho and Bengio, Neural machine translation by jointly learning to align and
/// translate, 2015 (the scores); Xu et al., Show, attend and tell, 2015 (over a picture, and the gate).
public struct SoftAttention<Scalar: TensorScalar>: Parameterized, Sendable {
    /// W_a and b: `[features, width]` and `[width]`.
    public var annotations: Dense<Scalar>

    /// W_h: `[hidden, width]`.
    public var state: Variable<Scalar>

    /// u: `[width]`.
    public var scores: Variable<Scalar>

    /// w and c: `[hidden, 1]` and `[1]`; nil without a gate.
    public var gate: Dense<Scalar>?

    /// Given weights.
    public init(
        annotations: Dense<Scalar>, state: Tensor<Scalar>, scores: Tensor<Scalar>,
        gate: Dense<Scalar>? = nil
    ) {
        let width = annotations.bias.shape[0]
        require(
            state.rank == 2 && state.shape[1] == width && scores.shape == [width],
            """
            weights of the state of shape \(state.shape) and of the scores of shape \(scores.shape) do \
            not fit weights of the annotations of shape \(annotations.weights.shape): they are \
            [hidden, width], [width] and [features, width]
            """)
        if let gate {
            require(
                gate.weights.shape == [state.shape[0], 1],
                """
                a gate of shape \(gate.weights.shape) does not fit a state of \(state.shape[0]) \
                numbers: it is [hidden, 1]
                """)
        }
        self.annotations = annotations
        self.state = Variable(state)
        self.scores = Variable(scores)
        self.gate = gate
    }

    /// Random weights.
    ///
    /// - Parameters:
    ///   - features: the length of an annotation.
    ///   - hidden: the length of the state.
    ///   - width: the length of what is inside tanh.
    ///   - isGated: whether there is a gate.
    ///   - generator: draws the weights.
    public init(
        features: Int, hidden: Int, width: Int, isGated: Bool = false,
        using generator: inout SeededGenerator
    ) {
        func matrix(_ inputs: Int, _ outputs: Int) -> Tensor<Scalar> {
            Initializer.glorot.weights(
                [inputs, outputs], inputs: inputs, outputs: outputs, using: &generator)
        }
        require(
            features > 0 && hidden > 0 && width > 0,
            """
            attention needs features, a state and a width, not \(features), \(hidden) and \(width)
            """)
        self.init(
            annotations: Dense(weights: matrix(features, width), bias: .zeros([width])),
            state: matrix(hidden, width), scores: matrix(width, 1).reshaped([width]),
            gate: isGated ? Dense(weights: matrix(hidden, 1), bias: .zeros([1])) : nil)
    }

    /// Visits the weights.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("annotations", &annotations)
        visitor("state", &state)
        visitor("scores", &scores)
        visitor("gate", &gate)
    }
}
