import DeepTeaching

/// A network that knows nothing of neighbours: every number of a patch has weights of its own.
///
/// `[batch, side, side, 3]` is flattened to `[batch, side * side * 3]`, then `hidden` numbers, then
/// two logits.
struct DenseNetwork: Layer {
    var hidden: Dense<Float>
    var output: Dense<Float>

    init(side: Int, hidden count: Int, using generator: inout SeededGenerator) {
        hidden = Dense(
            inputs: side * side * 3, outputs: count, activation: .relu, using: &generator)
        output = Dense(inputs: count, outputs: 2, using: &generator)
    }

    func callAsFunction(_ images: Variable<Float>, in pass: Pass) -> Variable<Float> {
        // Centred pixels, as dense layers like them: a convolutional network has its own means.
        output(hidden((images.flattened() - 0.5) * 4, in: pass), in: pass)
    }

    mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Float>) throws -> Void
    ) rethrows {
        try hidden.forEachParameter(under: "hidden", visit)
        try output.forEachParameter(under: "output", visit)
    }
}
