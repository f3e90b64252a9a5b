import DeepTeaching

/// The first network of the course: two dense layers, each of whose units looks at all numbers of
/// the layer before.
///
///     x [batch, inputs]   hidden [batch, units] = relu(x W1 + b1)   logits [batch, 2]
///
/// Lesson 9 gives it rows; Lesson 10 gives it pictures, `[batch, height, width, channels]`, of which
/// it makes the same rows itself.
public struct DenseNetwork: Layer {
    /// The hidden layer.
    public var hidden: Dense<Float>

    /// The two scores, of normal tissue and of tumour.
    public var output: Dense<Float>

    /// What switches hidden units off while learning.
    public var dropout: Dropout<Float>

    /// How pictures become rows; rows of numbers on one scale are taken as they are.
    public let rows: PatchRows

    /// A network that has not learnt yet.
    public init(
        inputs: Int, hidden units: Int, dropout probability: Double = 0,
        rows: PatchRows = PatchRows(), using generator: inout SeededGenerator
    ) {
        hidden = Dense(inputs: inputs, outputs: units, activation: .relu, using: &generator)
        output = Dense(inputs: units, outputs: 2, using: &generator)
        dropout = Dropout(probability: probability)
        self.rows = rows
    }

    /// The two scores of each patch, axes [batch, 2].
    public func callAsFunction(_ patches: Variable<Float>, in pass: Pass) -> Variable<Float> {
        // listing: DenseNetwork.pass
        let units = hidden(rows(patches), in: pass)
        return output(dropout(units, in: pass), in: pass)
        // end listing
    }

    /// The sums of the hidden layer before negative ones become 0, axes [batch, units].
    public func hiddenSums(of patches: Tensor<Float>) -> Tensor<Float> {
        rows(Variable(patches)).value.matrixProduct(hidden.weights.value) + hidden.bias.value
    }

    /// Visits the layers.
    public mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("hidden", &hidden)
        visitor("dropout", &dropout)
        visitor("output", &output)
    }
}
