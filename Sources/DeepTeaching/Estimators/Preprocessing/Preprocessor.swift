/// A change of the features that is learnt from training samples: settings that make a
/// ``FittedPreprocessor``.
///
/// Fit it to the training samples alone and use it for all: what the test looks like must not be known
/// while learning. A ``Pipeline`` sees to that.
public protocol Preprocessor: Sendable {
    /// What `fit` returns; only that can change samples.
    associatedtype Fitted: FittedPreprocessor

    /// Learns from training samples.
    ///
    /// - Parameter features: axes [samples, features].
    /// - Throws: `EstimatorError` if samples or settings cannot be used.
    func fit<Scalar: TensorScalar>(_ features: Tensor<Scalar>) throws -> Fitted
}

/// A change of the features that was learnt from training samples.
public protocol FittedPreprocessor: Sendable, Codable {
    /// The number of features of a sample before the change.
    var featureCount: Int { get }

    /// The samples after the change, one row each.
    ///
    /// - Parameter features: axes [samples, features].
    /// - Throws: `EstimatorError` if the features do not fit.
    func transformed<Scalar: TensorScalar>(_ features: Tensor<Scalar>) throws -> Tensor<Scalar>
}

extension Standardizer: Preprocessor {}

extension Standardizer.Fitted: FittedPreprocessor {
    /// The samples with mean 0 and standard deviation 1: the same as `standardized`.
    public func transformed<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>
    ) throws -> Tensor<Scalar> {
        try standardized(features)
    }
}
