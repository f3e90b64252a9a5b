extension GaussianMixture {
    /// The parameters before the first step.
    ///
    /// - Throws: `EstimatorError` if something that was given does not fit.
    func startParameters(of table: SampleTable, seed: UInt64) throws -> MixtureParameters {
        try checkStart(features: table.featureCount)
        if let weights = start.weights, let means = start.means, let covariances = start.covariances {
            return MixtureParameters(weights: weights, means: means, covariances: covariances)
        }
        let clusters = try clusterParameters(of: table, seed: seed)
        return MixtureParameters(
            weights: start.weights ?? clusters.weights, means: start.means ?? clusters.means,
            covariances: start.covariances ?? clusters.covariances)
    }

    /// Weights, means and covariances of the clusters that k-means finds.
    private func clusterParameters(of table: SampleTable, seed: UInt64) throws -> MixtureParameters {
        let samples = Tensor(table.values, shape: [table.sampleCount, table.featureCount])
        let clusters = try KMeans(clusters: components, runs: 1).fit(samples, seed: seed)
        return MixtureMaximization(
            kind: covarianceKind, floor: covarianceFloor, means: clusters.centroids,
            moments: moments(of: table, clusters)
        ).parameters()
    }

    /// The moments of samples that belong to one cluster each, about its centroid.
    private func moments(of table: SampleTable, _ clusters: KMeans.Fitted) -> [Double] {
        let features = table.featureCount
        let isDiagonal = covarianceKind == .diagonal || covarianceKind == .spherical
        let size = 1 + features + (isDiagonal ? features : features * (features + 1) / 2)
        var moments = [Double](repeating: 0, count: components * size)
        for (sample, cluster) in clusters.labels.enumerated() {
            let centroid = clusters.centroids[cluster]
            let x = (0..<features).map {
                table.values[sample * features + $0] - centroid[$0]
            }
            var place = cluster * size
            moments[place] += 1
            for i in 0..<features { moments[place + 1 + i] += x[i] }
            place += 1 + features
            for i in 0..<features {
                for j in (isDiagonal ? i : 0)...i {
                    moments[place] += x[i] * x[j]
                    place += 1
                }
            }
        }
        return moments
    }

    private func checkStart(features: Int) throws {
        if let weights = start.weights {
            guard weights.count == components, weights.allSatisfy({ $0 > 0 }),
                areProbabilities(weights)
            else {
                throw EstimatorError.unusableSetting(
                    name: "start.weights", value: "\(weights)",
                    allowed: "\(components) numbers above 0 that sum to 1")
            }
        }
        if let means = start.means {
            let _: Tensor<Double> = try checkedRows(
                means, name: "start.means", count: components, features: features)
        }
        if let covariances = start.covariances {
            guard covariances.kind == covarianceKind,
                covariances.fits(components: components, features: features)
            else {
                throw EstimatorError.unusableSetting(
                    name: "start.covariances", value: "\(covariances.kind.rawValue)",
                    allowed: "\(covarianceKind.rawValue) covariances of \(components) components "
                        + "and \(features) features, finite numbers")
            }
        }
    }
}
