import DeepTeaching

/// A first network: two layers, each of whose units looks at all numbers of the layer before.
///
///     x [batch, inputs]   hidden [batch, hidden] = relu(x W1 + b1)   logits [batch, 2]
struct DenseNetwork: Layer {
    var hidden: Dense<Float>
    var output: Dense<Float>
    var dropout: Dropout<Float>

    init(
        inputs: Int, hidden units: Int, dropout probability: Double = 0,
        using generator: inout SeededGenerator
    ) {
        hidden = Dense(inputs: inputs, outputs: units, activation: .relu, using: &generator)
        output = Dense(inputs: units, outputs: 2, using: &generator)
        dropout = Dropout(probability: probability)
    }

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        output(dropout(hidden(input, in: pass), in: pass.entering("dropout")), in: pass)
    }

    mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Float>) throws -> Void
    ) rethrows {
        try hidden.forEachParameter(under: "hidden", visit)
        try output.forEachParameter(under: "output", visit)
    }
}
