/// The functions to write in Lesson 12: structure without labels, by k-means and by mixtures of normal
/// distributions.
public protocol ClusteringContract: Sendable {
    /// The index of the nearest centroid for each point; of equally near ones, the first.
    static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int]

    /// The mean of each cluster's points; a cluster without points keeps its previous centroid.
    static func updateCentroids(
        points: [[Double]], assignment: [Int], previous: [[Double]]
    ) throws -> [[Double]]

    /// The points at which the centroids begin: the first by chance, each further one with a
    /// probability proportional to its squared distance from the nearest one so far.
    static func kMeansPlusPlus(points: [[Double]], draws: [Double]) throws -> [Int]

    /// The logarithm of the density of a normal distribution of several features, whose covariance is
    /// `factor` times its transpose.
    static func gaussianLogDensity(
        point: [Double], mean: [Double], factor: [[Double]]
    ) throws -> Double

    /// The share of each component in each point, from logarithms of densities.
    static func expectationStep(
        logDensities: [[Double]], weights: [Double]
    ) throws -> [[Double]]

    /// Weights, means and covariances of the components, by the shares that they have in the points.
    static func maximizationStep(
        points: [[Double]], responsibilities: [[Double]], previous: [[Double]], floor: Double
    ) throws -> MixtureEstimate

    /// Schwarz's criterion of a mixture with full covariances.
    static func bayesianInformationCriterion(
        logLikelihood: Double, points: Int, components: Int, features: Int
    ) throws -> Double
}

/// The parameters of a mixture of normal distributions.
public struct MixtureEstimate: Codable, Sendable, Hashable {
    /// How much each component counts; they sum to 1.
    public var weights: [Double]

    /// Axes [component, feature].
    public var means: [[Double]]

    /// One matrix a component, axes [component, feature, feature].
    public var covariances: [[[Double]]]

    /// Weights, means and covariances.
    public init(weights: [Double], means: [[Double]], covariances: [[[Double]]]) {
        self.weights = weights
        self.means = means
        self.covariances = covariances
    }
}

/// The calls of Lesson 12's exercises.
public enum ClusteringCalls {
    /// Each point to its nearest centroid.
    public static let assign = Call("assign(points:centroids:)") {
        (contract: any ClusteringContract.Type, points: [[Double]], centroids: [[Double]]) in
        try contract.assign(points: points, centroids: centroids)
    }

    /// Each centroid to the mean of its points.
    public static let updateCentroids = Call("updateCentroids(points:assignment:previous:)") {
        (
            contract: any ClusteringContract.Type, points: [[Double]], assignment: [Int],
            previous: [[Double]]
        ) in
        try contract.updateCentroids(points: points, assignment: assignment, previous: previous)
    }

    /// The points at which k-means begins.
    public static let kMeansPlusPlus = Call("kMeansPlusPlus(points:draws:)") {
        (contract: any ClusteringContract.Type, points: [[Double]], draws: [Double]) in
        try contract.kMeansPlusPlus(points: points, draws: draws)
    }

    /// The logarithm of a normal density.
    public static let gaussianLogDensity = Call("gaussianLogDensity(point:mean:factor:)") {
        (
            contract: any ClusteringContract.Type, point: [Double], mean: [Double],
            factor: [[Double]]
        ) in
        try contract.gaussianLogDensity(point: point, mean: mean, factor: factor)
    }

    /// The shares of the components.
    public static let expectationStep = Call("expectationStep(logDensities:weights:)") {
        (contract: any ClusteringContract.Type, logDensities: [[Double]], weights: [Double]) in
        try contract.expectationStep(logDensities: logDensities, weights: weights)
    }

    /// The parameters by these shares.
    public static let maximizationStep = Call(
        "maximizationStep(points:responsibilities:previous:floor:)"
    ) {
        (
            contract: any ClusteringContract.Type, points: [[Double]],
            responsibilities: [[Double]], previous: [[Double]], floor: Double
        ) in
        try contract.maximizationStep(
            points: points, responsibilities: responsibilities, previous: previous, floor: floor)
    }

    /// What a mixture is worth for the number of its parameters.
    public static let bayesianInformationCriterion = Call(
        "bayesianInformationCriterion(logLikelihood:points:components:features:)"
    ) {
        (
            contract: any ClusteringContract.Type, logLikelihood: Double, points: Int,
            components: Int, features: Int
        ) in
        try contract.bayesianInformationCriterion(
            logLikelihood: logLikelihood, points: points, components: components,
            features: features)
    }
}

extension LessonOutline {
    /// Lesson 12: structure without labels.
    public static let clustering = LessonOutline(
        name: "Lesson12Clustering",
        question: "Which structure is there without labels?",
        exercises: [
            Exercise(
                "assign", title: "Give each point the nearest centroid",
                checks: ["nearest": 8, "ties": 4],
                step: "k-means, step by step",
                documentation: "KMeans; Lloyd, Least squares quantization in PCM, 1982",
                librarysOwn: ["KMeans", "MiniBatchKMeans"]),
            Exercise(
                "updateCentroids", title: "Move centroids to their points' mean",
                checks: ["means": 8, "empty cluster": 4],
                step: "k-means, step by step",
                documentation: "KMeans; Lloyd, Least squares quantization in PCM, 1982",
                librarysOwn: ["KMeans", "MiniBatchKMeans"]),
            Exercise(
                "kMeansPlusPlus", title: "Draw a start of points far apart",
                checks: ["distances": 9, "bounds": 4, "equal points": 3],
                step: "Where to start",
                documentation: "KMeansPlusPlus; Arthur and Vassilvitskii, 2007",
                librarysOwn: ["KMeansPlusPlus", "KMeans"]),
            Exercise(
                "gaussianLogDensity", title: "Say how likely a point is, in logs",
                checks: ["one feature": 5, "many features": 7, "far away": 4],
                step: "Clouds that are ellipses", documentation: "GaussianMixture",
                librarysOwn: ["GaussianMixture"]),
            Exercise(
                "expectationStep", title: "Share points out among components",
                checks: ["shares": 8, "far away": 6, "empty component": 3],
                step: "Clouds that are ellipses",
                documentation: "GaussianMixture; Dempster, Laird and Rubin, 1977",
                librarysOwn: ["GaussianMixture", "softmax", "logSumExp"]),
            Exercise(
                "maximizationStep", title: "Fit each component to its shares",
                checks: ["weights": 3, "means": 4, "covariances": 6, "empty component": 4],
                step: "Clouds that are ellipses",
                documentation: "GaussianMixture; Dempster, Laird and Rubin, 1977",
                librarysOwn: ["GaussianMixture"]),
            Exercise(
                "bayesianInformationCriterion", title: "Let each parameter pay for itself",
                checks: ["one feature": 4, "many features": 6],
                step: "How many clusters?",
                documentation:
                    "GaussianMixture; Schwarz, Estimating the dimension of a model, 1978",
                librarysOwn: ["GaussianMixture"]),
        ])
}

/// The contract of Lesson 12 with the calls of its exercises.
public let clusteringContract = LessonContract<any ClusteringContract.Type>(
    .clustering,
    calls: [
        ClusteringCalls.assign.listed, ClusteringCalls.updateCentroids.listed,
        ClusteringCalls.kMeansPlusPlus.listed, ClusteringCalls.gaussianLogDensity.listed,
        ClusteringCalls.expectationStep.listed, ClusteringCalls.maximizationStep.listed,
        ClusteringCalls.bayesianInformationCriterion.listed,
    ])
