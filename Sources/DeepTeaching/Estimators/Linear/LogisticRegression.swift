/// A logistic regression of two classes: a plane through the features, and the probability of class 1
/// by how far on which side of it a sample lies.
///
///     p(x) = 1 / (1 + exp(-(w . x + b)))
///
/// Fitted are the weights w and the intercept b that minimise
///
///     -sum_i (y_i log p(x_i) + (1 - y_i) log(1 - p(x_i))) + penalty / 2 |w|^2
///
/// by Newton's method, which needs some ten steps. The intercept is not penalised.
///
/// This value says how it is to be fitted; `fit` returns a ``Fitted``, and only that can predict. For
/// more classes there is ``MultinomialRegression``.
///
/// Source: Hastie, Tibshirani and Friedman, The elements of statistical learning, 2009, 4.4.
public struct LogisticRegression: Sendable, Equatable, Codable {
    /// How strongly the weights are drawn to 0. Above 0 the weights stay finite where a plane parts
    /// the classes without error. scikit-learn's C is 1 / penalty.
    public var penalty: Double

    /// The steps end when none of the loss's derivatives, divided by the number of samples, is
    /// larger.
    public var tolerance: Double

    /// The most steps.
    public var maximumSteps: Int

    /// A regression yet to be fitted; the penalty is scikit-learn's.
    public init(penalty: Double = 1, tolerance: Double = 1e-10, maximumSteps: Int = 100) {
        self.penalty = penalty
        self.tolerance = tolerance
        self.maximumSteps = maximumSteps
    }
}
