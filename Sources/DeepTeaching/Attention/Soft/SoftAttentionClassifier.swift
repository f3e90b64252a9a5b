/// A network that looks at a picture several times before it says what it is: before each step it decides
/// from what it remembers which places count.
///
/// From the mean annotation m come h_0 = tanh(W m + b) and c_0, likewise. At step t = 1, 2, ... soft
/// attention with h_(t-1) gives z_t, from which an LSTM computes h_t and c_t. The class is read from the
/// last h.
///
/// Source: Xu et al., Show, attend and tell: neural image caption generation with visual attention,
/// 2015; there each step says a word, here only the last one answers.
public struct SoftAttentionClassifier<Scalar: TensorScalar>: Parameterized, Sendable {
    /// Where to look.
    public var attention: SoftAttention<Scalar>

    /// What is remembered: from z `[batch, features]` to h `[batch, hidden]`.
    public var memory: LSTM<Scalar>

    /// h_0 from the mean annotation.
    public var firstOutput: Dense<Scalar>

    /// c_0 from the mean annotation.
    public var firstCell: Dense<Scalar>

    /// The classes from the last h.
    public var classes: Dense<Scalar>

    /// How often the network looks, 1 or more.
    public let steps: Int

    /// What the network says, and where it looked.
    public struct Answer: Sendable {
        /// `[batch, classes]`.
        public let logits: Variable<Scalar>

        /// alpha: `[batch, step, place]`.
        public let weights: Variable<Scalar>

        /// beta: `[batch, step]`; nil without a gate.
        public let gates: Variable<Scalar>?
    }

    /// Random weights.
    ///
    /// - Parameters:
    ///   - features: the length of an annotation.
    ///   - hidden: the length of the state.
    ///   - width: the length of what is inside the attention's tanh.
    ///   - classes: how many classes there are.
    ///   - steps: how often the network looks, 1 or more.
    ///   - isGated: whether the attention has a gate.
    ///   - generator: draws the weights.
    public init(
        features: Int, hidden: Int, width: Int, classes: Int, steps: Int, isGated: Bool = false,
        using generator: inout SeededGenerator
    ) {
        require(steps > 0, "a network that looks \(steps) times sees nothing: let it look once")
        attention = SoftAttention(
            features: features, hidden: hidden, width: width, isGated: isGated, using: &generator)
        memory = LSTM(inputs: features, hidden: hidden, using: &generator)
        firstOutput = Dense(
            inputs: features, outputs: hidden, activation: .hyperbolicTangent, using: &generator)
        firstCell = Dense(
            inputs: features, outputs: hidden, activation: .hyperbolicTangent, using: &generator)
        self.classes = Dense(inputs: hidden, outputs: classes, using: &generator)
        self.steps = steps
    }

    /// Looks at each grid of a batch and answers.
    public func callAsFunction(_ grid: AnnotationGrid<Scalar>) -> Answer {
        let prepared = attention.prepared(grid)
        let mean = grid.mean
        var state = LSTM<Scalar>.State(
            output: firstOutput(mean, in: .inference), cell: firstCell(mean, in: .inference))
        var weights: [Variable<Scalar>] = []
        var gates: [Variable<Scalar>] = []
        for _ in 0..<steps {
            let attended = attention(prepared, after: state.output)
            weights.append(attended.weights)  // [batch, place]
            if let gate = attended.gate { gates.append(gate.removingAxis(1)) }  // [batch]
            state = memory.next(attended.context, after: state)
        }
        return Answer(
            logits: classes(state.output, in: .inference), weights: .stacked(weights, axis: 1),
            gates: gates.isEmpty ? nil : .stacked(gates, axis: 1))
    }

    /// Visits the parts.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        visitor("attention", &attention)
        visitor("memory", &memory)
        visitor("firstOutput", &firstOutput)
        visitor("firstCell", &firstCell)
        visitor("classes", &classes)
    }
}
