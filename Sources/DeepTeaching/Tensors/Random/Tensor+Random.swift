extension Tensor {
    /// Draws from the normal distribution.
    public static func normal(
        _ shape: [Int], mean: Double = 0, standardDeviation deviation: Double = 1,
        using generator: inout SeededGenerator
    ) -> Tensor {
        require(
            mean.isFinite && deviation.isFinite && deviation >= 0,
            "there is no normal distribution of mean \(mean) and deviation \(deviation)")
        return generated(shape) { Scalar(mean + deviation * generator.normal()) }
    }

    /// Draws from the interval from `lower` up to but not including `upper`, each equally likely.
    public static func uniform(
        _ shape: [Int], from lower: Double = 0, to upper: Double = 1,
        using generator: inout SeededGenerator
    ) -> Tensor {
        require(
            lower <= upper && (upper - lower).isFinite,
            "there is no interval from \(lower) to \(upper)")
        return generated(shape) { Scalar(generator.uniform(lower, upper)) }
    }

    /// Ones with probability `probability`, otherwise zeros.
    public static func bernoulli(
        _ shape: [Int], probability: Double, using generator: inout SeededGenerator
    ) -> Tensor {
        require(
            0 <= probability && probability <= 1, "\(probability) is no probability from 0 to 1")
        return generated(shape) { generator.uniform() < probability ? 1 : 0 }
    }

    private static func generated(_ shape: [Int], _ draw: () -> Scalar) -> Tensor {
        let result = Tensor(uninitializedShape: shape)
        withPointers(result.storage) { target in
            for index in 0..<result.count { target[index] = draw() }
        }
        return result
    }
}
