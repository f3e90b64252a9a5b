import DeepTeaching

extension Workload {
    /// Training steps of recurrent attention as the paper has it: glimpses of 8 x 8 pixels at one scale,
    /// a core of 256 ReLU units, six glimpses, the first anywhere, a learned baseline.
    static var recurrentAttention: [Workload] {
        [
            Workload(name: "ram_g8_n6_h256_b64_train_adam", items: 64, unit: "samples/s") {
                let rows = 64
                var generator = SeededGenerator(seed: 0)
                let settings = RecurrentAttention<Float>.Settings(
                    sensor: GlimpseSensor(size: 8, scales: 1), glimpses: 6, classes: 10,
                    core: .relu, detachesPolicy: true)
                var model = RecurrentAttention(settings, using: &generator)
                var optimizer = Adam<Float>()
                let pictures = Tensor<Float>.uniform([rows, 28, 28], using: &generator)
                let labels = (0..<rows).map { _ in generator.index(below: 10) }
                // The peer adds up over the moves, and counts them 0.01 times.
                var objective = GlimpseObjective.paper
                objective.weight = 0.01 * Double(settings.glimpses - 1)
                return {
                    let first = Tensor<Float>.uniform(
                        [rows, 2], from: -1, to: 1, using: &generator)
                    let noise = Tensor<Float>.normal([5, rows, 2], using: &generator)
                    let (_, gradients) = gradients(of: model) { model in
                        let look = model.look(
                            at: GlimpsePictures(pictures, sensor: settings.sensor), first: first,
                            policy: .sampled(noise: noise, deviation: 0.17))
                        return hybridLoss(of: look, labels: labels, objective: objective)
                    }
                    optimizer.update(&model, along: gradients)
                }
            }
        ]
    }
}
