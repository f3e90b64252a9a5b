/// Where the centroids of ``KMeans`` are at first.
public enum KMeansStart: Sendable, Equatable, Codable {
    /// Samples far from each other, as ``KMeansPlusPlus`` draws them.
    case plusPlus

    /// Different samples, each equally likely.
    case samples

    /// These centroids, axes [cluster, feature].
    case centroids([[Double]])

    /// Whether every run would begin at the same place.
    var isGiven: Bool {
        if case .centroids = self { return true }
        return false
    }

    /// The centroids at the start of a run, axes [cluster, feature].
    ///
    /// - Throws: `EstimatorError` if given centroids are not one row a cluster, or no finite numbers.
    func centroids<Scalar: TensorScalar>(
        of samples: Tensor<Scalar>, count: Int, using generator: inout SeededGenerator
    ) throws -> Tensor<Scalar> {
        switch self {
        case .plusPlus:
            return samples.gathered(
                KMeansPlusPlus().drawn(count, from: samples, using: &generator))
        case .samples:
            let order = generator.shuffled(Array(0..<samples.shape[0]))
            return samples.gathered(Array(order.prefix(count)))
        case .centroids(let rows):
            return try checkedRows(
                rows, name: "start", count: count, features: samples.shape[1])
        }
    }
}

/// Rows that a caller gave, as a tensor.
///
/// - Throws: `EstimatorError` unless there are `count` rows of `features` finite numbers.
func checkedRows<Scalar: TensorScalar>(
    _ rows: [[Double]], name: String, count: Int, features: Int
) throws -> Tensor<Scalar> {
    guard rows.count == count, rows.allSatisfy({ $0.count == features }) else {
        throw EstimatorError.unusableSetting(
            name: name, value: "\(rows.count) rows of \(rows.map(\.count)) numbers",
            allowed: "\(count) rows of \(features) numbers")
    }
    let tensor = Tensor<Scalar>(rows: rows.map { row in row.map { Scalar($0) } })
    if let number = tensor.firstNotFinite {
        throw EstimatorError.unusableSetting(
            name: name, value: "\(number)", allowed: "finite numbers")
    }
    return tensor
}
