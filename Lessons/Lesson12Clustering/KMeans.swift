/// The two steps of k-means, and their repetition (Lloyd, Least squares quantization in PCM, 1982).
enum KMeans {
    /// How a run ended, and how it went.
    struct Run {
        var assignment: [Int] = []
        var centroids: [[Double]]
        /// The centroids and the cost of each round.
        var ways: [[[Double]]] = []
        var costs: [Double] = []
    }

    /// Repeats both steps until no point changes its cluster.
    static func run(_ points: [[Double]], start: [[Double]]) -> Run {
        var run = Run(centroids: start)
        // listing: Lesson12.rounds
        while true {
            let assignment = assign(points, to: run.centroids)
            run.ways.append(run.centroids)
            run.costs.append(cost(points, assignment, run.centroids))
            if assignment == run.assignment { return run }
            run.assignment = assignment
            run.centroids = centroids(
                of: points, assignment, previous: run.centroids)
        }
        // end listing
    }

    /// The index of the nearest centroid for each point.
    static func assign(_ points: [[Double]], to centroids: [[Double]]) -> [Int] {
        points.map { nearest($0, in: centroids).cluster }
    }

    /// The nearest centroid, and its squared distance.
    static func nearest(
        _ point: [Double], in centroids: [[Double]]
    ) -> (cluster: Int, squaredDistance: Double) {
        let distances = centroids.map { squaredDistance(point, $0) }
        let cluster = distances.indices.min { distances[$0] < distances[$1] } ?? 0
        return (cluster, distances[cluster])
    }

    /// The mean of each cluster's points; without points the previous centroid.
    static func centroids(
        of points: [[Double]], _ assignment: [Int], previous: [[Double]]
    ) -> [[Double]] {
        previous.enumerated().map { cluster, centroid in
            let members = zip(points, assignment).filter { $0.1 == cluster }.map(\.0)
            guard !members.isEmpty else { return centroid }
            return centroid.indices.map { axis in
                members.reduce(0) { $0 + $1[axis] } / Double(members.count)
            }
        }
    }

    /// The mean squared distance of the points to their centroids.
    static func cost(
        _ points: [[Double]], _ assignment: [Int], _ centroids: [[Double]]
    ) -> Double {
        zip(points, assignment).reduce(0) { $0 + squaredDistance($1.0, centroids[$1.1]) }
            / Double(points.count)
    }

    private static func squaredDistance(_ left: [Double], _ right: [Double]) -> Double {
        zip(left, right).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
}
