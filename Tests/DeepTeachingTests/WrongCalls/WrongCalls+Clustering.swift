@testable import DeepTeaching

/// Components, ellipses and distances that are none.
let wrongClusterings: [WrongCall] = [
    WrongCall("the covariance of a component that is none", "there is no component 2 in a mixture")
    {
        _ = mixture([[0, 1], [1, 0]]).covariance(of: 2)
    },
    WrongCall("the ellipse of three features", "a component of 3 features is no ellipse") {
        _ = mixture([[0, 1, 2]]).ellipse(of: 0)
    },
    WrongCall("an ellipse of one number", "an ellipse takes a center of two numbers") {
        _ = CovarianceEllipse(center: [0], covariance: [[1, 0], [0, 1]])
    },
    WrongCall("an ellipse of a ragged covariance", "an ellipse takes a center of two numbers") {
        _ = CovarianceEllipse(center: [0, 0], covariance: [[1, 0], [0]])
    },
    WrongCall("a curve of one point", "1 points are no curve") {
        _ = CovarianceEllipse(center: [0, 0], covariance: [[1, 0], [0, 1]]).points(1)
    },
    WrongCall("-1 samples of a mixture", "-1 samples cannot be drawn") {
        var generator = SeededGenerator(seed: 1)
        _ = try GaussianMixture(components: 1).fit(Tensor<Double>(rows: [[1], [2]]))
            .drawn(-1, using: &generator)
    },
    WrongCall("centroids of other features", "have no distance from centroids of shape [1, 3]") {
        _ = FloatKernels.nearestCentroids(.zeros([4, 2]), .zeros([1, 3]), summing: true)
    },
    WrongCall("no centroids", "have no distance from centroids of shape [0, 2]") {
        _ = DoubleKernels.squaredDistances(.zeros([4, 2]), .zeros([0, 2]))
    },
]

/// A mixture of components of equal weight and unit variance.
private func mixture(_ means: [[Double]]) -> MixtureParameters {
    MixtureParameters(
        weights: means.map { _ in 1 / Double(means.count) }, means: means,
        covariances: .spherical(means.map { _ in 1 }))
}
