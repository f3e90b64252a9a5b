import DeepTeaching

extension Workload {
    /// A U-Net of 16, 32 and 64 channels on eight images of 128 x 128 pixels.
    static var segmentations: [Workload] {
        let shape = [8, 128, 128, 3]
        let make: (inout SeededGenerator) -> UNet<Float> = {
            UNet(inputs: 3, channels: [16, 32, 64], classes: 1, using: &$0)
        }
        let training = Workload(
            name: "unetlite_3x128x128_16_32_64_b8_train_adam", items: 8, unit: "images/s"
        ) {
            var generator = SeededGenerator(seed: 0)
            var network = make(&generator)
            var optimizer = Adam<Float>()
            let input = Variable(Tensor<Float>.normal(shape, using: &generator))
            let targets = Tensor<Float>.normal([8, 128, 128, 1], using: &generator) .> 0
            return {
                let (_, gradients) = gradients(of: network) { network in
                    binaryCrossEntropy(
                        logits: network(input, in: .training(seed: 0)), targets: targets)
                }
                optimizer.update(&network, along: gradients)
            }
        }
        return [training, inference("unetlite_3x128x128_16_32_64_b8_infer", shape, make)]
    }
}
