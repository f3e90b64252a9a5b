/// How a multinomial logistic regression is to be fitted: logistic regression of any number of classes
/// (softmax regression).
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
/// ```swift
/// let regression = try MultinomialRegressionSettings().fit(features: table, labels: labels)
/// let predictions = try regression.predict(table)
/// ```
///
/// Source: Hastie, Tibshirani and Friedman, The elements of statistical learning, 2009, 4.4.
public struct MultinomialRegressionSettings: Sendable, Equatable, Codable {
    /// How strongly the weights are drawn to 0. Above 0 the weights stay finite where planes part the
    /// classes without error, and unique where features say the same. scikit-learn's C is 1 / penalty.
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

    /// Fits weights and intercepts.
    ///
    /// A class without samples gets a probability near 0: its intercept falls until the loss is flat.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes, or nil for the largest label and one.
    /// - Throws: `EstimatorError` if samples, labels or settings cannot be used, or all samples are of
    ///   one class.
    public func fit<Scalar: TensorScalar>(
        features: Tensor<Scalar>, labels: [Int], classCount: Int? = nil
    ) throws -> FittedMultinomialRegression {
        guard penalty > 0, penalty.isFinite else {
            throw EstimatorError.unusableSetting(
                name: "penalty", value: "\(penalty)", allowed: "a number above 0")
        }
        let table = try SampleTable(features)
        let classes = try table.checkedClassCount(labels: labels, classCount: classCount)
        if labels.allSatisfy({ $0 == labels[0] }) {
            throw EstimatorError.onlyOneClass(label: labels[0])
        }
        var fit = MultinomialFit(
            loss: MultinomialLoss(
                table: table, labels: labels, classCount: classes, penalty: penalty))
        while fit.steps < maximumSteps, fit.largestSlope > tolerance, fit.step() {}
        let width = table.featureCount + 1
        let rows = (0..<classes).map { Array(fit.parameters[$0 * width..<($0 + 1) * width]) }
        return FittedMultinomialRegression(
            weights: rows.map { Array($0.dropLast()) }, intercepts: rows.map { $0[width - 1] },
            loss: fit.value, steps: fit.steps, hasConverged: fit.largestSlope <= tolerance)
    }
}
