/// The functions to write in Lesson 12: k-means finds groups without being told any.
public protocol ClusteringContract: Sendable {
    /// The index of the nearest centroid for each point; of equally near ones, the first.
    static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int]

    /// The mean of each cluster's points; a cluster without points keeps its previous centroid.
    static func updateCentroids(
        points: [[Double]], assignment: [Int], previous: [[Double]]
    ) throws -> [[Double]]
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

/// The contract of Lesson 12 with the calls of its exercises.
public let clusteringContract = LessonContract<any ClusteringContract.Type>(
    .clustering,
    calls: [ClusteringCalls.assign.listed, ClusteringCalls.updateCentroids.listed])
