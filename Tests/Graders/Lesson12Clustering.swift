import Curriculum
import DeepTeaching
import GraderKit
import Mutants
import Solutions

extension LessonGrader {
    /// Grades Lesson 12.
    public static let clustering = LessonGrader(
        clusteringContract, solution: ClusteringSolution.self,
        exercises: [assignGrader, updateCentroidsGrader])
}

// MARK: - assign

private let assignGrader = ExerciseGrader(
    "assign",
    checks: [
        Check(
            "nearest", "each point joins the centroid with the smallest squared distance",
            inputs: { generator in
                [
                    AssignInputs(
                        points: points(40, dimensions: 2, &generator),
                        centroids: points(4, dimensions: 2, &generator)),
                    AssignInputs(
                        points: points(30, dimensions: 3, &generator),
                        centroids: points(3, dimensions: 3, &generator)),
                ]
            },
            compare: Comparison.exact),
        Check(
            "ties", "of equally near centroids the first one counts",
            inputs: { generator in [tiedInputs(&generator)] },
            compare: Comparison.exact),
    ],
    misconceptions: [
        Misconception(
            "of equally near centroids you take the last",
            mutant: clusteringContract.answer(ClusteringMutants.TieGoesToTheLast.self),
            check: "ties",
            hints: Hints(
                question: "A point is as far from centroid 0 as from centroid 1. Which one does "
                    + "your loop keep, and why?",
                concept: "When two candidates are equal, a search that replaces its best one by an "
                    + "equal one ends with the last. The contract asks for the first.",
                step: "Compare with < where you compare with <=: distances 4, 4 keep index 0.")),
        Misconception(
            "you add absolute differences, not squared ones",
            mutant: clusteringContract.answer(ClusteringMutants.ManhattanDistance.self),
            check: "nearest",
            hints: Hints(
                question: "Which is nearer to (0, 0): (3, 3) or (0, 5)? Does your distance agree "
                    + "with a ruler?",
                concept: "The length of the straight line is the root of the sum of squares. The "
                    + "sum of absolute differences is how far a taxi drives in Manhattan.",
                step: "Square each difference before you add: (3, 3) gives 18, (0, 5) gives 25, "
                    + "so (3, 3) is nearer, although 3 + 3 > 5.")),
        Misconception(
            "you take the farthest centroid",
            mutant: clusteringContract.answer(ClusteringMutants.FarthestCentroid.self),
            check: "nearest",
            hints: Hints(
                question: "Should the number that you keep become larger or smaller from centroid "
                    + "to centroid?",
                concept: "argmin is the index of the smallest value, argmax of the largest.",
                step: "Start with infinity, and replace it whenever a distance is smaller.")),
        Misconception(
            "you add differences with their signs, so that they cancel",
            mutant: clusteringContract.answer(ClusteringMutants.SignedDifference.self),
            check: "nearest",
            hints: Hints(
                question: "What does your distance give between (0, 0) and (5, -5)?",
                concept: "A distance is never negative: each coordinate adds something, whichever "
                    + "way it points.",
                step: "Multiply each difference with itself before you add: 5 * 5 + (-5) * (-5).")),
    ],
    alternatives: [clusteringContract.answer(ClusteringAlternatives.RootOfTheDistance.self)],
    hints: Hints(
        question: "How do you find the smallest of a few numbers, and remember where it stood?",
        concept: "For each point, go over all centroids and keep the index of the smallest squared "
            + "distance so far.",
        step: "For the point (0, 0) and the centroids (1, 0), (8, 0) the squared distances are 1 "
            + "and 64: the index of the smallest is 0. points.map { ... } does it for each point."))

/// Points halfway between two of three centroids. Whole numbers, so that ties are exact, and the
/// tied pair changes from point to point.
private func tiedInputs(_ generator: inout SeededGenerator) -> AssignInputs {
    let spacing = 2 * Double(1 + generator.index(below: 5))
    let centroids = generator.shuffled([[0, 0], [spacing, 0], [2 * spacing, 0]])
    let points = (0..<12).map { _ in
        [spacing * (0.5 + Double(generator.index(below: 2))), Double(generator.index(below: 4))]
    }
    return AssignInputs(points: points, centroids: centroids)
}

// MARK: - updateCentroids

private let updateCentroidsGrader = ExerciseGrader(
    "updateCentroids",
    checks: [
        Check(
            "means", "each centroid is the mean of its cluster's points",
            inputs: { generator in
                [updateInputs(clusters: 3, dimensions: 2, empty: nil, &generator)]
            },
            compare: Comparison.within(1e-9)),
        Check(
            "empty cluster", "a cluster without points keeps its previous centroid",
            inputs: { generator in
                let empty = generator.index(below: 4)
                return [updateInputs(clusters: 4, dimensions: 3, empty: empty, &generator)]
            },
            comparing: { inputs, expected, got in
                // Only the empty cluster: the others are the business of the first check.
                guard let empty = (0..<4).first(where: { !inputs.assignment.contains($0) }),
                    got.indices.contains(empty)
                else { return .wrong("there are \(got.count) centroids, expected 4") }
                return Comparison.within(1e-9)(expected[empty], got[empty])
                    .about("centroid \(empty), whose cluster has no points")
            }),
    ],
    misconceptions: [
        Misconception(
            "a cluster without points gives 0 / 0",
            mutant: clusteringContract.answer(ClusteringMutants.EmptyClusterIsNotANumber.self),
            check: "empty cluster",
            hints: Hints(
                question: "What is the mean of no points at all?",
                concept: "0 / 0 is not a number in floating point; it does not trap, it spreads: "
                    + "every later distance to that centroid is not a number either.",
                step: "Look at the count before you divide; if it is 0, return previous[cluster].")),
        Misconception(
            "a cluster without points moves to the origin",
            mutant: clusteringContract.answer(ClusteringMutants.EmptyClusterAtTheOrigin.self),
            check: "empty cluster",
            hints: Hints(
                question: "Where is your centroid after its last point has left it?",
                concept: "Nothing was measured, so nothing may change: the centroid stays where it "
                    + "was, and may win points in the next round.",
                step: "max(count, 1) avoids 0 / 0 but gives (0, 0): return previous[cluster].")),
        Misconception(
            "you divide by the number of all points",
            mutant: clusteringContract.answer(ClusteringMutants.DividedByAllPoints.self),
            check: "means",
            hints: Hints(
                question: "How many points took part in the sum that you divide?",
                concept: "The mean of a cluster is its sum over its own count.",
                step: "The points (0, 0), (2, 0) of three points in all: 2 / 2 = 1, not 2 / 3.")),
        Misconception(
            "you average over the coordinates, not over the points",
            mutant: clusteringContract.answer(ClusteringMutants.MeanOverTheWrongAxis.self),
            check: "means",
            hints: Hints(
                question: "Which index runs in your sum: that of the point, or of the coordinate?",
                concept: "A centroid has as many numbers as a point: one mean for each coordinate.",
                step: "For (0, 4) and (2, 8): x is (0 + 2) / 2 = 1, y is (4 + 8) / 2 = 6.")),
    ],
    alternatives: [clusteringContract.answer(ClusteringAlternatives.RunningMean.self)],
    hints: Hints(
        question: "Which two numbers must you know of a cluster to compute a mean?",
        concept: "Add up the points of each cluster, coordinate by coordinate, and count them.",
        step: "For each cluster: members = points.indices.filter { assignment[$0] == cluster }; "
            + "if there are none, the previous centroid; else the sum of each coordinate over "
            + "members.count."))

private func updateInputs(
    clusters: Int, dimensions: Int, empty: Int?, _ generator: inout SeededGenerator
) -> UpdateCentroidsInputs {
    let filled = (0..<clusters).filter { $0 != empty }
    let drawn = (0..<27).map { _ in filled[generator.index(below: filled.count)] }
    let assignment = generator.shuffled(filled + drawn)
    return UpdateCentroidsInputs(
        points: points(assignment.count, dimensions: dimensions, &generator),
        assignment: assignment, previous: points(clusters, dimensions: dimensions, &generator))
}

// MARK: - Inputs

private func points(
    _ count: Int, dimensions: Int, _ generator: inout SeededGenerator
) -> [[Double]] {
    (0..<count).map { _ in (0..<dimensions).map { _ in generator.uniform(-10, 10) } }
}
