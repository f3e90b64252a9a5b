import DeepTeaching
import Foundation

/// The numbers of a mixture of two features, computed so that each can be looked at.
struct MixtureByHand {
    let parameters: MixtureParameters

    /// The Cholesky factors of the covariances: L [[a, 0], [b, c]] with L L' = S.
    let factors: [[[Double]]]

    init(_ parameters: MixtureParameters) {
        self.parameters = parameters
        factors = parameters.means.indices.map { component in
            let covariance = parameters.covariance(of: component)
            let a = covariance[0][0].squareRoot()
            let b = covariance[1][0] / a
            return [[a, 0], [b, (covariance[1][1] - b * b).squareRoot()]]
        }
    }

    /// z, the difference from the mean in units of the deviation.
    func z(_ point: [Double], _ component: Int) -> [Double] {
        let (factor, mean) = (factors[component], parameters.means[component])
        let first = (point[0] - mean[0]) / factor[0][0]
        return [first, (point[1] - mean[1] - factor[1][0] * first) / factor[1][1]]
    }

    func logDeterminant(_ component: Int) -> Double {
        2 * log(factors[component][0][0] * factors[component][1][1])
    }

    /// The logarithms of the densities of all components at a point.
    func logDensities(_ point: [Double]) -> [Double] {
        factors.indices.map { component in
            let z = z(point, component)
            return
                -(2 * log(2 * Double.pi) + logDeterminant(component)
                + z[0] * z[0] + z[1] * z[1]) / 2
        }
    }

    /// The logarithms of weights times densities.
    func joint(_ point: [Double]) -> [Double] {
        zip(logDensities(point), parameters.weights).map { $0 + log($1) }
    }

    /// The shares of the components in a point.
    func shares(_ point: [Double]) -> [Double] {
        Tensor(joint(point), shape: [1, factors.count]).softmax().elements
    }
}

/// A mixture with the best likelihood of ten starts: five from k-means, five from points at random.
func bestMixture(
    _ components: Int, of table: Tensor<Double>, seed: UInt64
) throws -> GaussianMixture.Fitted {
    var generator = SeededGenerator(seed: seed, stream: "starts of mixtures")
    let rows = table.rowArrays
    let variances = table.variance(axes: [0]).elements
    let spread = [[variances[0], 0], [0, variances[1]]]
    let fitted = try (0..<10).map { number in
        var mixture = GaussianMixture(
            components: components, covarianceFloor: 1e-3, tolerance: 1e-5, maximumIterations: 300)
        if number >= 5 {
            mixture.start = MixtureStart(
                weights: [Double](repeating: 1 / Double(components), count: components),
                means: Array(generator.shuffled(rows).prefix(components)),
                covariances: .full([[[Double]]](repeating: spread, count: components)))
        }
        return try mixture.fit(table, seed: seed &+ UInt64(number))
    }
    return fitted.max { $0.logLikelihood < $1.logLikelihood } ?? fitted[0]
}
