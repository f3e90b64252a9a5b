import Foundation

// How good a mixture is for the number of its parameters: of mixtures with different numbers of
// components or kinds of covariances, the one with the least criterion is to be preferred.
extension GaussianMixture.Fitted {
    /// Schwarz's criterion, (number of free parameters) log(samples) - 2 log(likelihood).
    ///
    /// Source: Schwarz, Estimating the dimension of a model, Annals of Statistics, 1978.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Throws: `EstimatorError` if the features do not fit, or there is no sample.
    public func bayesianInformationCriterion<Scalar: TensorScalar>(
        for features: Tensor<Scalar>
    ) throws -> Double {
        let likelihood = try logLikelihood(of: features)
        let count = Double(features.shape[0])
        return Double(parameters.freeCount) * log(count) - 2 * likelihood * count
    }

    /// Akaike's criterion, 2 (number of free parameters) - 2 log(likelihood). It forgives parameters
    /// more easily.
    ///
    /// Source: Akaike, A new look at the statistical model identification, IEEE Transactions on
    /// Automatic Control, 1974.
    ///
    /// - Parameter features: finite numbers, axes [samples, features].
    /// - Throws: `EstimatorError` if the features do not fit, or there is no sample.
    public func akaikeInformationCriterion<Scalar: TensorScalar>(
        for features: Tensor<Scalar>
    ) throws -> Double {
        let likelihood = try logLikelihood(of: features)
        return 2 * Double(parameters.freeCount) - 2 * likelihood * Double(features.shape[0])
    }
}
