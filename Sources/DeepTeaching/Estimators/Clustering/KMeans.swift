/// k-means: it gathers samples around `clusters` centroids so that the sum of the squared distances from
/// them, the inertia, is small.
///
///     inertia = sum over i of min over k of |x_i - c_k|^2
///
/// Two steps are repeated until nothing moves: each sample joins its nearest centroid, and each centroid
/// moves to the mean of its samples. Neither can raise the inertia, so this ends, but in a minimum that
/// depends on the start: the best of several runs is kept.
///
/// A cluster that has lost all its samples moves to the sample that is farthest from its own centroid;
/// several go to the farthest, the second farthest and so on, as in scikit-learn. Where there are fewer
/// different samples than clusters, clusters without samples stay where they are.
///
/// This value says how it is to be fitted; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let clusters = try KMeans(clusters: 3).fit(table, seed: 1)
/// print(clusters.centroids, clusters.inertia)
/// print(try clusters.predictions(for: table))
/// ```
///
/// Source: Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory, 1982.
public struct KMeans: Sendable, Equatable, Codable {
    /// The number of clusters.
    public var clusters: Int

    /// Where the centroids are at first.
    public var start: KMeansStart

    /// How often it starts anew; the run of the least inertia is kept. Given centroids are tried once.
    public var runs: Int

    /// A run ends when the squared way of all centroids together is not above this part of the mean
    /// variance of a feature. With 0 it goes on until no label changes.
    public var tolerance: Double

    /// The most iterations of a run.
    public var maximumIterations: Int

    /// Clusters yet to be found.
    public init(
        clusters: Int, start: KMeansStart = .plusPlus, runs: Int = 10, tolerance: Double = 1e-4,
        maximumIterations: Int = 300
    ) {
        self.clusters = clusters
        self.start = start
        self.runs = runs
        self.tolerance = tolerance
        self.maximumIterations = maximumIterations
    }
}

extension KMeans {
    /// Stops unless these samples can be clustered with these settings.
    func check<Scalar: TensorScalar>(_ samples: Tensor<Scalar>) throws {
        try requireAtLeastOne("clusters", clusters)
        try requireAtLeastOne("runs", runs)
        try requireAtLeastOne("maximumIterations", maximumIterations)
        guard tolerance >= 0, tolerance.isFinite else {
            throw EstimatorError.unusableSetting(
                name: "tolerance", value: "\(tolerance)", allowed: "a number of 0 or more")
        }
        try samples.requireSamples()
        guard samples.shape[0] >= clusters else {
            throw EstimatorError.tooFewSamples(
                found: samples.shape[0], needed: clusters, for: "\(clusters) clusters")
        }
    }
}

/// Stops if a number that is counted from 1 is below.
func requireAtLeastOne(_ name: String, _ value: Int) throws {
    guard value >= 1 else {
        throw EstimatorError.unusableSetting(name: name, value: "\(value)", allowed: "1 or more")
    }
}
