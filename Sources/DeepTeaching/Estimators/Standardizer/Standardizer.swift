/// Gives each feature mean 0 and deviation 1: z = (x - mean) / deviation.
///
/// Means and deviations are those of the samples that it is fitted to. Fit it to the training samples
/// alone and use it for all: what the test looks like must not be known while learning.
///
/// ```swift
/// let standardizer = try Standardizer(fittedTo: training)
/// let model = try LogisticRegressionSettings().fit(
///     features: standardizer.standardized(training), labels: labels)
/// let predictions = try model.predict(standardizer.standardized(test))
/// ```
public struct Standardizer: Sendable, Equatable, Codable {
    /// The mean of each feature.
    public let means: [Double]

    /// The deviation of each feature, sqrt(sum (x - mean)^2 / n); 0 for a constant one.
    public let deviations: [Double]

    /// The number of features of a sample.
    public var featureCount: Int { means.count }

    /// Learns the mean and the deviation of each feature.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Throws: `EstimatorError` if this is no table, has no row, holds a number that is infinite or
    ///   none, or numbers so far apart that their deviation is infinite.
    public init<Scalar: TensorScalar>(fittedTo features: Tensor<Scalar>) throws {
        let table = try SampleTable(features)
        guard table.sampleCount > 0 else { throw EstimatorError.noSamples }
        let moments = (0..<table.featureCount).map { feature in
            columnMoments(
                stride(from: feature, to: table.values.count, by: table.featureCount)
                    .map { table.values[$0] })
        }
        means = moments.map(\.mean)
        deviations = moments.map(\.deviation)
        if let feature = moments.firstIndex(where: { !$0.deviation.isFinite }) {
            throw EstimatorError.unusableSetting(
                name: "deviation of feature \(feature)", value: "\(deviations[feature])",
                allowed: "finite; take a smaller unit")
        }
    }

    /// The samples with mean 0 and deviation 1, as those had that the standardiser was fitted to. A
    /// feature that was constant there is only shifted.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Returns: the same axes.
    /// - Throws: `EstimatorError` if the features do not fit, or a result is infinite.
    public func standardized<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>
    ) throws -> Tensor<Scalar> {
        try mapped(features) { x, feature in (x - means[feature]) / divisor(of: feature) }
    }

    /// The samples as they were before: x = z deviation + mean.
    ///
    /// - Throws: `EstimatorError` if the features do not fit, or a result is infinite.
    public func restored<Scalar: TensorScalar>(
        _ standardized: Tensor<Scalar>
    ) throws -> Tensor<Scalar> {
        try mapped(standardized) { z, feature in z * divisor(of: feature) + means[feature] }
    }

    private func divisor(of feature: Int) -> Double {
        deviations[feature] > 0 ? deviations[feature] : 1
    }

    /// Each number after a function of it and its feature, computed in `Double`.
    private func mapped<Scalar>(
        _ features: Tensor<Scalar>, _ function: (_ x: Double, _ feature: Int) -> Double
    ) throws -> Tensor<Scalar> {
        let table = try SampleTable(features)
        try table.requireFeatures(featureCount)
        let results = table.values.enumerated().map { place, x in
            Scalar(function(x, place % featureCount))
        }
        if let place = results.firstIndex(where: { !$0.isFinite }) {
            throw EstimatorError.notFinite(
                value: "\(results[place]) after scaling", sample: place / featureCount,
                feature: place % featureCount)
        }
        return Tensor(results, shape: features.shape)
    }
}

/// The mean and the deviation of numbers of which there is at least one.
private func columnMoments(_ numbers: [Double]) -> (mean: Double, deviation: Double) {
    let (least, most) = (numbers.min() ?? 0, numbers.max() ?? 0)
    // Rounding would leave a constant column a deviation of about 1e-17, and blow it up.
    if least == most { return (least, 0) }
    let count = Double(numbers.count)
    // Divided first, large numbers do not overflow.
    let mean = numbers.reduce(0) { $0 + $1 / count }
    let scale = max(most - mean, mean - least)
    let squares = numbers.reduce(0) { sum, x in
        let share = (x - mean) / scale
        return sum + share * share
    }
    return (mean, scale * (squares / count).squareRoot())
}

extension Standardizer {
    private enum CodingKeys: String, CodingKey { case means, deviations }

    /// Reads a standardiser.
    ///
    /// - Throws: `DecodingError` if it has no feature, or there is not one finite mean and one
    ///   deviation of 0 or more for each.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        means = try values.decode([Double].self, forKey: .means)
        deviations = try values.decode([Double].self, forKey: .deviations)
        guard !means.isEmpty, means.count == deviations.count,
            (means + deviations).allSatisfy(\.isFinite), deviations.allSatisfy({ $0 >= 0 })
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .deviations, in: values,
                debugDescription: "A standardiser needs one mean and one deviation of 0 or more "
                    + "for each feature.")
        }
    }
}
