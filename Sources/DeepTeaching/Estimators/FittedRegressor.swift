/// A regressor that has learnt from samples: it predicts a number for each.
public protocol FittedRegressor: Sendable, Codable {
    /// The number of features of a sample.
    var featureCount: Int { get }

    /// The number that is predicted for each sample.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Throws: `EstimatorError` if the features are not a table of `featureCount` columns of
    ///   finite numbers.
    func predictions<Scalar: TensorScalar>(for features: Tensor<Scalar>) throws -> [Double]
}
