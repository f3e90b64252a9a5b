/// A classifier that has learnt from samples: it gives each class a probability.
public protocol FittedClassifier: Sendable, Codable {
    /// The number of features of a sample.
    var featureCount: Int { get }

    /// The number of classes.
    var classCount: Int { get }

    /// The probability of each class for each sample.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Returns: axes [samples, classes]; each row sums to 1.
    /// - Throws: `EstimatorError` if the features are not a table of `featureCount` columns of
    ///   finite numbers.
    func probabilities<Scalar: TensorScalar>(for features: Tensor<Scalar>) throws -> Tensor<Double>
}

extension FittedClassifier {
    /// The most probable class of each sample; of equally probable ones the first.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Throws: `EstimatorError` as `probabilities(for:)` does.
    public func predictions<Scalar: TensorScalar>(
        for features: Tensor<Scalar>
    ) throws -> [Int] {
        let probabilities = try probabilities(for: features)
        return mostProbableClasses(probabilities.elements, classCount: classCount)
    }

    /// The share of samples whose most probable class is their label.
    ///
    /// - Throws: `EstimatorError` if there is no sample, or a label is missing or out of range.
    public func accuracy<Scalar: TensorScalar>(
        for features: Tensor<Scalar>, labels: [Int]
    ) throws -> Double {
        guard features.rank == 2 else { throw EstimatorError.notATable(shape: features.shape) }
        _ = try SampleTable.checkedClassCount(
            labels: labels, sampleCount: features.shape[0], classCount: classCount)
        let predictions = try predictions(for: features)
        let hits = zip(predictions, labels).count { $0 == $1 }
        return Double(hits) / Double(labels.count)
    }
}

/// The column of the largest number of each row; of equal ones the first.
func mostProbableClasses(_ probabilities: [Double], classCount: Int) -> [Int] {
    stride(from: 0, to: probabilities.count, by: classCount).map { start in
        var best = 0
        for k in 1..<max(1, classCount)
        where probabilities[start + k] > probabilities[start + best] { best = k }
        return best
    }
}
