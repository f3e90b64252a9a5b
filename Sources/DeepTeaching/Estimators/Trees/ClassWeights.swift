/// How much each class counts while a tree is grown.
public enum ClassWeights: Sendable, Equatable, Codable {
    /// Every sample counts 1.
    case uniform

    /// Class k counts n / (K * n_k), so that all K classes that occur weigh the same together;
    /// n samples, n_k of class k. A rare type of metastasis is then not drowned by negatives.
    case balanced

    /// One positive weight a class.
    case explicit([Double])

    /// The weight of each class.
    ///
    /// - Throws: `EstimatorError` if an explicit weight is missing or not a positive number.
    func weights(labels: [Int], classCount: Int) throws -> [Double] {
        switch self {
        case .uniform:
            return [Double](repeating: 1, count: classCount)
        case .balanced:
            var counts = [Int](repeating: 0, count: classCount)
            for label in labels { counts[label] += 1 }
            let present = counts.count { $0 > 0 }
            return counts.map { $0 == 0 ? 1 : Double(labels.count) / Double(present * $0) }
        case .explicit(let weights):
            guard weights.count == classCount else {
                throw EstimatorError.classWeightCount(found: weights.count, expected: classCount)
            }
            for weight in weights where !(weight > 0 && weight.isFinite) {
                throw EstimatorError.unusableSetting(
                    name: "classWeights", value: "\(weights)", allowed: "positive numbers")
            }
            return weights
        }
    }
}
