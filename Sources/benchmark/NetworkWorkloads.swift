import DeepTeaching

extension Workload {
    /// Training steps and predictions of three networks.
    static var networks: [Workload] {
        workloads("mlp", [64, 784], classes: 10) { DensePerceptron(using: &$0) }
            + workloads("lenet", [64, 28, 28, 1], classes: 10) { LeNet(using: &$0) }
            + workloads("patchcnn", [32, 64, 64, 3], classes: 2) { PatchClassifier(using: &$0) }
    }

    private static func workloads<Network: Layer<Float>>(
        _ name: String, _ shape: [Int], classes: Int,
        _ make: @escaping (inout SeededGenerator) -> Network
    ) -> [Workload] {
        [
            Workload(name: "\(name)_train_adam", items: shape[0], unit: "samples/s") {
                var generator = SeededGenerator(seed: 0)
                let network = make(&generator)
                let input = Variable(Tensor<Float>.normal(shape, using: &generator))
                let labels = (0..<shape[0]).map { _ in generator.index(below: classes) }
                return trainingStep(network, input, labels)
            },
            inference("\(name)_infer", shape, make),
            inference("\(name)_infer_b1", [1] + shape.dropFirst(), make),
        ]
    }

    private static func trainingStep(
        _ network: some Layer<Float>, _ input: Variable<Float>, _ labels: [Int]
    ) -> () -> Void {
        var network = network
        var adam = Adam<Float>()
        return {
            let (_, gradients) = gradients(of: network) { network in
                softmaxCrossEntropy(
                    logits: network(input, in: .training(seed: 0)), labels: labels)
            }
            adam.update(&network, along: gradients)
        }
    }

    private static func inference<Network: Layer<Float>>(
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
