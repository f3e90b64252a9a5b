/// The maximisation step: the parameters under which samples are most likely that are shared out to the
/// components as the moments say.
///
/// The moments are taken about the means before the step: with the shares' sum n, the sums s of share x
/// and Q of share x x', the new mean is m + s / n and the new covariance Q / n - (s / n) (s / n)'.
struct MixtureMaximization {
    let kind: MixtureCovariances.Kind
    let floor: Double

    /// The means about which the moments were taken, axes [component, feature].
    let means: [[Double]]

    /// Axes [component, moment], as ``Expectation`` has them.
    let moments: [Double]

    private var features: Int { means[0].count }
    private var isDiagonal: Bool { kind == .diagonal || kind == .spherical }
    private var squares: Int { isDiagonal ? features : features * (features + 1) / 2 }

    /// The new parameters.
    func parameters() -> MixtureParameters {
        let counts = means.indices.map { count(of: $0) }
        let total = counts.reduce(0, +)
        let moved = means.indices.map { k in
            zip(means[k], way(of: k, counts)).map { $0 + $1 }
        }
        return MixtureParameters(
            weights: counts.map { $0 / total }, means: moved, covariances: covariances(counts))
    }

    private func start(of component: Int) -> Int { component * (1 + features + squares) }

    /// The samples of a component; never 0, so that a component without samples keeps its mean and has
    /// the covariance floor.
    private func count(of component: Int) -> Double {
        moments[start(of: component)] + 10 * Double.ulpOfOne
    }

    /// How far the mean of a component moves.
    private func way(of component: Int, _ counts: [Double]) -> [Double] {
        let first = start(of: component) + 1
        return (0..<features).map { moments[first + $0] / counts[component] }
    }

    private func covariances(_ counts: [Double]) -> MixtureCovariances {
        switch kind {
        case .full: .full(means.indices.map { withFloor(matrix(of: $0, counts)) })
        case .tied: .tied(withFloor(tied(counts)))
        case .diagonal: .diagonal(means.indices.map { variances(of: $0, counts) })
        case .spherical:
            .spherical(
                means.indices.map { variances(of: $0, counts).reduce(0, +) / Double(features) })
        }
    }

    private func matrix(of component: Int, _ counts: [Double]) -> [[Double]] {
        let first = start(of: component) + 1 + features
        let way = way(of: component, counts)
        return (0..<features).map { row in
            (0..<features).map { column in
                let (i, j) = (max(row, column), min(row, column))
                return moments[first + i * (i + 1) / 2 + j] / counts[component] - way[i] * way[j]
            }
        }
    }

    /// The mean of the covariances, counted by their samples.
    private func tied(_ counts: [Double]) -> [[Double]] {
        let total = counts.reduce(0, +)
        var sum = [[Double]](
            repeating: [Double](repeating: 0, count: features), count: features)
        for k in means.indices {
            let matrix = matrix(of: k, counts)
            for i in 0..<features {
                for j in 0..<features { sum[i][j] += counts[k] / total * matrix[i][j] }
            }
        }
        return sum
    }

    private func variances(of component: Int, _ counts: [Double]) -> [Double] {
        let first = start(of: component) + 1 + features
        return way(of: component, counts).enumerated().map { feature, way in
            max(0, moments[first + feature] / counts[component] - way * way) + floor
        }
    }

    private func withFloor(_ matrix: [[Double]]) -> [[Double]] {
        var raised = matrix
        for i in raised.indices { raised[i][i] = max(0, raised[i][i]) + floor }
        return raised
    }
}
