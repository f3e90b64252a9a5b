import Curriculum
import DeepTeaching
import GraderKit

private let call = ClusteringCalls.kMeansPlusPlus

extension ClusteringGraders {
    static let kMeansPlusPlus = ExerciseGrader(
        call,
        checks: [
            call.check(
                "distances", "the farther from all chosen points, the more probable, by the square",
                question: "Which point does a draw of 0.99 choose: down, or to the nearest?",
                inputs: { generator in
                    // First the first point alone.
                    [0, 0.99, generator.uniform(0.7, 0.79), generator.uniform(0.3, 0.39)].map {
                        (points(5, dimensions: 2, &generator), [$0])
                    }
                        + (0..<14).map { number in
                            // In half of them all distances are far below 1, in the last two tiny.
                            let scale = number >= 12 ? 1e-8 : number % 2 == 0 ? 1 : 0.01
                            let drawn = points(20, dimensions: 1 + number % 3, &generator)
                            return (
                                drawn.map { $0.map { scale * $0 } },
                                (0..<5).map { _ in generator.uniform() }
                            )
                        }
                }, compare: Comparison.labels),
            call.check(
                "bounds", "a running sum that only equals the place is not larger",
                question: "A place of 0, and a first point with D2 = 0: is its running sum larger?",
                inputs: corners, compare: Comparison.labels),
            call.check(
                "equal points",
                "where every D2 is 0, the first point that is not chosen yet follows",
                question: "All points lie on chosen ones, so every D2 is 0. What then?",
                inputs: { generator in
                    (0..<4).map { _ in
                        let (a, b) = (generator.uniform(-9, -1), generator.uniform(1, 9))
                        let places = generator.shuffled([[a], [a], [a], [b], [b], [b]])
                        return (places, (0..<5).map { _ in generator.uniform() })
                    }
                }, compare: Comparison.labels),
        ],
        misconceptions: plusPlusMisconceptions,
        alternatives: [
            call.answer("distances that are lowered with each chosen point") { points, draws in
                var chosen = [Int((draws[0] * Double(points.count)).rounded(.down))]
                var lowest = points.map { _ in Double.infinity }
                for draw in draws.dropFirst() {
                    let last = points[chosen[chosen.count - 1]]
                    for index in points.indices {
                        lowest[index] = min(lowest[index], square(points[index], last))
                    }
                    var left = draw * lowest.reduce(0, +)
                    var next = points.indices.first { !chosen.contains($0) } ?? 0
                    for index in points.indices {
                        left -= lowest[index]
                        if left < 0 {
                            next = index
                            break
                        }
                    }
                    chosen.append(next)
                }
                return chosen
            }
        ],
        hints: Hints(
            question: "How far is a point from a whole set of points?",
            concept: "As far as from the nearest of them. Each point gets a stretch of a line as "
                + "long as the square of that distance; the draw says where on the line you look.",
            step:
                "D2 = 4, 0, 16 fill the line from 0 to 4, nothing, and from 4 to 20. A draw of 0.5 "
                + "looks at 10: that is point 2."))

    /// The corners of squares in any order, with draws exactly on the bounds. Beside a chosen corner D2
    /// is 4, 4 and 8 times a square, 16 times in sum: so all sums are exact.
    @Sendable private static func corners(
        _ generator: inout SeededGenerator
    ) -> [(points: [[Double]], draws: [Double])] {
        (0..<16).map { number in
            let side = 2 * Double(1 + generator.index(below: 7))
            let places = generator.shuffled([[0, 0], [side, 0], [0, side], [side, side]])
            return (places, [0.25 * Double(number % 4), 0.25 * Double(number / 4)])
        }
    }
}

private let plusPlusMisconceptions = [
    call.misconception(
        "the distance is not squared", check: "distances",
        hints: Hints(
            question:
                "One point is twice as far as another. How much more often shall it be drawn?",
            concept:
                "Four times: k-means adds up squares, and the start is chosen for that sum. With "
                + "plain distances the many points nearby win too often.",
            step: "Leave the root out: (x - c) * (x - c), summed over the coordinates.")
    ) { points, draws in
        chosen(points, draws, distance: { square($0, $1).squareRoot() })
    },
    call.misconception(
        "only the point chosen last counts", check: "distances",
        hints: Hints(
            question: "The third point is far from the second. Can it lie beside the first?",
            concept:
                "Yes, if you ask the last one only. D2 is the distance from the nearest of all.",
            step: "For each point: chosen.map { squared distance to it }.min().")
    ) { points, draws in chosen(points, draws, among: { $0.suffix(1) }) },
    call.misconception(
        "only the first point counts", check: "distances",
        hints: Hints(
            question: "Which points may the third centroid be near to?",
            concept: "To none that is chosen. D2 becomes smaller with each new one.",
            step: "Compute D2 anew after each draw, from all points chosen so far.")
    ) { points, draws in chosen(points, draws, among: { $0.prefix(1) }) },
    call.misconception(
        "you add up the distances from all chosen points", check: "distances",
        hints: Hints(
            question: "A point lies on a chosen one. How probable should it be?",
            concept: "Not at all. A sum over all chosen points is not 0 there; the smallest is.",
            step: "min() in place of reduce(0, +).")
    ) { points, draws in chosen(points, draws, combine: { $0.reduce(0, +) }) },
    call.misconception(
        "you take the distance from the farthest chosen point", check: "distances",
        hints: Hints(
            question: "Are you far from a city if you live in it, but far from another?",
            concept: "The nearest chosen point is the one that would win this point.",
            step: "min() in place of max().")
    ) { points, draws in chosen(points, draws, combine: { $0.max() ?? 0 }) },
    call.misconception(
        "you take the farthest point, whatever the draw says", check: "distances",
        hints: Hints(
            question: "A single stray nucleus lies far outside. Will it always be a start?",
            concept:
                "If you take the farthest point, yes: outliers win. The draw gives many points "
                + "that are moderately far a chance.",
            step: "Walk along the running sum of D2 until it is larger than draw * total.")
    ) { points, draws in
        chosen(
            points, draws,
            next: { distances, _ in distances.indices.max { distances[$0] < distances[$1] } })
    },
    call.misconception(
        "every point is equally likely", check: "distances",
        hints: Hints(
            question: "Where do you use D2 when you choose?",
            concept:
                "Int(draw * count) is right for the first point only. The others are drawn by D2.",
            step: "place = draw * sum of D2; then the first index whose running sum is larger.")
    ) { points, draws in draws.map { Int($0 * Double(points.count)) } },
    call.misconception(
        "the first draw never gives the last point", check: "distances",
        hints: Hints(
            question: "Four points, a draw of 0.99: which is it?",
            concept:
                "Each point owns a quarter of the numbers from 0 to 1; the last one from 0.75 on.",
            step: "Int(draws[0] * Double(points.count)), without - 1.")
    ) { points, draws in
        chosen(points, draws, first: Int(draws[0] * Double(points.count - 1)))
    },
    call.misconception(
        "the first draw is rounded to the nearest point", check: "distances",
        hints: Hints(
            question: "Of five points, which draws give the first, and which the second?",
            concept: "Each point owns a fifth of the draws: 0 to 0.2, 0.2 to 0.4. Rounding to the "
                + "nearest gives the first point only half of its part.",
            step: "0.19 * 5 = 0.95 is rounded down to 0.")
    ) { points, draws in
        let nearest = Int((draws[0] * Double(points.count)).rounded())
        return chosen(points, draws, first: min(nearest, points.count - 1))
    },
    call.misconception(
        "a running sum that equals the place is enough", check: "bounds",
        hints: Hints(
            question: "The draw is 0 and point 0 is chosen already. Which point do you return?",
            concept: "Its D2 is 0, so its stretch of the line is empty, and no place lies in it. A "
                + "stretch owns its start, not its end.",
            step: "Compare with > where you compare with >=.")
    ) { points, draws in
        chosen(
            points, draws,
            next: { distances, place in
                var sum = 0.0
                return distances.indices.first {
                    sum += distances[$0]
                    return sum >= place
                }
            })
    },
    call.misconception(
        "you take small distances for 0", check: "distances",
        hints: Hints(
            question: "The points are given in metres, and lie a micrometre apart. Do they differ?",
            concept: "What counts are the shares of the sum, whatever its unit: D2 of 1e-12 and "
                + "4e-12 are as 1 to 4.",
            step: "Compare the sum with 0 itself, not with a small number.")
    ) { points, draws in
        chosen(
            points, draws,
            next: { $0.reduce(0, +) > 1e-9 ? running($0, $1) : nil })
    },
    call.misconception(
        "where all distances are 0 you take the last point", check: "equal points",
        hints: Hints(
            question: "Has the point that you return been chosen before?",
            concept: "If nothing is larger than the place, the search ends without an answer. Two "
                + "centroids in one point are one centroid.",
            step: "points.indices.first { !chosen.contains($0) }.")
    ) { points, draws in chosen(points, draws, otherwise: { _ in points.count - 1 }) },
    call.misconception(
        "where all distances are 0 you take the first point again", check: "equal points",
        hints: Hints(
            question: "Has the point that you return been chosen before?",
            concept: "Each index may stand in the answer once only.",
            step: "points.indices.first { !chosen.contains($0) }.")
    ) { points, draws in chosen(points, draws, otherwise: { _ in 0 }) },
]

private func square(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
}

/// The loop that all these answers share.
private func chosen(
    _ points: [[Double]], _ draws: [Double], first: Int? = nil,
    among: ([Int]) -> ArraySlice<Int> = { $0[...] },
    combine: ([Double]) -> Double = { $0.min() ?? 0 },
    distance: ([Double], [Double]) -> Double = square,
    otherwise: (([Int]) -> Int)? = nil, next: ([Double], Double) -> Int? = running
) -> [Int] {
    var chosen = [first ?? Int(draws[0] * Double(points.count))]
    for draw in draws.dropFirst() {
        let distances = points.map { point in
            combine(among(chosen).map { distance(point, points[$0]) })
        }
        let free = points.indices.first { !chosen.contains($0) } ?? 0
        let found = next(distances, draw * distances.reduce(0, +))
        chosen.append(found ?? otherwise?(chosen) ?? free)
    }
    return chosen
}

/// The first index whose running sum is larger than a place.
private func running(_ distances: [Double], _ place: Double) -> Int? {
    var sum = 0.0
    return distances.indices.first {
        sum += distances[$0]
        return sum > place
    }
}
