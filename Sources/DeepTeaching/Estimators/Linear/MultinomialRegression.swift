/// A multinomial logistic regression: logistic regression of any number of classes (softmax
/// regression).
///
///     p_k(x) = exp(w_k . x + b_k) / sum_j exp(w_j . x + b_j)
///
/// Fitted are the weights w_k and the intercepts b_k that minimise
///
///     -sum_i log p_(y_i)(x_i) + penalty / 2 sum_k |w_k|^2
///
/// by Newton's method, whose linear equations are solved by conjugate gradients. The intercepts are
/// not penalised; they and the weights sum to 0 over the classes, since adding the same to all of
/// them changes no probability. Features of very different sizes cost more steps: see ``Standardizer``.
///
/// This value says how it is to be fitted; `fit` returns a ``Fitted``, and only that can predict. Of
/// two classes ``LogisticRegression`` makes one plane instead of two halves.
///
/// ```swift
/// let regression = try MultinomialRegression().fit(table, labels: labels)
/// let predictions = try regression.predictions(for: table)
/// ```
///
/// Source: Hastie, Tibshirani and Friedman, The elements of statistical learning, 2009, 4.4.
public struct MultinomialRegression: Sendable, Equatable, Codable {
    /// How strongly the weights are drawn to 0. Above 0 the weights stay finite where planes part the
    /// classes without error, and unique where features say the same. scikit-learn's C is 1 / penalty.
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
