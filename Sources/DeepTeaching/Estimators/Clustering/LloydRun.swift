/// A run of k-means that goes on step by step (Lloyd's algorithm).
struct LloydRun<Scalar: TensorScalar>: Sendable {
    let samples: Tensor<Scalar>
    private let maximumIterations: Int

    /// The squared way of the centroids at which the run ends.
    private let smallestWay: Double

    /// Axes [cluster, feature].
    private(set) var centroids: Tensor<Scalar>

    /// The number of steps made.
    private(set) var iterations = 0

    /// Whether it ended because nothing moved any more.
    private(set) var hasConverged = false

    /// The last round; its labels are those of the centroids before they moved.
    private(set) var round: NearestCentroids?

    /// Whether the labels are those of the centroids as they are now.
    private var isSettled = false

    init(_ settings: KMeans, samples: Tensor<Scalar>, start: Tensor<Scalar>) {
        self.samples = samples
        centroids = start
        maximumIterations = settings.maximumIterations
        smallestWay =
            settings.tolerance > 0 ? settings.tolerance * samples.meanVariance : 0
    }

    /// Whether there is no further step.
    var isOver: Bool { hasConverged || iterations == maximumIterations }

    /// Both steps: each sample joins its nearest centroid, and each centroid moves to the mean of its
    /// samples.
    mutating func advance() {
        let next = Scalar.Kernels.nearestCentroids(samples, centroids, summing: true)
        let moved = next.means(of: samples, before: centroids)
        isSettled = next.labels == round?.labels
        hasConverged = isSettled || squaredWay(to: moved) <= smallestWay
        (centroids, round) = (moved, next)
        iterations += 1
    }

    /// The labels and the inertia of the centroids as they are now.
    func settled() -> NearestCentroids {
        if isSettled, let round { return round }
        return Scalar.Kernels.nearestCentroids(samples, centroids, summing: false)
    }

    private func squaredWay(to moved: Tensor<Scalar>) -> Double {
        zip(moved.elements, centroids.elements).reduce(0) { sum, pair in
            let way = Double(pair.0) - Double(pair.1)
            return sum + way * way
        }
    }
}

extension Tensor {
    /// The mean over the features of their variance, sum (x - mean)^2 / n, axes [samples, features].
    var meanVariance: Double {
        let (count, features) = (shape[0], shape[1])
        // Everything belongs to a single centroid, wherever it is; then to the mean.
        let anywhere = gathered([0])
        let mean = Scalar.Kernels.nearestCentroids(self, anywhere, summing: true)
            .means(of: self, before: anywhere)
        return Scalar.Kernels.nearestCentroids(self, mean, summing: false).inertia
            / Double(count * features)
    }
}
