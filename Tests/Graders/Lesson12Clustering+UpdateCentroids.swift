import Curriculum
import DeepTeaching
import GraderKit

private let call = ClusteringCalls.updateCentroids

extension ClusteringGraders {
    static let updateCentroids = ExerciseGrader(
        call,
        checks: [
            call.check(
                "means", "each centroid is the mean of its cluster's points",
                question: "With what do your sums begin?",
                inputs: { generator in
                    [
                        clusters(3, dimensions: 2, empty: nil, &generator),
                        // The points of a cluster may add up to 0.
                        balanced(&generator),
                        // A cluster of a single point, as in the example.
                        (points: [[0, 0], [2, 0], [9, 9]], [0, 0, 1], [[5, 5], [6, 6]]),
                        single(&generator),
                        // Without any point all centroids stay.
                        (points: [], assignment: [], points(2, dimensions: 3, &generator)),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "empty cluster", "a cluster without points keeps its previous centroid",
                inputs: { generator in
                    let empty = generator.index(below: 4)
                    return [clusters(4, dimensions: 3, empty: empty, &generator)]
                },
                comparing: { expected, got, _, assignment, _ in
                    // Only the empty cluster: the others are the business of the first check.
                    guard let empty = (0..<4).first(where: { !assignment.contains($0) }),
                        got.indices.contains(empty)
                    else { return .wrong("there are \(got.count) centroids, expected 4") }
                    return Comparison.within(1e-9)(expected[empty], got[empty])
                        .about("centroid \(empty), whose cluster has no points")
                }),
        ],
        misconceptions: [
            call.misconception(
                "a cluster without points gives 0 / 0", check: "empty cluster",
                hints: Hints(
                    question: "What is the mean of no points at all?",
                    concept: "0 / 0 is not a number in floating point; it does not trap, it "
                        + "spreads: every later distance to that centroid is not a number either.",
                    step: "Look at the count before you divide; if it is 0, return "
                        + "previous[cluster].")
            ) { points, assignment, previous in
                sums(points, assignment, previous).map { sum, count in
                    sum.map { $0 / Double(count) }
                }
            },
            call.misconception(
                "a cluster without points moves to the origin", check: "empty cluster",
                hints: Hints(
                    question: "Where is your centroid after its last point has left it?",
                    concept: "Nothing was measured, so nothing may change: the centroid stays "
                        + "where it was, and may win points in the next round.",
                    step: "max(count, 1) avoids 0 / 0 but gives (0, 0): return previous[cluster].")
            ) { points, assignment, previous in
                sums(points, assignment, previous).map { sum, count in
                    sum.map { $0 / Double(max(count, 1)) }
                }
            },
            call.misconception(
                "you divide by the number of all points", check: "means",
                hints: Hints(
                    question: "How many points took part in the sum that you divide?",
                    concept: "The mean of a cluster is its sum over its own count.",
                    step: "The points (0, 0), (2, 0) of three points in all: 2 / 2 = 1, not 2 / 3.")
            ) { points, assignment, previous in
                zip(sums(points, assignment, previous), previous).map { cluster, previous in
                    cluster.count == 0 ? previous : cluster.sum.map { $0 / Double(points.count) }
                }
            },
            call.misconception(
                "you average over the coordinates, not over the points", check: "means",
                hints: Hints(
                    question: "Which index runs in your sum: that of the point, or of the "
                        + "coordinate?",
                    concept: "A centroid has as many numbers as a point: one mean for each "
                        + "coordinate.",
                    step: "For (0, 4) and (2, 8): x is (0 + 2) / 2 = 1, y is (4 + 8) / 2 = 6.")
            ) { points, assignment, previous in
                zip(sums(points, assignment, previous), previous).map { cluster, previous in
                    let (sum, count) = cluster
                    let mean = sum.reduce(0, +) / Double(count * max(sum.count, 1))
                    return count == 0 ? previous : sum.map { _ in mean }
                }
            },
            call.misconception(
                "a cluster of a single point counts as empty", check: "means",
                hints: Hints(
                    question: "What is the mean of one number?",
                    concept: "The number itself. Only a cluster without any point has no mean.",
                    step: "Compare the count with 0: count > 0, not count > 1.")
            ) { points, assignment, previous in
                zip(sums(points, assignment, previous), previous).map { cluster, previous in
                    let (sum, count) = cluster
                    return count <= 1 ? previous : sum.map { $0 / Double(count) }
                }
            },
        ],
        alternatives: [
            call.answer("a mean that moves with each point") { points, assignment, previous in
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
        ],
        hints: Hints(
            question: "Which two numbers must you know of a cluster to compute a mean?",
            concept: "Add up the points of each cluster, coordinate by coordinate, and count them.",
            step: "For each cluster: members = points.indices.filter { assignment[$0] == cluster "
                + "}; if there are none, the previous centroid; else the sum of each coordinate "
                + "over members.count."))

    private static func balanced(
        _ generator: inout SeededGenerator
    ) -> (points: [[Double]], assignment: [Int], previous: [[Double]]) {
        let side = points(3, dimensions: 2, &generator)
        return (
            side + side.map { $0.map { -$0 } }, [0, 0, 1, 0, 0, 1],
            points(2, dimensions: 2, &generator)
        )
    }

    /// Three clusters, of which one holds one point.
    private static func single(
        _ generator: inout SeededGenerator
    ) -> (points: [[Double]], assignment: [Int], previous: [[Double]]) {
        (
            points(6, dimensions: 2, &generator), generator.shuffled([0, 0, 1, 2, 2, 2]),
            points(3, dimensions: 2, &generator)
        )
    }

    private static func clusters(
        _ clusters: Int, dimensions: Int, empty: Int?, _ generator: inout SeededGenerator
    ) -> (points: [[Double]], assignment: [Int], previous: [[Double]]) {
        let filled = (0..<clusters).filter { $0 != empty }
        let drawn = (0..<27).map { _ in filled[generator.index(below: filled.count)] }
        let assignment = generator.shuffled(filled + drawn)
        return (
            points(assignment.count, dimensions: dimensions, &generator), assignment,
            points(clusters, dimensions: dimensions, &generator)
        )
    }
}

/// The sum of each cluster's points, and how many there are.
private func sums(
    _ points: [[Double]], _ assignment: [Int], _ centroids: [[Double]]
) -> [(sum: [Double], count: Int)] {
    centroids.enumerated().map { cluster, centroid in
        let members = zip(points, assignment).filter { $0.1 == cluster }.map(\.0)
        return (centroid.indices.map { axis in members.reduce(0) { $0 + $1[axis] } }, members.count)
    }
}
