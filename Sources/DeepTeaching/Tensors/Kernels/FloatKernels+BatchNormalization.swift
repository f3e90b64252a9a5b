import CKernels

extension FloatKernels {
    /// Mean and variance in one pass over the memory, the result in a second.
    ///
    /// Each block has its own mean and sum of squared deviations from it, by two passes while it is
    /// in the cache; the blocks are joined in Double. So nothing is lost where the mean is large
    /// beside the deviation.
    ///
    /// Source: Chan, Golub and LeVeque, Algorithms for computing the sample variance: analysis and
    /// recommendations, 1983.
    public static func batchNormalization(
        _ input: Tensor<Float>, scale: Tensor<Float>, shift: Tensor<Float>, epsilon: Double
    ) -> NormalizationResult<Float> {
        input.requireNormalizable(scale: scale, shift: shift, epsilon: epsilon)
        let (mean, variance) = moments(input)
        let slope = scale / (variance + Float(epsilon)).squareRoot()
        return NormalizationResult(
            output: combined(input, mean: mean, slope: slope, shift: shift), mean: mean,
            variance: variance)
    }

    /// The sums of g and of g (x - mean) in one pass; then the input's gradient, which is
    /// rate g + slope (x - mean) + shift with three numbers for each feature, in a second.
    public static func batchNormalizationGradients(
        _ input: Tensor<Float>, scale: Tensor<Float>, epsilon: Double,
        result: NormalizationResult<Float>, gradient: Tensor<Float>, needsInput: Bool
    ) -> NormalizationGradients<Float> {
        input.requireNormalized(
            result, means: scale.count, scale: scale, epsilon: epsilon,
            gradient: gradient)
        let deviation = (result.variance + Float(epsilon)).squareRoot()
        let (sums, products) = gradientSums(input, mean: result.mean, gradient)
        let scaleGradient = products / deviation
        if !needsInput {
            return NormalizationGradients(scale: scaleGradient, shift: sums, input: nil)
        }
        let rate = scale / deviation
        let count = Float(input.count / max(scale.count, 1))
        let inputGradient = combined(
            input, mean: result.mean, slope: -(rate * scaleGradient / deviation / count),
            shift: -(rate * sums / count), gradient: (gradient, rate))
        return NormalizationGradients(scale: scaleGradient, shift: sums, input: inputGradient)
    }

    /// The rows that a wide row of the kernels can hold.
    private static let granularity = 64

    /// Mean and variance of each feature.
    private static func moments(
        _ input: Tensor<Float>
    ) -> (mean: Tensor<Float>, variance: Tensor<Float>) {
        let blocks = RowBlocks(of: input, granularity: granularity)
        let parts = eachBlock(blocks) { block, means, squares, scratch in
            let start = blocks[block].lowerBound * blocks.features
            withPointers(input.storage) { x in
                batch_statistics(
                    blocks[block].count, blocks.features, x + start, means, squares, scratch)
            }
        }
        let joined = (0..<blocks.features).map { feature in
            var moments = Moments()
            for block in 0..<blocks.count {
                let at = block * blocks.features + feature
                moments.add(
                    count: blocks[block].count, mean: parts.first[at], squares: parts.second[at])
            }
            return moments
        }
        return (
            Tensor(joined.map { Float($0.mean) }, shape: [blocks.features]),
            Tensor(joined.map { Float($0.variance) }, shape: [blocks.features])
        )
    }

    /// The sums of g and of g (x - mean) for each feature.
    private static func gradientSums(
        _ input: Tensor<Float>, mean: Tensor<Float>, _ gradient: Tensor<Float>
    ) -> (sums: Tensor<Float>, products: Tensor<Float>) {
        let blocks = RowBlocks(of: input, granularity: granularity)
        let parts = eachBlock(blocks) { block, sums, products, scratch in
            let start = blocks[block].lowerBound * blocks.features
            withPointers(input.storage, mean.storage, gradient.storage) { x, mean, gradient in
                batch_gradient_sums(
                    blocks[block].count, blocks.features, x + start, mean, gradient + start, sums,
                    products, scratch)
            }
        }
        func total(_ parts: [Float]) -> Tensor<Float> {
            let totals = (0..<blocks.features).map { feature in
                (0..<blocks.count).reduce(0.0) {
                    $0 + Double(parts[$1 * blocks.features + feature])
                }
            }
            return Tensor(totals.map { Float($0) }, shape: [blocks.features])
        }
        return (total(parts.first), total(parts.second))
    }

    /// Two numbers for each block and feature, `[block, feature]`, filled on all cores.
    private static func eachBlock(
        _ blocks: RowBlocks,
        _ fill:
            @Sendable (
                _ block: Int, _ first: UnsafeMutablePointer<Float>,
                _ second: UnsafeMutablePointer<Float>, _ scratch: UnsafeMutablePointer<Float>
            ) -> Void
    ) -> (first: [Float], second: [Float]) {
        let shape = [blocks.count, blocks.features]
        let first = Tensor<Float>(uninitializedShape: shape)
        let second = Tensor<Float>(uninitializedShape: shape)
        parallel(blocks.count) { block in
            let scratch = TensorStorage<Float>(count: batch_scratch(blocks.features))
            withPointers(first.storage, second.storage, scratch) { first, second, scratch in
                let at = block * blocks.features
                fill(block, first + at, second + at, scratch)
            }
        }
        return (first.elements, second.elements)
    }

    /// (x - mean) slope + shift, and gradient rate where there is a gradient.
    private static func combined(
        _ input: Tensor<Float>, mean: Tensor<Float>, slope: Tensor<Float>, shift: Tensor<Float>,
        gradient: (values: Tensor<Float>, rate: Tensor<Float>)? = nil
    ) -> Tensor<Float> {
        let blocks = RowBlocks(of: input, granularity: granularity)
        let output = Tensor<Float>(uninitializedShape: input.shape)
        parallel(blocks.count) { block in
            let scratch = TensorStorage<Float>(count: batch_scratch(blocks.features))
            let start = blocks[block].lowerBound * blocks.features
            withPointers(
                input.storage, output.storage, mean.storage, slope.storage, shift.storage, scratch
            ) { x, output, mean, slope, shift, scratch in
                withPointer(ofOptional: gradient?.values.storage) { gradients in
                    withPointer(ofOptional: gradient?.rate.storage) { rate in
                        var combination = batch_combination(
                            mean: mean, slope: slope, shift: shift, rate: rate,
                            gradient: gradients.map { $0 + start })
                        batch_combine(
                            blocks[block].count, blocks.features, x + start, &combination,
                            output + start, scratch)
                    }
                }
            }
        }
        return output
    }
}
