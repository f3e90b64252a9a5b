/// How much worse a classifier gets when one feature is shuffled among the samples.
///
/// Source: Breiman, Random forests, Machine Learning, 2001, section 10.
public struct PermutationImportance: Sendable, Equatable, Codable {
    /// The mean loss of accuracy: near 0, or a little below, for a feature that is not used.
    public let mean: Double

    /// The standard deviation of the loss over the repeats (divided by their number).
    public let standardDeviation: Double
}

extension FittedClassifier {
    /// The importance of each feature on these samples, which should not be the training samples.
    ///
    /// Features that say the same share their importance: shuffling one leaves the other.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample.
    ///   - repeats: how often each feature is shuffled.
    ///   - seed: decides the shuffles.
    /// - Throws: `EstimatorError` if features or labels do not fit, or `repeats` is below 1.
    public func permutationImportance<Scalar: TensorScalar>(
        for features: Tensor<Scalar>, labels: [Int], repeats: Int = 5, seed: UInt64 = 0
    ) throws -> [PermutationImportance] {
        guard repeats >= 1 else {
            throw EstimatorError.unusableSetting(
                name: "repeats", value: "\(repeats)", allowed: "1 or more")
        }
        let baseline = try accuracy(for: features, labels: labels)
        // A pipeline may fill what is missing.
        let table = try SampleTable(features, acceptsMissing: true)
        return try (0..<featureCount).map { feature in
            let losses = try (0..<repeats).map { turn in
                var generator = SeededGenerator(
                    seed: seed, stream: "permutation, feature \(feature), repeat \(turn)")
                let shuffled = shuffle(feature, of: table, using: &generator)
                return baseline - (try accuracy(for: shuffled, labels: labels))
            }
            let mean = losses.reduce(0, +) / Double(repeats)
            let variance = losses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(repeats)
            return PermutationImportance(mean: mean, standardDeviation: variance.squareRoot())
        }
    }

    private func shuffle(
        _ feature: Int, of table: SampleTable, using generator: inout SeededGenerator
    ) -> Tensor<Double> {
        var values = table.values
        let order = generator.shuffled(Array(0..<table.sampleCount))
        for (sample, source) in order.enumerated() {
            values[sample * table.featureCount + feature] =
                table.values[source * table.featureCount + feature]
        }
        return Tensor(values, shape: [table.sampleCount, table.featureCount])
    }
}
