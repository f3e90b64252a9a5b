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
        output(hidden(centered(images), in: pass), in: pass)
    }

    /// Centred pixels, as dense layers like them: a convolutional network has its own means.
    private func centered(_ images: Variable<Float>) -> Variable<Float> {
        (images.flattened() - 0.5) * 4
    }

    /// What the hidden layer says before negative numbers are cut off, axes [batch, hidden].
    func hiddenNumbers(of images: Tensor<Float>) -> Tensor<Double> {
        let sums = centered(Variable(images)).value.matrixProduct(hidden.weights.value)
        return (sums + hidden.bias.value).inDouble
    }

    mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Float>) throws -> Void
    ) rethrows {
        try hidden.forEachParameter(under: "hidden", visit)
        try output.forEachParameter(under: "output", visit)
    }
}
