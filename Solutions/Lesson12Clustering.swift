import Curriculum
import DeepTeaching

/// Lesson 12, Clustering: k-means, step by step.
///
/// k-means repeats two steps until nothing moves: each point joins its nearest centroid (`assign`),
/// then each centroid moves to the mean of its points (`updateCentroids`). Points and centroids are
/// arrays of numbers; you need no more than Swift itself.
public enum ClusteringSolution: ClusteringContract {
    /// The index of the nearest centroid for each point.
    ///
    ///     assignment[i] = argmin over k of sum over d of (points[i][d] - centroids[k][d])^2
    ///
    /// Of several centroids that are equally near, take the first.
    ///
    /// The library's own answer is `KMeans`: do not call it.
    ///
    /// Example:
    ///
    ///     try assign(points: [[0, 0], [9, 0]], centroids: [[1, 0], [8, 0]])  // [0, 1]
    ///
    /// Hint: how do you find the smallest of a few numbers, and remember where it stood?
    ///
    /// - Parameters:
    ///   - points: axes [point, coordinate].
    ///   - centroids: axes [cluster, coordinate]; at least one.
    /// - Returns: for each point an index into `centroids`.
    public static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int] {
        // BEGIN SOLUTION
        points.map { point in
            var nearest = 0
            var smallest = Double.infinity
            for (cluster, centroid) in centroids.enumerated() {
                let distance = zip(point, centroid).reduce(0) { sum, pair in
                    sum + (pair.0 - pair.1) * (pair.0 - pair.1)
                }
                if distance < smallest {
                    nearest = cluster
                    smallest = distance
                }
            }
            return nearest
        }
        // END SOLUTION
    }

    /// The new centroids: the mean of the points of each cluster.
    ///
    ///     centroids[k][d] = sum over i with assignment[i] = k of points[i][d] / count[k]
    ///
    /// A cluster without points keeps its previous centroid.
    ///
    /// The library's own answer is `KMeans`: do not call it.
    ///
    /// Example:
    ///
    ///     try updateCentroids(
    ///         points: [[0, 0], [2, 0], [9, 9]], assignment: [0, 0, 1], previous: [[5, 5], [6, 6]])
    ///     // [[1, 0], [9, 9]]
    ///
    /// Hint: what must you know of a cluster to compute the mean of its points?
    ///
    /// - Parameters:
    ///   - points: axes [point, coordinate].
    ///   - assignment: for each point the index of its cluster.
    ///   - previous: the centroids so far, axes [cluster, coordinate].
    /// - Returns: the new centroids, axes [cluster, coordinate].
    public static func updateCentroids(
        points: [[Double]], assignment: [Int], previous: [[Double]]
    ) throws -> [[Double]] {
        // BEGIN SOLUTION
        previous.indices.map { cluster in
            let members = points.indices.filter { assignment[$0] == cluster }
            guard !members.isEmpty else { return previous[cluster] }
            return previous[cluster].indices.map { coordinate in
                members.reduce(0) { $0 + points[$1][coordinate] } / Double(members.count)
            }
        }
        // END SOLUTION
    }
}
