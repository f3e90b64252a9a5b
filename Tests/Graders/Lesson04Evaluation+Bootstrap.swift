import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = EvaluationCalls.bootstrapInterval

extension EvaluationGraders {
    /// Values, groups, draws and confidence.
    private typealias Sample = ([Double], [Int], [[Double]], Double)

    static let bootstrapInterval = ExerciseGrader(
        call,
        checks: [
            call.check(
                "whole groups", "groups are drawn with all of their values",
                question: "Which group does u = 0.99 draw? And how many values does the resample "
                    + "hold to which it belongs?",
                inputs: { generator in
                    // One resample: both ends are its mean.
                    [(5, 1.0), (8, 300), (4, 1), (11, 0.01)].map { groups, scale in
                        sample(
                            groups: groups, resamples: 1, confidence: 0.9, scale: scale,
                            &generator)
                    }
                },
                compare: compareEnds),
            call.check(
                "ends", "each end cuts off (1 - confidence) / 2",
                question: "With 3 means, which place is the last one? And where lies place 0.5?",
                inputs: { generator in
                    // Each value is a group of its own.
                    [(11, 0.9), (12, 0.5), (60, 0.95), (3, 0.3), (2, 0.8)].map {
                        resamples, confidence in
                        let (values, _, _, _) = sample(
                            groups: 6, resamples: 1, confidence: confidence, &generator)
                        let draws = (0..<resamples).map { _ in
                            values.map { _ in generator.uniform() }
                        }
                        return (values, Array(values.indices), draws, confidence)
                    } + [repeated(&generator)]
                },
                compare: compareEnds),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("from the sum and the number of values of each group") {
                values, groups, draws, confidence in
                var totals: [Int: (sum: Double, count: Double)] = [:]
                for (value, group) in zip(values, groups) {
                    let old = totals[group] ?? (0, 0)
                    totals[group] = (old.sum + value, old.count + 1)
                }
                let ordered = totals.sorted { $0.key < $1.key }.map(\.value)
                let means = draws.map { numbers in
                    let drawn = numbers.map {
                        ordered[Int(($0 * Double(ordered.count)).rounded(.down))]
                    }
                    return drawn.reduce(0) { $0 + $1.sum } / drawn.reduce(0) { $0 + $1.count }
                }
                return ends(means.sorted(), confidence)
            }
        ],
        hints: Hints(
            question: "What is drawn by chance, and what only comes along?",
            concept: "Patients are drawn; their slides come along. First put the values of each "
                + "group into a list of its own, the groups in rising order. Each resample strings "
                + "the lists of the groups drawn together, and has one mean. Sort the means, and "
                + "read off two places.",
            step: "Groups [1, 1] and [0]; draws 0.1 and 0.9 give the groups 0 and 1, values 1, 1, "
                + "0, mean 2 / 3. Three means 0, 2 / 3, 1 and confidence 0.5: tail 0.25, place "
                + "0.25 * 2 = 0.5, halfway from 0 to 2 / 3."))

    private static func compareEnds(_ expected: IntervalEnds, _ got: IntervalEnds) -> Verdict {
        .all(
            Comparison.within(1e-9)(expected.lower, got.lower).about("the lower end"),
            Comparison.within(1e-9)(expected.upper, got.upper).about("the upper end"))
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you draw single values, not groups", check: "whole groups",
            hints: Hints(
                question: "Five slides of one patient: are these five witnesses, or one?",
                concept: "Slides of one patient resemble each other. Drawn one by one they pass "
                    + "for independent, and the interval comes out too narrow. It looks the "
                    + "better for it, so nothing warns you.",
                step: "Collect the values of each group first, and draw among the groups.")
        ) { values, _, draws, confidence in
            try interval(values, Array(values.indices), draws, confidence)
        },
        call.misconception(
            "you take the mean of the groups' means", check: "whole groups",
            hints: Hints(
                question: "A patient has one slide, another has five. How much does each count?",
                concept: "The mean of a resample is that of all its values: a patient with five "
                    + "slides counts five times.",
                step: "String the values together, then divide their sum by their number.")
        ) { values, groups, draws, confidence in
            let members = members(values, groups).map { $0.reduce(0, +) / Double($0.count) }
            return try interval(members, Array(members.indices), draws, confidence)
        },
        call.misconception(
            "the groups stand in the order in which they first appear", check: "whole groups",
            hints: Hints(
                question: "Which group is number 0: the first in the list, or that of the smallest "
                    + "number?",
                concept: "For real draws the order would not matter. Here the draws are given, and "
                    + "the contract says: in rising order of their numbers.",
                step: "Set(groups).sorted().")
        ) { values, groups, draws, confidence in
            var order: [Int: Int] = [:]
            for group in groups where order[group] == nil { order[group] = order.count }
            return try interval(values, groups.map { order[$0] ?? 0 }, draws, confidence)
        },
        call.misconception(
            "a group that is drawn twice counts once", check: "whole groups",
            hints: Hints(
                question: "How many groups does each of your resamples hold?",
                concept: "As many as there are, with replacement: some come twice, others not at "
                    + "all. That is what moves the mean from resample to resample.",
                step: "Keep the list of drawn groups as it is; do not make a set of it.")
        ) { values, groups, draws, confidence in
            let members = members(values, groups)
            let means = draws.map { numbers in
                let drawn = Set(numbers.map { Int($0 * Double(members.count)) }).sorted()
                    .flatMap { members[$0] }
                return drawn.reduce(0, +) / Double(drawn.count)
            }
            return ends(means.sorted(), confidence)
        },
        call.misconception(
            "each end cuts off all that is left, not half of it", check: "ends",
            hints: Hints(
                question: "Which share of the resamples lies inside of your interval?",
                concept:
                    "A confidence of 0.9 leaves 0.1 outside, and that on two sides: 0.05 each.",
                step: "tail = (1 - confidence) / 2.")
        ) { values, groups, draws, confidence in
            try interval(values, groups, draws, max(0, 2 * confidence - 1))
        },
        call.misconception(
            "the places are counted up to B, not up to B - 1", check: "ends",
            hints: Hints(
                question: "With 3 means, which place is the last one?",
                concept: "Places are counted from 0, so the last of B means stands at place B - 1. "
                    + "With B your ends lie too far up, both of them.",
                step: "tail * Double(means.count - 1).")
        ) { values, groups, draws, confidence in
            let sorted = means(values, groups, draws).sorted()
            func value(at place: Double) -> Double {
                let below = Int(place)
                let above = min(below + 1, sorted.count - 1)
                return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
            }
            let (tail, count) = ((1 - confidence) / 2, Double(sorted.count))
            return IntervalEnds(
                lower: value(at: tail * count), upper: value(at: (1 - tail) * count))
        },
        call.misconception(
            "a place between two means is rounded down", check: "ends",
            hints: Hints(
                question: "Place 2.25: which two means does it lie between, and nearer to which?",
                concept: "On the straight line between both: m[2] + 0.25 * (m[3] - m[2]).",
                step: "Keep the part behind the point: place - Double(Int(place)).")
        ) { values, groups, draws, confidence in
            let sorted = means(values, groups, draws).sorted()
            let (tail, last) = ((1 - confidence) / 2, Double(sorted.count - 1))
            return IntervalEnds(
                lower: sorted[Int(tail * last)], upper: sorted[Int((1 - tail) * last)])
        },
        call.misconception(
            "means that occur twice count once", check: "ends",
            hints: Hints(
                question: "Nine of ten resamples have the mean 1, one has 0. Where does the middle "
                    + "of your list lie?",
                concept: "A place in the list says which share of the resamples lies below it. A "
                    + "mean that nine resamples have must stand there nine times.",
                step: "means.sorted(), not Set(means).sorted().")
        ) { values, groups, draws, confidence in
            ends(Set(means(values, groups, draws)).sorted(), confidence)
        },
        call.misconception(
            "the means are not in order", check: "ends",
            hints: Hints(
                question: "Is your lower end always below the upper one?",
                concept: "Only among sorted means does a place say how many lie below it.",
                step: ".sorted() before you read off the ends.")
        ) { values, groups, draws, confidence in ends(means(values, groups, draws), confidence) },
        call.misconception(
            "you return the mean and 1.96 deviations to both sides", check: "ends",
            hints: Hints(
                question: "Can your interval of an accuracy reach above 1?",
                concept: "1.96 deviations fit 0.95 and a bell curve. The bootstrap needs neither: "
                    + "its ends are read off the resamples.",
                step: "Sort the means, and take those at the two places.")
        ) { values, groups, draws, _ in
            let all = means(values, groups, draws)
            let mean = all.reduce(0, +) / Double(all.count)
            let squares = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
            return IntervalEnds(
                lower: mean - 1.96 * squares.squareRoot(),
                upper: mean + 1.96 * squares.squareRoot())
        },
    ]

    /// A group of right calls and a smaller one of wrong calls; most resamples have the mean 1.
    private static func repeated(_ generator: inout SeededGenerator) -> Sample {
        func low() -> Double { generator.uniform(0, 0.4) }
        func high() -> Double { generator.uniform(0.6, 1) }
        let right = (0..<3 + generator.index(below: 3)).map { _ in [low(), low()] }
        let draws = generator.shuffled(right + [[low(), high()], [high(), high()]])
        return ([1, 1, 0], [7, 7, 9], draws, 0.5)
    }

    /// Groups of different sizes with values of their own level, the largest number listed first;
    /// the first two numbers of a resample draw the same group.
    private static func sample(
        groups count: Int, resamples: Int, confidence: Double, scale: Double = 1,
        _ generator: inout SeededGenerator
    ) -> Sample {
        let names = (0..<count).map { 3 + 10 * $0 + generator.index(below: 10) }
        let rest = names.dropLast().flatMap { name in
            (0..<1 + generator.index(below: 4)).map { _ in name }
        }
        let largest = names[count - 1]
        let groups =
            [largest, largest, largest] + generator.shuffled(rest + [largest, names[0], names[0]])
        var levels: [Int: Double] = [:]
        for name in names { levels[name] = generator.uniform(-1, 1) }
        let values = groups.map { scale * ((levels[$0] ?? 0) + generator.uniform(-0.2, 0.2)) }
        let draws = (0..<resamples).map { _ in
            let first = generator.uniform()
            return [first, first] + (2..<count).map { _ in generator.uniform() }
        }
        return (values, groups, draws, confidence)
    }
}

private func interval(
    _ values: [Double], _ groups: [Int], _ draws: [[Double]], _ confidence: Double
) throws -> IntervalEnds {
    try EvaluationSolution.bootstrapInterval(
        values: values, groups: groups, draws: draws, confidence: confidence)
}

private func members(_ values: [Double], _ groups: [Int]) -> [[Double]] {
    Set(groups).sorted().map { group in
        values.indices.filter { groups[$0] == group }.map { values[$0] }
    }
}

private func means(_ values: [Double], _ groups: [Int], _ draws: [[Double]]) -> [Double] {
    let members = members(values, groups)
    return draws.map { numbers in
        let drawn = numbers.flatMap { members[Int($0 * Double(members.count))] }
        return drawn.reduce(0, +) / Double(drawn.count)
    }
}

/// What lies at the two places of means, in the order in which they stand.
private func ends(_ means: [Double], _ confidence: Double) -> IntervalEnds {
    func value(at place: Double) -> Double {
        let below = Int(place)
        let above = min(below + 1, means.count - 1)
        let share = place - Double(below)
        return (1 - share) * means[below] + share * means[above]
    }
    let tail = (1 - confidence) / 2
    return IntervalEnds(
        lower: value(at: tail * Double(means.count - 1)),
        upper: value(at: (1 - tail) * Double(means.count - 1)))
}
