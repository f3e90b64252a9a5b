import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 4.
    public static let evaluation = LessonGrader(
        evaluationContract, solution: EvaluationSolution.self,
        exercises: [
            EvaluationGraders.confusionMatrix, EvaluationGraders.rocCurve,
            EvaluationGraders.areaUnderCurve, EvaluationGraders.cohensKappa,
            EvaluationGraders.bootstrapInterval, EvaluationGraders.frocCurve,
            EvaluationGraders.frocScore,
        ])
}

/// The graders of the exercises of Lesson 4, one file each.
enum EvaluationGraders {
    /// Scores and whether each item is positive.
    typealias Items = (scores: [Double], labels: [Bool])

    /// Corners of a curve, compared in words: how many there are, and the first that differs.
    ///
    /// - Parameters:
    ///   - expected: the solution's corners, to the right and upwards.
    ///   - got: those of the answer.
    ///   - names: what is counted to the right, and what upwards.
    static func compareCorners(
        _ expected: [[Double]], _ got: [[Double]], names: [String]
    ) -> Verdict {
        let same = Comparison.within(1e-9) as @Sendable (Double, Double) -> Verdict
        for (place, corners) in zip(expected, got).enumerated() {
            let verdicts = zip(corners.0, corners.1).map { same($0, $1) }
            guard let axis = verdicts.firstIndex(where: { !$0.isRight }) else { continue }
            let count = expected.count == got.count ? "" : words(got.count, expected.count) + "; "
            return verdicts[axis].about(
                "\(count)corner \(place) (counted from 0), \(names[axis])")
        }
        guard expected.count == got.count else { return .wrong(words(got.count, expected.count)) }
        return Comparison.within(1e-9)(expected, got)
    }

    private static func words(_ got: Int, _ expected: Int) -> String {
        "\(got) \(got == 1 ? "corner" : "corners"), expected \(expected)"
    }

    /// Items in random order whose scores are all different: two more negatives than positives, and
    /// the positives higher on average, but not all of them.
    static func items(
        positives: Int, scale: Double = 1, offset: Double = 0, _ generator: inout SeededGenerator
    ) -> Items {
        let count = 2 * positives + 2
        // Which places in the order of the scores are positive: the highest but one is not, the
        // lowest but two is.
        let fixed = [count - 1: true, count - 2: false, 2: true, 0: false]
        let free = (0..<count).filter { fixed[$0] == nil }
        let chosen = Set(generator.shuffled(free).prefix(positives - 2))
        let places = generator.shuffled(Array(0..<count))
        return (
            places.map {
                offset + scale * (Double($0) + 0.5 * generator.uniform()) / Double(count)
            },
            places.map { fixed[$0] ?? chosen.contains($0) }
        )
    }

    /// Items of a few grades; each grade above the lowest is shared by both classes, and each class
    /// comes first in one of them.
    static func tiedItems(scale: Double = 1, _ generator: inout SeededGenerator) -> Items {
        var items: [(grade: Int, label: Bool)] = []
        for grade in 0..<4 {
            let leads = grade.isMultiple(of: 2)
            items += [(grade, leads), (grade, !leads)]
            let more = 1 + generator.index(below: 3)
            items += (0..<more).map { _ in (grade, generator.uniform() < 0.2 + 0.2 * Double(grade))
            }
        }
        items.append((0, false))
        // Whole grades are shuffled, so that none is listed in order; within one the order stays.
        let grades = generator.shuffled([0, 1, 2, 3])
        items = grades.flatMap { grade in items.filter { $0.grade == grade } }
        return (items.map { scale * Double($0.grade) }, items.map(\.label))
    }
}
