/// Gives each feature mean 0 and standard deviation 1: z = (x - mean) / deviation.
///
/// Means and deviations are those of the samples that it is fitted to. Fit it to the training samples
/// alone and use it for all: what the test looks like must not be known while learning.
///
/// ```swift
/// let standardizer = try Standardizer().fit(training)
/// let model = try LogisticRegression().fit(
///     standardizer.standardized(training), labels: labels)
/// let predictions = try model.predictions(for: standardizer.standardized(test))
/// ```
public struct Standardizer: Sendable, Equatable, Codable {
    /// A standardiser yet to be fitted: it has no settings.
    public init() {}

    /// Learns the mean and the deviation of each feature.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Throws: `EstimatorError` if this is no table, has no row, holds a number that is infinite or
    ///   none, or numbers so far apart that their deviation is infinite.
    public func fit<Scalar: TensorScalar>(_ features: Tensor<Scalar>) throws -> Fitted {
        let table = try SampleTable(features)
        guard table.sampleCount > 0 else { throw EstimatorError.noSamples }
        let moments = (0..<table.featureCount).map { feature in
            columnMoments(
                stride(from: feature, to: table.values.count, by: table.featureCount)
                    .map { table.values[$0] })
        }
        if let feature = moments.firstIndex(where: { !$0.deviation.isFinite }) {
            throw EstimatorError.unusableSetting(
                name: "deviation of feature \(feature)", value: "\(moments[feature].deviation)",
                allowed: "finite; take a smaller unit")
        }
        return Fitted(means: moments.map(\.mean), standardDeviations: moments.map(\.deviation))
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
