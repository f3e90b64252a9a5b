import DeepTeaching

extension Workload {
    /// Batch and layer normalisation, forward while learning and with all three gradients.
    static var normalizations: [Workload] {
        let images = [
            [64, 32, 32, 32], [64, 16, 16, 64], [64, 32, 32, 3], [32, 32, 32, 17], [64, 64, 64, 1],
        ]
        let byBatch = (images + [[256, 128]]).map { shape in
            normalization("batchnorm", shape) {
                $0[0].batchNormalized(scale: $0[1], shift: $0[2], epsilon: 1e-5).output
            }
        }
        let byRow = [[64, 64, 128], [4096, 8], [2048, 17]].map { shape in
            normalization("layernorm", shape) {
                $0[0].layerNormalized(scale: $0[1], shift: $0[2], epsilon: 1e-5)
            }
        }
        return byBatch + byRow
    }

    private static func normalization(
        _ name: String, _ shape: [Int],
        _ layer: @escaping ([Variable<Float>]) -> Variable<Float>
    ) -> Workload {
        let sizes = shape.map { "\($0)" }.joined(separator: "x")
        return Workload(name: "\(name)_\(sizes)_fwdbwd", items: shape[0], unit: "samples/s") {
            var generator = SeededGenerator(seed: 0)
            let features = shape[shape.count - 1]
            let operands = [
                Variable(Tensor<Float>.normal(shape, using: &generator)),
                Variable(Tensor<Float>.ones([features])), Variable(.zeros([features])),
            ]
            return { _ = gradients(of: operands) { layer($0).sum() } }
        }
    }
}
