import Foundation

/// How a logistic regression is to be fitted: a plane through the features, and the probability of
/// class 1 by how far on which side of it a sample lies.
///
///     p(x) = 1 / (1 + exp(-(w . x + b)))
///
/// Fitted are the weights w and the intercept b that minimise
///
///     -sum_i (y_i log p(x_i) + (1 - y_i) log(1 - p(x_i))) + penalty / 2 |w|^2
///
/// by Newton's method, which needs some ten steps. The intercept is not penalised.
///
/// Source: Hastie, Tibshirani and Friedman, The elements of statistical learning, 2009, 4.4.
public struct LogisticRegressionSettings: Sendable, Equatable, Codable {
    /// How strongly the weights are drawn to 0. Above 0 the weights stay finite where a plane parts
    /// the classes without error. scikit-learn's C is 1 / penalty.
    public var penalty: Double

    /// The steps end when none of the loss's derivatives, divided by the number of samples, is
    /// larger.
    public var tolerance: Double

    /// The most steps.
    public var maximumSteps: Int

    /// Settings; the penalty is scikit-learn's.
    public init(penalty: Double = 1, tolerance: Double = 1e-10, maximumSteps: Int = 100) {
        self.penalty = penalty
        self.tolerance = tolerance
        self.maximumSteps = maximumSteps
    }

    /// Fits weights and intercept.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, 0 or 1.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used, or all samples are of
    ///   one class.
    public func fit<Scalar: TensorScalar>(
        features: Tensor<Scalar>, labels: [Int]
    ) throws -> FittedLogisticRegression {
        guard penalty > 0, penalty.isFinite else {
            throw EstimatorError.unusableSetting(
                name: "penalty", value: "\(penalty)", allowed: "a number above 0")
        }
        let table = try SampleTable(features)
        _ = try table.checkedClassCount(labels: labels, classCount: 2)
        // The intercept would grow for ever.
        if labels.allSatisfy({ $0 == labels[0] }) {
            throw EstimatorError.onlyOneClass(label: labels[0])
        }
        var fit = NewtonFit(table: table, labels: labels, penalty: penalty)
        while fit.steps < maximumSteps, fit.largestSlope > tolerance, fit.step() {}
        return FittedLogisticRegression(
            weights: Array(fit.parameters.dropLast()), intercept: fit.parameters.last ?? 0,
            loss: fit.loss, steps: fit.steps, hasConverged: fit.largestSlope <= tolerance)
    }
}
