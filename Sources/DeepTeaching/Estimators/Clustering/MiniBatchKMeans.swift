/// k-means that looks at a few samples at a time: for tables in which a round over all samples takes too
/// long.
///
/// In each step a batch of samples is drawn, each joins its nearest centroid, and each centroid moves to
/// the mean of all samples that have joined it so far. The inertia is a little larger than that of
/// ``KMeans``.
///
/// ```swift
/// let clusters = try MiniBatchKMeans(clusters: 8).fit(table, seed: 1)
/// ```
///
/// Source: Sculley, Web-scale k-means clustering, WWW, 2010.
public struct MiniBatchKMeans: Sendable, Equatable, Codable {
    /// The number of clusters.
    public var clusters: Int

    /// Where the centroids are at first.
    public var start: KMeansStart

    /// How many samples are drawn for a step.
    public var batchSize: Int

    /// How often as many samples are drawn as there are.
    public var epochs: Int

    /// Clusters yet to be found.
    public init(
        clusters: Int, start: KMeansStart = .plusPlus, batchSize: Int = 1024, epochs: Int = 10
    ) {
        self.clusters = clusters
        self.start = start
        self.batchSize = batchSize
        self.epochs = epochs
    }

    /// Finds the clusters.
    ///
    /// k-means++ draws the start from a batch three times as large. A centroid that no sample has joined stays
    /// where it is.
    ///
    /// - Parameters:
    ///   - features: finite numbers, axes [samples, features].
    ///   - seed: decides the start and the batches.
    /// - Returns: clusters whose `iterations` are the steps; `hasConverged` is false, since nobody asked.
    /// - Throws: `EstimatorError` if samples or settings cannot be used, or there are fewer samples than
    ///   clusters.
    public func fit<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>, seed: UInt64 = 0
    ) throws -> KMeans.Fitted {
        try requireAtLeastOne("batchSize", batchSize)
        try requireAtLeastOne("epochs", epochs)
        try KMeans(clusters: clusters).check(features)
        var generator = SeededGenerator(seed: seed, stream: "mini-batch k-means")
        let first = batch(of: features, max(3 * batchSize, clusters), using: &generator)
        var centroids = try start.centroids(of: first, count: clusters, using: &generator)
        var counts = [Double](repeating: 0, count: clusters)
        let steps = max(1, epochs * features.shape[0] / batchSize)
        for _ in 0..<steps {
            let samples = batch(of: features, batchSize, using: &generator)
            let round = Scalar.Kernels.nearestCentroids(samples, centroids, summing: true)
            centroids = moved(centroids, by: round, &counts)
        }
        let last = Scalar.Kernels.nearestCentroids(features, centroids, summing: false)
        if isInRange(last.inertia, of: features) || last.inertia.isFinite && Scalar.self != Float.self {
            return KMeans.Fitted(
                centroids: centroids.rows, labels: last.labels.map { Int($0) },
                inertia: last.inertia, iterations: steps, hasConverged: false)
        }
        guard Scalar.self == Float.self else { throw infiniteDistance }
        return try fit(Tensor<Double>(features), seed: seed)
    }

    /// Different samples, or all if there are no more.
    private func batch<Scalar: TensorScalar>(
        of samples: Tensor<Scalar>, _ size: Int, using generator: inout SeededGenerator
    ) -> Tensor<Scalar> {
        let count = samples.shape[0]
        guard size < count else { return samples }
        // Floyd's way to draw without a list of all.
        var drawn: Set<Int> = []
        var order: [Int] = []
        for last in count - size..<count {
            let index = generator.index(below: last + 1)
            let chosen = drawn.insert(index).inserted ? index : last
            drawn.insert(chosen)
            order.append(chosen)
        }
        return samples.gathered(order)
    }

    /// Each centroid as the mean of all samples that have joined it, those of this round included.
    private func moved<Scalar: TensorScalar>(
        _ centroids: Tensor<Scalar>, by round: NearestCentroids, _ counts: inout [Double]
    ) -> Tensor<Scalar> {
        for (cluster, count) in round.counts.enumerated() { counts[cluster] += Double(count) }
        let features = centroids.shape[1]
        let moved = zip(centroids.elements, round.sums).enumerated().map { index, pair in
            let count = counts[index / features]
            return count > 0 ? Scalar(Double(pair.0) + pair.1 / count) : pair.0
        }
        return Tensor(moved, shape: centroids.shape)
    }
}
