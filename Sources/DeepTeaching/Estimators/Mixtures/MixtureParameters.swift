/// The parameters of a mixture of normal distributions.
public struct MixtureParameters: Sendable, Equatable, Codable {
    /// How much each component counts; they sum to 1.
    public let weights: [Double]

    /// Axes [component, feature].
    public let means: [[Double]]

    /// How far each component spreads.
    public let covariances: MixtureCovariances

    /// The number of components.
    public var componentCount: Int { means.count }

    /// The number of features of a sample.
    public var featureCount: Int { means[0].count }

    /// The covariance of one component, axes [feature, feature].
    public func covariance(of component: Int) -> [[Double]] {
        require(
            means.indices.contains(component),
            "there is no component \(component) in a mixture of \(means.count)")
        return covariances.matrix(of: component, features: featureCount)
    }

    /// The curve of equal density of one component of two features, `deviations` standard deviations
    /// from its mean along each axis.
    public func ellipse(of component: Int, deviations: Double = 1) -> CovarianceEllipse {
        require(
            featureCount == 2,
            "a component of \(featureCount) features is no ellipse: it takes two")
        return CovarianceEllipse(
            center: means[component], covariance: covariance(of: component),
            deviations: deviations)
    }

    /// How many numbers are free: weights, means and covariances.
    var freeCount: Int {
        let (k, d) = (componentCount, featureCount)
        let covarianceCount =
            switch covariances.kind {
            case .full: k * d * (d + 1) / 2
            case .tied: d * (d + 1) / 2
            case .diagonal: k * d
            case .spherical: k
            }
        return k - 1 + k * d + covarianceCount
    }

    /// Whether all numbers are there, and are what their names say.
    var isComplete: Bool {
        guard let first = means.first, !first.isEmpty else { return false }
        return weights.count == means.count && areProbabilities(weights)
            && means.allSatisfy { $0.count == first.count && $0.allSatisfy(\.isFinite) }
            && covariances.fits(components: means.count, features: first.count)
    }
}
