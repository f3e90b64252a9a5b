/// The functions to write in Lesson 12: k-means finds groups without being told any.
public protocol ClusteringContract: Sendable {
    /// The index of the nearest centroid for each point; of equally near ones, the first.
    static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int]

    /// The mean of each cluster's points; a cluster without points keeps its previous centroid.
    static func updateCentroids(
        points: [[Double]], assignment: [Int], previous: [[Double]]
    ) throws -> [[Double]]
}

/// The arguments of `assign`.
public struct AssignInputs: ExerciseInputs {
    /// The points, axes [point, coordinate].
    public var points: [[Double]]

    /// The centroids, axes [cluster, coordinate].
    public var centroids: [[Double]]

    /// Points and centroids.
    public init(points: [[Double]], centroids: [[Double]]) {
        self.points = points
        self.centroids = centroids
    }

    /// Calls `assign`.
    public func observe(_ contract: any ClusteringContract.Type) throws -> [Int] {
        try contract.assign(points: points, centroids: centroids)
    }
}

/// The arguments of `updateCentroids`.
public struct UpdateCentroidsInputs: ExerciseInputs {
    /// The points, axes [point, coordinate].
    public var points: [[Double]]

    /// The cluster of each point.
    public var assignment: [Int]

    /// The centroids before the update, axes [cluster, coordinate].
    public var previous: [[Double]]

    /// Points, their clusters, and the centroids so far.
    public init(points: [[Double]], assignment: [Int], previous: [[Double]]) {
        self.points = points
        self.assignment = assignment
        self.previous = previous
    }

    /// Calls `updateCentroids`.
    public func observe(_ contract: any ClusteringContract.Type) throws -> [[Double]] {
        try contract.updateCentroids(
            points: points, assignment: assignment, previous: previous)
    }
}

extension LessonOutline {
    /// Lesson 12: structure without labels.
    public static let clustering = LessonOutline(
        name: "Lesson12Clustering",
        question: "Which structure is there without labels?",
        exercises: [
            Exercise(
                "assign", title: "Give each point to its nearest centroid",
                checks: ["nearest": 35, "ties": 15],
                step: "Each point joins its nearest centroid",
                documentation: "Lloyd, Least squares quantization in PCM, 1982",
                librarysOwn: ["KMeans"]),
            Exercise(
                "updateCentroids", title: "Move each centroid to the mean of its points",
                checks: ["means": 35, "empty cluster": 15],
                step: "Each centroid moves to the mean of its points",
                documentation: "Lloyd, Least squares quantization in PCM, 1982",
                librarysOwn: ["KMeans"]),
        ])
}

/// The contract of Lesson 12 with the inputs of its exercises.
public let clusteringContract = LessonContract<any ClusteringContract.Type>(
    .clustering, inputs: [AssignInputs.self, UpdateCentroidsInputs.self])
