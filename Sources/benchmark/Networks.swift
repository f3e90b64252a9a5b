import DeepTeaching

/// Three dense layers: 784 -> 256 -> 128 -> 10.
struct DensePerceptron: Layer {
    var layers: [Dense<Float>]

    init(using generator: inout SeededGenerator) {
        layers = [
            Dense(inputs: 784, outputs: 256, activation: .relu, using: &generator),
            Dense(inputs: 256, outputs: 128, activation: .relu, using: &generator),
            Dense(inputs: 128, outputs: 10, using: &generator),
        ]
    }

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        layers.reduce(input) { $1($0, in: pass) }
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        layers.visit(with: visitor)
    }
}

/// Two dense layers for two numbers: 2 -> 8 -> 1. So small that only the overhead is seen.
struct TinyPerceptron: Layer {
    var hidden: Dense<Float>
    var output: Dense<Float>

    init(using generator: inout SeededGenerator) {
        hidden = Dense(
            inputs: 2, outputs: 8, activation: .hyperbolicTangent, using: &generator)
        output = Dense(inputs: 8, outputs: 1, using: &generator)
    }

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        output(hidden(input, in: pass), in: pass)
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("hidden", &hidden)
        visitor("output", &output)
    }
}

/// LeNet-5 with ReLU and maximum pooling, on images of 28 x 28.
struct LeNet: Layer {
    var convolutions: [Convolution2D<Float>]
    var layers: [Dense<Float>]

    init(using generator: inout SeededGenerator) {
        convolutions = [
            Convolution2D(
                inputs: 1, outputs: 6, kernel: 5, padding: 2, activation: .relu,
                pooling: .maximum, using: &generator),
            Convolution2D(
                inputs: 6, outputs: 16, kernel: 5, activation: .relu, pooling: .maximum,
                using: &generator),
        ]
        layers = [
            Dense(inputs: 400, outputs: 120, activation: .relu, using: &generator),
            Dense(inputs: 120, outputs: 84, activation: .relu, using: &generator),
            Dense(inputs: 84, outputs: 10, using: &generator),
        ]
    }

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        let seen = convolutions.reduce(input) { $1($0, in: pass) }
        return layers.reduce(seen.flattened()) { $1($0, in: pass) }
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("convolutions", &convolutions)
        visitor("layers", &layers)
    }
}

/// Three convolutions with padding and two dense layers, on patches of 64 x 64 pixels.
struct PatchNetwork: Layer {
    var convolutions: [Convolution2D<Float>]
    var layers: [Dense<Float>]

    init(using generator: inout SeededGenerator) {
        convolutions = [(3, 16), (16, 32), (32, 64)].map { inputs, outputs in
            Convolution2D(
                inputs: inputs, outputs: outputs, kernel: 3, padding: 1, activation: .relu,
                pooling: .maximum, using: &generator)
        }
        layers = [
            Dense(inputs: 8 * 8 * 64, outputs: 128, activation: .relu, using: &generator),
            Dense(inputs: 128, outputs: 2, using: &generator),
        ]
    }

    func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
        let seen = convolutions.reduce(input) { $1($0, in: pass) }
        return layers.reduce(seen.flattened()) { $1($0, in: pass) }
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("convolutions", &convolutions)
        visitor("layers", &layers)
    }
}
