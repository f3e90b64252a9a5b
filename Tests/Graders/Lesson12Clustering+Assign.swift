import Curriculum
import DeepTeaching
import GraderKit

private let call = ClusteringCalls.assign

extension ClusteringGraders {
    static let assign = ExerciseGrader(
        call,
        checks: [
            call.check(
                "nearest", "each point joins the centroid with the smallest squared distance",
                question: "Is your first 'smallest so far' larger than every distance?",
                inputs: { generator in
                    [
                        (
                            points(40, dimensions: 2, &generator),
                            points(4, dimensions: 2, &generator)
                        ),
                        (
                            points(30, dimensions: 3, &generator),
                            points(3, dimensions: 3, &generator)
                        ),
                        // Whatever a distance begins with, these are larger.
                        (
                            far(points(9, dimensions: 2, &generator)),
                            far(points(3, dimensions: 2, &generator))
                        ),
                        // As small as distances in metres are on a slide.
                        (
                            tiny(points(9, dimensions: 2, &generator)),
                            tiny(points(3, dimensions: 2, &generator))
                        ),
                        // Far from the origin, near to each other: squares of 1e9 have no digits left.
                        (
                            shifted(points(20, dimensions: 2, &generator)),
                            shifted(points(4, dimensions: 2, &generator))
                        ),
                        almostTied(&generator), almostTied(&generator),
                        almostTied(&generator), almostTied(&generator),
                    ]
                },
                compare: Comparison.labels),
            call.check(
                "ties", "of equally near centroids the first one counts",
                inputs: { generator in [tiedPoints(&generator)] }, compare: Comparison.labels),
        ],
        misconceptions: [
            call.misconception(
                "of equally near centroids you take the last", check: "ties",
                hints: Hints(
                    question: "A point is as far from centroid 0 as from centroid 1. Which one "
                        + "does your loop keep, and why?",
                    concept: "When two candidates are equal, a search that replaces its best one "
                        + "by an equal one ends with the last. The contract asks for the first.",
                    step: "Compare with < where you compare with <=: distances 4, 4 keep index 0.")
            ) { points, centroids in
                nearest(points, centroids, isBetter: <=) { squares($0, $1).reduce(0, +) }
            },
            call.misconception(
                "you add absolute differences, not squared ones", check: "nearest",
                hints: Hints(
                    question: "Which is nearer to (0, 0): (3, 3) or (0, 5)? Does your distance "
                        + "agree with a ruler?",
                    concept: "The length of the straight line is the root of the sum of squares. "
                        + "The sum of absolute differences is how far a taxi drives in Manhattan.",
                    step: "Square each difference before you add: (3, 3) gives 18, (0, 5) gives "
                        + "25, so (3, 3) is nearer, although 3 + 3 > 5.")
            ) { points, centroids in
                nearest(points, centroids) { zip($0, $1).reduce(0) { $0 + abs($1.0 - $1.1) } }
            },
            call.misconception(
                "you take the farthest centroid", check: "nearest",
                hints: Hints(
                    question: "Should the number that you keep become larger or smaller from "
                        + "centroid to centroid?",
                    concept: "argmin is the index of the smallest value, argmax of the largest.",
                    step: "Start with infinity, and replace it whenever a distance is smaller.")
            ) { points, centroids in
                nearest(points, centroids) { -squares($0, $1).reduce(0, +) }
            },
            call.misconception(
                "you multiply out the square, and the digits cancel", check: "nearest",
                hints: Hints(
                    question: "How large are a * a and 2 * a * b for a = 100000003, b = 100000001, "
                        + "and how many digits has a Double?",
                    concept: "|a|^2 - 2 a b + |b|^2 is the same on paper. Far from the origin it "
                        + "subtracts numbers of sixteen digits to find a small one.",
                    step: "Subtract first, then square: (a - b) * (a - b).")
            ) { points, centroids in
                nearest(points, centroids) {
                    zip($0, $1).reduce(0) {
                        $0 + ($1.0 * $1.0 - 2 * $1.0 * $1.1 + $1.1 * $1.1)
                    }
                }
            },
            call.misconception(
                "you add differences with their signs, so that they cancel", check: "nearest",
                hints: Hints(
                    question: "What does your distance give between (0, 0) and (5, -5)?",
                    concept: "A distance is never negative: each coordinate adds something, "
                        + "whichever way it points.",
                    step: "Multiply each difference with itself before you add: 5 * 5 + (-5) * "
                        + "(-5).")
            ) { points, centroids in
                nearest(points, centroids) { zip($0, $1).reduce(0) { $0 + ($1.0 - $1.1) } }
            },
            call.misconception(
                "you compute distances in Float", check: "nearest",
                hints: Hints(
                    question: "How many digits has a Float, and how many a Double?",
                    concept: "A Float keeps about seven digits. Two distances that differ in the "
                        + "ninth become equal in it.",
                    step: "Leave the coordinates as they come: (a - b) * (a - b) in Double.")
            ) { points, centroids in
                nearest(points, centroids) { Double(Float(squares($0, $1).reduce(0, +))) }
            },
        ],
        alternatives: [
            call.answer("distances, not their squares") { points, centroids in
                nearest(points, centroids) { squares($0, $1).reduce(0, +).squareRoot() }
            }
        ],
        hints: Hints(
            question: "How do you find the smallest of a few numbers, and remember where it stood?",
            concept: "For each point, go over all centroids and keep the index of the smallest "
                + "squared distance so far.",
            step: "For the point (0, 0) and the centroids (1, 0), (8, 0) the squared distances are "
                + "1 and 64: the index of the smallest is 0. points.map { ... } does it for each "
                + "point."))

    private static func far(_ points: [[Double]]) -> [[Double]] {
        points.map { $0.map { 1e5 * $0 } }
    }

    private static func tiny(_ points: [[Double]]) -> [[Double]] {
        points.map { $0.map { 1e-6 * $0 } }
    }

    /// Two centroids on either side of the points, the second one nearer by one part in 1e9.
    private static func almostTied(
        _ generator: inout SeededGenerator
    ) -> (points: [[Double]], centroids: [[Double]]) {
        let away = generator.uniform(1, 9)
        return ([[0, 0], [0, 0]], [[away * (1 + 1e-9), 0], [-away, 0], [0, 3 * away]])
    }

    private static func shifted(_ points: [[Double]]) -> [[Double]] {
        points.map { $0.map { 1e9 + $0 } }
    }

    /// Points halfway between two of three centroids. Whole numbers, so that ties are exact, and
    /// the tied pair changes from point to point.
    private static func tiedPoints(
        _ generator: inout SeededGenerator
    ) -> (points: [[Double]], centroids: [[Double]]) {
        let spacing = 2 * Double(1 + generator.index(below: 5))
        let centroids = generator.shuffled([[0, 0], [spacing, 0], [2 * spacing, 0]])
        let points = (0..<12).map { _ in
            [
                spacing * (0.5 + Double(generator.index(below: 2))),
                Double(generator.index(below: 4)),
            ]
        }
        return (points, centroids)
    }
}

/// The search that all these answers share.
private func nearest(
    _ points: [[Double]], _ centroids: [[Double]],
    isBetter: (Double, Double) -> Bool = { $0 < $1 }, distance: ([Double], [Double]) -> Double
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

private func squares(_ a: [Double], _ b: [Double]) -> [Double] {
    zip(a, b).map { ($0 - $1) * ($0 - $1) }
}
