/// A mixture of normal distributions, fitted by expectation maximisation (EM).
///
///     p(x) = sum over k of w_k N(x; m_k, S_k)
///
/// Two steps are repeated. Expectation: the share of component k in sample i is
/// r_ik = w_k N(x_i; m_k, S_k) / p(x_i). Maximisation: weights, means and covariances become those of the
/// samples counted by these shares. The likelihood of the samples never falls, as long as the covariance
/// floor is small beside the covariances.
///
/// This value says how it is to be fitted; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let mixture = try GaussianMixture(components: 3).fit(table, seed: 1)
/// print(mixture.parameters.weights, mixture.logLikelihood)
/// let shares = try mixture.probabilities(for: table)
/// ```
///
/// Source: Dempster, Laird and Rubin, Maximum likelihood from incomplete data via the EM algorithm,
/// Journal of the Royal Statistical Society B, 1977.
public struct GaussianMixture: Sendable, Equatable, Codable {
    /// The number of normal distributions.
    public var components: Int

    /// What the covariances are free to be.
    public var covarianceKind: MixtureCovariances.Kind

    /// The parameters before the first step.
    public var start: MixtureStart

    /// Added to the variance of each feature in each component, so that no component can shrink to a
    /// point. It is an absolute number: think of it when features are small, or standardise them.
    public var covarianceFloor: Double

    /// The steps end when the mean logarithm of the likelihood of a sample changes by less.
    public var tolerance: Double

    /// The most steps.
    public var maximumIterations: Int

    /// A mixture yet to be fitted; the defaults are scikit-learn's.
    public init(
        components: Int, covarianceKind: MixtureCovariances.Kind = .full,
        start: MixtureStart = MixtureStart(), covarianceFloor: Double = 1e-6,
        tolerance: Double = 1e-3, maximumIterations: Int = 100
    ) {
        self.components = components
        self.covarianceKind = covarianceKind
        self.start = start
        self.covarianceFloor = covarianceFloor
        self.tolerance = tolerance
        self.maximumIterations = maximumIterations
    }
}

/// The parameters of ``GaussianMixture`` before the first step. What is not given comes from the clusters
/// that one run of ``KMeans`` finds.
public struct MixtureStart: Sendable, Equatable, Codable {
    /// One weight a component, above 0; they sum to 1.
    public var weights: [Double]?

    /// Axes [component, feature].
    public var means: [[Double]]?

    /// Of the same kind as the mixture's. scikit-learn takes their inverses, the precisions.
    public var covariances: MixtureCovariances?

    /// A start with what is known.
    public init(
        weights: [Double]? = nil, means: [[Double]]? = nil, covariances: MixtureCovariances? = nil
    ) {
        self.weights = weights
        self.means = means
        self.covariances = covariances
    }
}
