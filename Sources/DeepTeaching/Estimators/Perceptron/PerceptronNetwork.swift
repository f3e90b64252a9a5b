/// Dense layers one after the other.
struct PerceptronNetwork: Layer {
    /// The layers, the first one first.
    var layers: [Dense<Float>]

    /// A network of given layers.
    init(layers: [Dense<Float>]) { self.layers = layers }

    /// A network of random weights.
    ///
    /// - Parameter sizes: the number of features, the widths of the hidden layers, the number of classes.
    init(sizes: [Int], activation: Activation, using generator: inout SeededGenerator) {
        layers = zip(sizes, sizes.dropFirst()).enumerated().map { number, size in
            Dense(
                inputs: size.0, outputs: size.1,
                activation: number + 2 == sizes.count ? .identity : activation,
                using: &generator)
        }
    }

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        layers.reduce(input) { value, layer in layer(value, in: pass) }
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        for index in layers.indices { visitor("\(index)", &layers[index]) }
    }

    /// The mean cross-entropy of a batch and the penalty for large weights.
    func loss(
        of samples: Tensor<Float>, labels: [Int], penalty: Double, in pass: Pass
    ) -> Variable<Float> {
        let loss = softmaxCrossEntropy(
            logits: self(Variable(samples), in: pass), labels: labels)
        if penalty == 0 { return loss }
        return layers.reduce(loss) { sum, layer in
            sum + (layer.weights * layer.weights).sum() * Float(penalty / Double(2 * labels.count))
        }
    }
}
