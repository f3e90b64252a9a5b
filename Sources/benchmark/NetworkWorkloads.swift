import DeepTeaching

extension Workload {
    /// Training steps and predictions of three networks.
    static var networks: [Workload] {
        [
            training("mlp_train_sgd", [64, 784], classes: 10, GradientDescent(learningRate: 0.01)) {
                DensePerceptron(using: &$0)
            }
        ]
            + workloads("mlp", [64, 784], classes: 10) { DensePerceptron(using: &$0) }
            + workloads("lenet", [64, 28, 28, 1], classes: 10) { LeNet(using: &$0) }
            + workloads("patchcnn", [32, 64, 64, 3], classes: 2) { PatchNetwork(using: &$0) }
    }

    private static func workloads<Network: Layer<Float>>(
        _ name: String, _ shape: [Int], classes: Int,
        _ make: @escaping (inout SeededGenerator) -> Network
    ) -> [Workload] {
        [
            training("\(name)_train_adam", shape, classes: classes, Adam(), make),
            inference("\(name)_infer", shape, make),
            inference("\(name)_infer_b1", [1] + shape.dropFirst(), make),
        ]
    }

    /// Training steps of one network on one batch.
    static func training<Network: Layer<Float>>(
        _ name: String, _ shape: [Int], classes: Int, _ optimizer: some Optimizer<Float>,
        _ make: @escaping (inout SeededGenerator) -> Network
    ) -> Workload {
        Workload(name: name, items: shape[0], unit: "samples/s") {
            var generator = SeededGenerator(seed: 0)
            var network = make(&generator)
            var optimizer = optimizer
            let input = Variable(Tensor<Float>.normal(shape, using: &generator))
            let labels = (0..<shape[0]).map { _ in generator.index(below: classes) }
            return {
                let (_, gradients) = gradients(of: network) { network in
                    softmaxCrossEntropy(
                        logits: network(input, in: .training(seed: 0)), labels: labels)
                }
                optimizer.update(&network, along: gradients)
            }
        }
    }

    /// Training steps of a network of 33 numbers, one sample at a time.
    static var tinyNetworks: [Workload] {
        func workload(_ name: String, _ optimizer: some Optimizer<Float>) -> Workload {
            Workload(name: "tinymlp_2_8_1_train_\(name)_b1", items: 1, unit: "steps/s") {
                var generator = SeededGenerator(seed: 0)
                var network = TinyPerceptron(using: &generator)
                var optimizer = optimizer
                let input = Variable(Tensor<Float>.normal([1, 2], using: &generator))
                let target = Tensor<Float>.normal([1, 1], using: &generator)
                return {
                    let (_, gradients) = gradients(of: network) { network in
                        meanSquaredError(
                            predictions: network(input, in: .inference), targets: target)
                    }
                    optimizer.update(&network, along: gradients)
                }
            }
        }
        return [
            workload("sgd", GradientDescent(learningRate: 0.1)),
            workload("adam", Adam(learningRate: 0.01)),
        ]
    }

    /// Predictions of one network for one batch.
    static func inference<Network: Layer<Float>>(
        _ name: String, _ shape: [Int], _ make: @escaping (inout SeededGenerator) -> Network
    ) -> Workload {
        Workload(name: name, items: shape[0], unit: "samples/s") {
            var generator = SeededGenerator(seed: 0)
            let network = make(&generator)
            let input = Tensor<Float>.normal(shape, using: &generator)
            return { _ = network(input) }
        }
    }
}
