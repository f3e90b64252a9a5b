import CKernels

extension FloatKernels {
    /// Each row in one go, blocks of rows on all cores.
    public static func layerNormalization(
        _ input: Tensor<Float>, scale: Tensor<Float>, shift: Tensor<Float>, epsilon: Double
    ) -> NormalizationResult<Float> {
        input.requireNormalizable(scale: scale, shift: shift, epsilon: epsilon)
        let blocks = RowBlocks(of: input, granularity: 1)
        let (scale, shift) = (padded(scale), padded(shift))
        let output = Tensor<Float>(uninitializedShape: input.shape)
        let mean = Tensor<Float>(uninitializedShape: [blocks.rows])
        let variance = Tensor<Float>(uninitializedShape: [blocks.rows])
        parallel(blocks.count) { block in
            let first = blocks[block].lowerBound
            let start = first * blocks.features
            withPointers(
                input.storage, scale.storage, shift.storage, output.storage, mean.storage,
                variance.storage
            ) { x, scale, shift, output, mean, variance in
                layer_normalize(
                    blocks[block].count, blocks.features, x + start, scale, shift, Float(epsilon),
                    output + start, mean + first, variance + first)
            }
        }
        return NormalizationResult(output: output, mean: mean, variance: variance)
    }

    /// Each block of rows has sums of its own, which are added in the order of the blocks.
    public static func layerNormalizationGradients(
        _ input: Tensor<Float>, scale: Tensor<Float>, epsilon: Double,
        result: NormalizationResult<Float>, gradient: Tensor<Float>, needsInput: Bool
    ) -> NormalizationGradients<Float> {
        input.requireNormalized(
            result, means: elementCount(of: input.shape.dropLast()), scale: scale, epsilon: epsilon,
            gradient: gradient)
        let blocks = RowBlocks(of: input, granularity: 1)
        let inputGradient = needsInput ? Tensor<Float>(uninitializedShape: input.shape) : nil
        let scale = padded(scale)
        let width = scale.count
        var sums = Tensor<Float>.zeros([blocks.count, 2, width])
        let sumStorage = sums.writableStorage()
        parallel(blocks.count) { block in
            let first = blocks[block].lowerBound
            let start = first * blocks.features
            withPointers(
                input.storage, scale.storage, result.mean.storage, result.variance.storage,
                gradient.storage, sumStorage
            ) { x, scale, mean, variance, gradient, sums in
                let sum = sums + 2 * block * width
                withPointer(ofOptional: inputGradient?.storage) { inputGradient in
                    layer_gradients(
                        blocks[block].count, blocks.features, x + start, scale, Float(epsilon),
                        mean + first, variance + first, gradient + start, sum, sum + width,
                        inputGradient.map { $0 + start })
                }
            }
        }
        let total = sums.sum(axes: [0]).slice(0..<blocks.features, axis: 1)
        return NormalizationGradients(
            scale: total.slice(0..<1).reshaped([blocks.features]),
            shift: total.slice(1..<2).reshaped([blocks.features]), input: inputGradient)
    }

    /// One number a feature with the zeros behind that the kernels read.
    private static func padded(_ features: Tensor<Float>) -> Tensor<Float> {
        let missing = padded_channels(features.count) - features.count
        return missing == 0 ? features : features.padded(before: [0], after: [missing])
    }
}
