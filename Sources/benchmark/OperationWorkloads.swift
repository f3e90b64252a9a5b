import DeepTeaching

extension Workload {
    /// Products of square matrices.
    static var matrixProducts: [Workload] {
        [64, 128, 256, 512, 1024].map { side in
            Workload(
                name: "matmul_\(side)", items: 1, unit: "calls/s",
                operations: 2 * Double(side * side * side)
            ) {
                var generator = SeededGenerator(seed: 0)
                let a = Tensor<Float>.normal([side, side], using: &generator)
                let b = Tensor<Float>.normal([side, side], using: &generator)
                return { _ = a.matrixProduct(b) }
            }
        }
    }

    /// Single convolutions, forward and with all three gradients.
    static var convolutions: [Workload] {
        let sizes = [
            (64, 1, 28, 6, 5, 2), (64, 6, 14, 16, 5, 0), (32, 3, 64, 16, 3, 1),
            (32, 16, 32, 32, 3, 1), (32, 32, 16, 64, 3, 1), (8, 64, 56, 64, 3, 1),
        ]
        return sizes.flatMap { batch, inputs, side, outputs, kernel, padding in
            let name = "conv_b\(batch)_c\(inputs)_\(side)x\(side)_k\(outputs)"
            let result = side + 2 * padding - kernel + 1
            let products = batch * outputs * result * result * inputs * kernel * kernel
            return [false, true].map { isTraining in
                Workload(
                    name: "\(name)_\(kernel)x\(kernel)p\(padding)_\(isTraining ? "fwdbwd" : "fwd")",
                    items: batch, unit: "images/s",
                    operations: Double(isTraining ? 6 * products : 2 * products)
                ) {
                    var generator = SeededGenerator(seed: 0)
                    let layer = Convolution2D<Float>(
                        inputs: inputs, outputs: outputs, kernel: kernel, padding: padding,
                        using: &generator)
                    let image = Tensor<Float>.normal(
                        [batch, side, side, inputs], using: &generator)
                    guard isTraining else { return { _ = layer(image) } }
                    let operands = [Variable(image), layer.weights, layer.bias]
                    return {
                        _ = gradients(of: operands) { operands in
                            operands[0].convolved(
                                weights: operands[1], bias: operands[2], padding: padding
                            ).sum()
                        }
                    }
                }
            }
        }
    }

    /// What an operation costs that computes next to nothing.
    static var smallOperations: [Workload] {
        let ones = Tensor<Float>.ones([16])
        return [
            Workload(name: "smallop_add16_recorded", items: 100, unit: "ops/s") {
                let (a, b) = (Variable(ones), Variable(ones))
                return {
                    _ = gradients(of: a) { a in
                        for _ in 0..<99 { _ = a + b }
                        return (a + b).sum()
                    }
                }
            },
            Workload(name: "smallop_add16_fwdbwd_chain100", items: 100, unit: "ops/s") {
                let (a, b) = (Variable(ones), Variable(ones))
                return { _ = gradients(of: a) { a in (0..<100).reduce(a) { z, _ in z + b }.sum() } }
            },
            Workload(name: "smallop_add16_nograd", items: 100, unit: "ops/s") {
                let (b, c) = (Variable(ones), Variable(ones))
                return { for _ in 0..<100 { _ = b + c } }
            },
        ]
    }
}
