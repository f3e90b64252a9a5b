import DeepTeaching

/// The values that Tests/Reference/clustering.py writes.
struct ClusteringReference: Decodable {
    struct Clusters: Decodable {
        let x: [[Double]]
        let start: [[Double]]
        let tolerance: Double
        let maximumIterations: Int
        let labels: [Int]
        let centroids: [[Double]]
        let inertia: Double
        let iterations: Int

        var settings: KMeans {
            KMeans(
                clusters: start.count, start: .centroids(start), tolerance: tolerance,
                maximumIterations: maximumIterations)
        }
    }

    struct Mixtures: Decodable {
        let x: [[Double]]
        let cases: [Mixture]
    }

    struct Mixture: Decodable {
        let kind: MixtureCovariances.Kind
        let steps: Int
        let floor: Double
        let startWeights: [Double]
        let startMeans: [[Double]]
        let startCovariances: [Double]
        let weights: [Double]
        let means: [[Double]]
        let covariances: [Double]
        let logLikelihood: Double
        let logDensities: [Double]
        let probabilities: [[Double]]
        let bic: Double
        let aic: Double

        var settings: GaussianMixture {
            GaussianMixture(
                components: weights.count, covarianceKind: kind,
                start: MixtureStart(
                    weights: startWeights, means: startMeans,
                    covariances: MixtureCovariances(
                        kind, startCovariances, features: startMeans[0].count)),
                covarianceFloor: floor, tolerance: 0, maximumIterations: steps)
        }
    }

    struct Principal: Decodable {
        let x: [[Double]]
        let count: Int
        let directions: [[Double]]
        let variances: [Double]
        let shares: [Double]
        let places: [[Double]]
    }

    struct Imputing: Decodable {
        let x: [[Double?]]
        let mean: [Double]
        let median: [Double]
    }

    let kMeans: [Clusters]
    let mixtures: [Mixtures]
    let principal: [Principal]
    let imputer: Imputing

    static func load() throws -> ClusteringReference {
        try reference("clustering", as: ClusteringReference.self)
    }
}

extension MixtureCovariances {
    /// Covariances from their numbers one after the other.
    init(_ kind: Kind, _ numbers: [Double], features: Int) {
        let rows = stride(from: 0, to: numbers.count - features + 1, by: features).map {
            Array(numbers[$0..<$0 + features])
        }
        self =
            switch kind {
            case .full:
                .full(
                    stride(from: 0, to: rows.count, by: features).map {
                        Array(rows[$0..<$0 + features])
                    })
            case .tied: .tied(rows)
            case .diagonal: .diagonal(rows)
            case .spherical: .spherical(numbers)
            }
    }

    /// All numbers one after the other.
    var numbers: [Double] {
        switch self {
        case .full(let matrices): matrices.flatMap { $0.flatMap { $0 } }
        case .tied(let rows), .diagonal(let rows): rows.flatMap { $0 }
        case .spherical(let variances): variances
        }
    }
}
