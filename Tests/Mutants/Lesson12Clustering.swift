import Curriculum
import Solutions

/// A wrong answer to one exercise of Lesson 12; all others are the solution's.
public protocol ClusteringMutant: ClusteringContract {}

extension ClusteringMutant {
    /// The solution's answer.
    public static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int] {
        try ClusteringSolution.assign(points: points, centroids: centroids)
    }

    /// The solution's answer.
    public static func updateCentroids(
        points: [[Double]], assignment: [Int], previous: [[Double]]
    ) throws -> [[Double]] {
        try ClusteringSolution.updateCentroids(
            points: points, assignment: assignment, previous: previous)
    }
}

/// The wrong answers to Lesson 12 that graders must catch.
public enum ClusteringMutants {
    /// Of equally near centroids the last one counts (`<=` for `<`).
    public enum TieGoesToTheLast: ClusteringMutant {
        /// The answer.
        public static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int] {
            nearest(points, centroids, isBetter: <=) { zip($0, $1).map { $0 - $1 }.sumOfSquares }
        }
    }

    /// The sum of the absolute differences for the sum of their squares.
    public enum ManhattanDistance: ClusteringMutant {
        /// The answer.
        public static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int] {
            nearest(points, centroids, isBetter: <) {
                zip($0, $1).reduce(0) { $0 + abs($1.0 - $1.1) }
            }
        }
    }

    /// The farthest centroid for the nearest.
    public enum FarthestCentroid: ClusteringMutant {
        /// The answer.
        public static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int] {
            nearest(points, centroids, isBetter: <) { -zip($0, $1).map { $0 - $1 }.sumOfSquares }
        }
    }

    /// The sum of differences, neither squared nor absolute: positive and negative cancel.
    public enum SignedDifference: ClusteringMutant {
        /// The answer.
        public static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int] {
            nearest(points, centroids, isBetter: <) { zip($0, $1).reduce(0) { $0 + ($1.0 - $1.1) } }
        }
    }

    /// 0 / 0 for a cluster without points.
    public enum EmptyClusterIsNotANumber: ClusteringMutant {
        /// The answer.
        public static func updateCentroids(
            points: [[Double]], assignment: [Int], previous: [[Double]]
        ) throws -> [[Double]] {
            sums(points, assignment, previous).map { sum, count in sum.map { $0 / Double(count) } }
        }
    }

    /// A cluster without points moves to the origin.
    public enum EmptyClusterAtTheOrigin: ClusteringMutant {
        /// The answer.
        public static func updateCentroids(
            points: [[Double]], assignment: [Int], previous: [[Double]]
        ) throws -> [[Double]] {
            sums(points, assignment, previous).map { sum, count in
                sum.map { $0 / Double(max(count, 1)) }
            }
        }
    }

    /// The sum of a cluster divided by the number of all points.
    public enum DividedByAllPoints: ClusteringMutant {
        /// The answer.
        public static func updateCentroids(
            points: [[Double]], assignment: [Int], previous: [[Double]]
        ) throws -> [[Double]] {
            zip(sums(points, assignment, previous), previous).map { sum, previous in
                sum.1 == 0 ? previous : sum.0.map { $0 / Double(points.count) }
            }
        }
    }

    /// The mean over the coordinates of the cluster's points, the same number for every coordinate.
    public enum MeanOverTheWrongAxis: ClusteringMutant {
        /// The answer.
        public static func updateCentroids(
            points: [[Double]], assignment: [Int], previous: [[Double]]
        ) throws -> [[Double]] {
            zip(sums(points, assignment, previous), previous).map { sum, previous in
                let mean = sum.0.reduce(0, +) / Double(sum.1 * max(sum.0.count, 1))
                return sum.1 == 0 ? previous : sum.0.map { _ in mean }
            }
        }
    }
}

/// Other right answers to Lesson 12: the checks must not be too strict for them.
public enum ClusteringAlternatives {
    /// Compares distances, not their squares: the root does not change which is smallest.
    public enum RootOfTheDistance: ClusteringMutant {
        /// The answer.
        public static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int] {
            nearest(points, centroids, isBetter: <) {
                zip($0, $1).map { $0 - $1 }.sumOfSquares.squareRoot()
            }
        }
    }

    /// Moves the mean with each point that comes: other roundings, the same mean.
    public enum RunningMean: ClusteringMutant {
        /// The answer.
        public static func updateCentroids(
            points: [[Double]], assignment: [Int], previous: [[Double]]
        ) throws -> [[Double]] {
            var result = previous
            var counts = [Int](repeating: 0, count: previous.count)
            for (point, cluster) in zip(points, assignment) {
                counts[cluster] += 1
                for (axis, value) in point.enumerated() {
                    let old = counts[cluster] == 1 ? 0 : result[cluster][axis]
                    result[cluster][axis] = old + (value - old) / Double(counts[cluster])
                }
            }
            return result
        }
    }
}

private func nearest(
    _ points: [[Double]], _ centroids: [[Double]], isBetter: (Double, Double) -> Bool,
    distance: ([Double], [Double]) -> Double
) -> [Int] {
    points.map { point in
        var best = 0
        for cluster in centroids.indices.dropFirst()
        where isBetter(distance(point, centroids[cluster]), distance(point, centroids[best])) {
            best = cluster
        }
        return best
    }
}

private func sums(
    _ points: [[Double]], _ assignment: [Int], _ centroids: [[Double]]
) -> [([Double], Int)] {
    centroids.enumerated().map { cluster, centroid in
        let members = zip(points, assignment).filter { $0.1 == cluster }.map(\.0)
        return (centroid.indices.map { axis in members.reduce(0) { $0 + $1[axis] } }, members.count)
    }
}

extension [Double] {
    fileprivate var sumOfSquares: Double { reduce(0) { $0 + $1 * $1 } }
}
