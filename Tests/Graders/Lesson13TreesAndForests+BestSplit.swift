import Curriculum
import DeepTeaching
import GraderKit

private let call = TreesAndForestsCalls.bestSplit

extension TreesAndForestsGraders {
    private typealias Samples = (features: [[Double]], labels: [Int], classCount: Int)

    /// Two features of which neither alone tells the classes apart: no question is better than none, and
    /// one is asked all the same.
    private static func crossed(_ generator: inout SeededGenerator) -> Samples {
        let (low, high) = (generator.uniform(-9, 0), generator.uniform(1, 9))
        return ([[low, low], [low, high], [high, low], [high, high]], [0, 1, 1, 0], 2)
    }

    /// One class alone.
    private static func pure(_ generator: inout SeededGenerator) -> Samples {
        ([[generator.uniform(-9, 0)], [generator.uniform(1, 9)]], [1, 1], 2)
    }

    static let bestSplit = ExerciseGrader(
        call,
        checks: [
            call.check(
                "impurity", "each child counts as much as its share of the samples",
                inputs: { generator in
                    // Two samples, of which the first question is the only one; some; many.
                    [
                        separated(1, 1, &generator), separated(3, 9, &generator),
                        lonely(&generator), blurred(25, features: 1, &generator),
                        crossed(&generator), pure(&generator),
                    ]
                },
                comparing: compareQuestions),
            call.check(
                "equal values", "a threshold lies in the middle between different values",
                inputs: { generator in [tied(&generator), tied(&generator)] },
                comparing: compareQuestions),
            call.check(
                "several features", "all features are asked, the best one wins",
                inputs: { generator in
                    (0..<3).map { best in
                        let drawn = blurred(16, features: 3, &generator)
                        // One of them alone tells the classes apart.
                        let features = zip(drawn.features, drawn.labels).map { row, label in
                            row.indices.map { $0 == best ? row[$0] + 60 * Double(label) : row[$0] }
                        }
                        return (features, drawn.labels, drawn.classCount)
                    } + [twins(&generator)]
                },
                comparing: compareQuestions),
            call.check(
                "no question", "what has one value only separates nothing",
                inputs: { generator in
                    let value = generator.uniform(-9, 9)
                    let drawn = blurred(8, features: 1, &generator)
                    return [
                        ([[value, 2], [value, 2], [value, 2]], [0, 1, 1], 2), ([[value]], [0], 2),
                        (drawn.features.map { [value] + $0 }, drawn.labels, drawn.classCount),
                    ]
                },
                comparing: compareQuestions),
        ],
        misconceptions: bestSplitMisconceptions,
        alternatives: bestSplitAlternatives,
        hints: Hints(
            question:
                "Between which values may a threshold lie, and how do you know who goes below "
                + "it?",
            concept: "For each feature: sort its different values, try the middle between each two "
                + "neighbours, count the classes on both sides, and keep the question with the "
                + "smallest weighted impurity.",
            step: "values = Set(features.map { $0[f] }).sorted(); for (a, b) in zip(values, "
                + "values.dropFirst()): threshold = (a + b) / 2; below = the samples with "
                + "features[i][f] <= threshold; above = the others."))

    /// Of equally good questions any one will do, as long as its impurity is what it says.
    private static func compareQuestions(
        _ expected: TreeQuestion?, _ got: TreeQuestion?, features: [[Double]], labels: [Int],
        classCount: Int
    ) -> Verdict {
        guard let expected, let got else {
            if expected == nil && got == nil { return .right }
            return .wrong(
                expected == nil
                    ? "nothing can be separated here; expected nil, got \(words(got))"
                    : "expected \(words(expected)), got nil")
        }
        let numbers = Verdict.all(
            Comparison.within(1e-9)(expected.threshold, got.threshold).about("the threshold"),
            Comparison.within(1e-9)(expected.impurity, got.impurity).about("the impurity"))
        if expected.feature == got.feature && numbers.isRight { return numbers }
        let impurity = Comparison.within(1e-9)(expected.impurity, got.impurity)
        // What is expected may be a wrong answer that the student's is held against.
        let areHonest = [expected, got].allSatisfy { isHonest($0, features, labels, classCount) }
        if impurity.isRight && areHonest { return impurity }
        return .wrong("expected \(words(expected)), got \(words(got))")
    }

    private static func words(_ question: TreeQuestion?) -> String {
        guard let question else { return "nil" }
        return "feature \(question.feature) <= \(question.threshold) with impurity "
            + "\(question.impurity)"
    }

    /// One feature that separates two classes, with few samples of the first and more of the second.
    private static func separated(
        _ few: Int, _ many: Int, _ generator: inout SeededGenerator
    ) -> Samples {
        let labels = generator.shuffled(
            [Int](repeating: 0, count: few) + [Int](repeating: 1, count: many))
        return (labels.map { [Double($0) * 20 + generator.uniform(-9, 9)] }, labels, 2)
    }

    /// A single sample at the end is pure, and worth little; three quarters along lies the best question.
    private static func lonely(_ generator: inout SeededGenerator) -> Samples {
        let middle = [0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0]
        let labels = middle + [1, 1, 0, 1, 1, 1, 0, 1]
        let start = generator.uniform(-5, 5)
        let order = generator.shuffled(Array(labels.indices))
        return (order.map { [start + Double($0)] }, order.map { labels[$0] }, 2)
    }

    /// Three classes that overlap.
    private static func blurred(
        _ count: Int, features: Int, _ generator: inout SeededGenerator
    ) -> Samples {
        let labels = (0..<count).map { $0 < 3 ? $0 : generator.index(below: 3) }
        let rows = labels.map { label in
            (0..<features).map { _ in Double(label) * 4 + generator.uniform(-8, 8) }
        }
        return (rows, labels, 3)
    }

    /// Many samples share a value, first those of one class and then the others: whoever cuts between
    /// them believes that he separates the classes.
    private static func tied(_ generator: inout SeededGenerator) -> Samples {
        let low = generator.uniform(-9, 0)
        let high = low + generator.uniform(1, 9)
        let (first, second) = (4 + generator.index(below: 4), 5 + generator.index(below: 4))
        let values =
            [Double](repeating: low, count: first + second) + [Double](repeating: high, count: 3)
        let labels = [Int](repeating: 0, count: first) + [Int](repeating: 1, count: second + 3)
        return (values.map { [$0] }, labels, 2)
    }

    /// Two features that separate equally well.
    private static func twins(_ generator: inout SeededGenerator) -> Samples {
        let drawn = separated(4, 6, &generator)
        return (drawn.features.map { [generator.uniform(-9, 9)] + $0 + $0 }, drawn.labels, 2)
    }
}
