import DeepTeaching

extension Workload {
    /// Training steps of a network of three convolutions, each pooled, normalised and cut off below 0;
    /// and of the same without the normalisation.
    static var normalizedNetworks: [Workload] {
        [("normcnn", true), ("plaincnn", false)].map { name, isNormalized in
            training("\(name)_train_adam", [16, 64, 64, 3], classes: 2, Adam()) { generator in
                var layers: [any Layer<Float>] = []
                for (inputs, outputs, kernel) in [(3, 16, 5), (16, 32, 3), (32, 32, 3)] {
                    layers.append(
                        Convolution2D<Float>(
                            inputs: inputs, outputs: outputs, kernel: kernel, pooling: .maximum,
                            using: &generator))
                    if isNormalized { layers.append(BatchNormalization<Float>(features: outputs)) }
                    layers.append(ActivationLayer<Float>(.relu))
                }
                layers.append(Flatten<Float>())
                layers.append(
                    Dense<Float>(
                        inputs: 6 * 6 * 32, outputs: 32, activation: .relu, using: &generator))
                layers.append(Dense<Float>(inputs: 32, outputs: 2, using: &generator))
                return Sequential(layers)
            }
        }
    }
}
