import Curriculum
import DeepTeaching
import GraderKit

private let call = StagingCalls.slideLabel

extension StagingGraders {
    static let slideLabel = ExerciseGrader(
        call,
        checks: [
            call.check(
                "kinds", "the likeliest kind of a slide that is clearly positive, or negative",
                question: "Which of the four numbers belongs to which type?",
                inputs: { generator in
                    (0..<8).map { sure(type: $0 % 4, &generator) }
                },
                compare: Comparison.equal),
            call.check(
                "doubtful", "a slide that is positive although negative is the likeliest of four",
                question: "How probable is tumour of any kind?",
                inputs: { generator in
                    (0..<6).map { doubtful(likeliest: $0 % 3, &generator) }
                        + [[0.4, 0.3, 0.2, 0.1], [0.53125, 0.375, 0.0625, 0.03125]]
                },
                compare: Comparison.equal),
            call.check(
                "ties", "exactly one half, and kinds that are equally probable",
                question: "Is one half more than one half?",
                inputs: { _ in
                    [
                        [0.5, 0.5, 0, 0], [0.5, 0.125, 0.125, 0.25], [0.25, 0.25, 0.25, 0.25],
                        [0, 0.25, 0.375, 0.375], [0.25, 0.375, 0, 0.375], [1, 0, 0, 0],
                    ]
                },
                compare: Comparison.equal),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("the positive probabilities are summed and sorted") { numbers in
                let kinds = numbers.indices.dropFirst()
                if kinds.reduce(0, { $0 + numbers[$1] }) <= 0.5 + 1e-12 { return .negative }
                let best = kinds.sorted { (-numbers[$0], $0) < (-numbers[$1], $1) }[0]
                return MetastasisType.allCases[best]
            },
            call.answer("from the first to the last") { numbers in
                guard numbers[0] < 0.5 else { return .negative }
                if numbers[1] >= numbers[2] && numbers[1] >= numbers[3] { return .itc }
                return numbers[2] >= numbers[3] ? .micro : .macro
            },
        ],
        hints: Hints(
            question: "Negative 0.4, ITC 0.3, micro 0.2, macro 0.1: is there tumour on the slide?",
            concept: "Two questions, one after the other. First: is P(positive) = 1 - P(negative) "
                + "more than a half? Then: which of the three kinds is likeliest?",
            step: "if 1 - probabilities[0] <= 0.5 { return .negative }; then the index of the "
                + "largest of probabilities[1], [2], [3], and MetastasisType.allCases at it."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "the likeliest of all four is taken", check: "doubtful",
            hints: Hints(
                question: "0.4 is the largest of the four. What do the other three say together?",
                concept: "That there is tumour with 0.6, and only its kind is in doubt. A slide "
                    + "must not be called free of tumour for that.",
                step: "Ask first whether 1 - probabilities[0] is more than 0.5.")
        ) { type(best(of: 0...3, $0)) },
        call.misconception(
            "a slide is positive if one kind is more probable than a half", check: "doubtful",
            hints: Hints(
                question: "Which events does \"tumour of any kind\" consist of?",
                concept: "Three that exclude each other: their probabilities add up.",
                step: "if 1 - probabilities[0] <= 0.5 { return .negative }.")
        ) { numbers in
            let kind = best(of: 1...3, numbers)
            return numbers[kind] > 0.5 ? type(kind) : .negative
        },
        call.misconception(
            "one half is enough for positive", check: "ties",
            hints: Hints(
                question: "Which of the two does a slide of exactly one half belong to?",
                concept: "Positive is what is more than a half.",
                step: "<= 0.5 is negative.")
        ) { 1 - $0[0] < 0.5 ? .negative : type(best(of: 1...3, $0)) },
        call.misconception(
            "of equal kinds the last counts", check: "ties",
            hints: Hints(
                question: "ITC and macro are equally probable: which one do you find?",
                concept: "By agreement the first, which is the less severe one.",
                step: "Compare with >, not with >=.")
        ) { numbers in
            let largest = numbers[1...3].max() ?? 0
            return numbers[0] >= 0.5
                ? .negative : type((1...3).last { numbers[$0] == largest } ?? 1)
        },
        call.misconception(
            "a positive slide has the worst kind that is possible", check: "kinds",
            hints: Hints(
                question: "Macro has 0.03. Do you call the slide macro?",
                concept: "The likeliest kind is asked for, not the worst one.",
                step: "The index of the largest of probabilities[1], [2], [3]."),
            isAmbiguous: true
        ) { numbers in
            numbers[0] >= 0.5 ? .negative : type((1...3).last { numbers[$0] > 0 } ?? 1)
        },
        call.misconception(
            "the order is taken to begin with the worst type", check: "kinds",
            hints: Hints(
                question: "Which type is MetastasisType.allCases[0]?",
                concept: "negative, itc, micro, macro: from nothing to the worst.",
                step: "probabilities[0] is that of negative.")
        ) { label(Array($0.reversed())) },
        call.misconception(
            "the index is counted from the first kind, not from negative", check: "kinds",
            hints: Hints(
                question: "You looked at three numbers. Which type has the index 0 there?",
                concept: "An index among the three kinds is one less than that among all four.",
                step: "MetastasisType.allCases[best + 1], if best counts from ITC.")
        ) { $0[0] >= 0.5 ? .negative : type(best(of: 1...3, $0) - 1) },
        call.misconception(
            "ITC do not make a slide positive", check: "doubtful",
            hints: Hints(
                question: "Does a slide with isolated tumour cells hold tumour?",
                concept: "It does. They do not make a *node* positive, but that is the question of "
                    + "the stage, which comes later.",
                step: "P(positive) is 1 - probabilities[0].")
        ) { numbers in
            numbers[2] + numbers[3] > 0.5 || numbers[1] > 0.5
                ? type(best(of: 1...3, numbers)) : .negative
        },
    ]

    private static func label(_ numbers: [Double]) -> MetastasisType {
        numbers[0] >= 0.5 ? .negative : type(best(of: 1...3, numbers))
    }

    private static func best(of range: ClosedRange<Int>, _ numbers: [Double]) -> Int {
        let largest = numbers[range].max() ?? 0
        return range.first { numbers[$0] == largest } ?? range.lowerBound
    }

    private static func type(_ index: Int) -> MetastasisType { MetastasisType.allCases[index] }

    /// Sixty-fourths, so that sums and halves are exact.
    private static func sure(type: Int, _ generator: inout SeededGenerator) -> [Double] {
        var parts = (0..<4).map { _ in 1 + generator.index(below: 6) }
        parts[type] += 64 - parts.reduce(0, +)
        return parts.map { Double($0) / 64 }
    }

    /// Negative is the likeliest of the four, but less probable than a half.
    private static func doubtful(
        likeliest: Int, _ generator: inout SeededGenerator
    ) -> [Double] {
        let negative = 26 + generator.index(below: 4)
        var kinds = [0, 0, 0].map { _ in 6 + generator.index(below: 3) }
        kinds[likeliest] += 64 - negative - kinds.reduce(0, +)
        return ([negative] + kinds).map { Double($0) / 64 }
    }
}
