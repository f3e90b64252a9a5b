import Curriculum
import DeepTeaching
import GraderKit

private let call = TreesAndForestsCalls.bootstrapSample

extension TreesAndForestsGraders {
    static let bootstrapSample = ExerciseGrader(
        call,
        checks: [
            call.check(
                "in the bag", "each draw is made among all samples",
                inputs: bags, comparing: compareInBag),
            call.check(
                "out of the bag", "what was never drawn is left out",
                inputs: bags, comparing: compareOutOfBag),
        ],
        misconceptions: [
            call.misconception(
                "you draw without replacement", check: "in the bag",
                hints: Hints(
                    question:
                        "A bag of n draws among n samples, none of them twice: what is in it?",
                    concept:
                        "Without replacement every bag holds all samples, all trees are alike, "
                        + "and nobody is out of the bag.",
                    step: "Each draw is Int(u * count), whatever was drawn before.")
            ) { count, draws in
                var left = Array(0..<count)
                let inBag = draws.compactMap { u in
                    left.isEmpty ? nil : left.remove(at: Int(u * Double(left.count)))
                }
                return BootstrapSample(inBag: inBag, outOfBag: left)
            },
            call.misconception(
                "a sample that was drawn twice is in the bag once", check: "in the bag",
                hints: Hints(
                    question: "How many entries has your bag?",
                    concept: "A sample that is drawn twice counts twice for the tree: that is how "
                        + "the draws make trees differ.",
                    step: "Keep the list of draws as it is: no Set.")
            ) { count, draws in
                let drawn = bag(count, draws)
                var seen: Set<Int> = []
                return BootstrapSample(
                    inBag: drawn.inBag.filter { seen.insert($0).inserted },
                    outOfBag: drawn.outOfBag)
            },
            call.misconception(
                "you round to the nearest sample", check: "in the bag",
                hints: Hints(
                    question: "Which sample does u = 0.99 draw out of 3?",
                    concept: "Rounded, 2.97 becomes 3, and there is no sample 3. Cut off, each "
                        + "sample has an equal stretch from 0 to 1.",
                    step: "Int(u * Double(count)).")
            ) { count, draws in
                bag(count, draws) { min(count - 1, Int(($0 * Double(count)).rounded())) }
            },
            call.misconception(
                "the last sample is never drawn", check: "in the bag",
                hints: Hints(
                    question: "Three samples, u = 0.99: which one is drawn?",
                    concept: "u stays below 1, so u * count stays below count: the last index is "
                        + "count - 1 already.",
                    step: "Multiply by count, not by count - 1.")
            ) { count, draws in
                bag(count, draws) { Int($0 * Double(count - 1)) }
            },
            call.misconception(
                "out of the bag are those that were drawn once only", check: "out of the bag",
                hints: Hints(
                    question: "A tree has learnt from a sample once. May it judge it?",
                    concept: "Out of the bag is who was not drawn at all.",
                    step: "(0..<count).filter { !inBag.contains($0) }.")
            ) { count, draws in
                let inBag = bag(count, draws).inBag
                return BootstrapSample(
                    inBag: inBag,
                    outOfBag: (0..<count).filter { sample in inBag.count { $0 == sample } <= 1 })
            },
            call.misconception(
                "out of the bag are the samples in the bag", check: "out of the bag",
                hints: Hints(
                    question: "Which samples does the tree not know?",
                    concept: "The tree learns from what is in the bag. What is not can judge it.",
                    step: "filter { !inBag.contains($0) }, with the exclamation mark.")
            ) { count, draws in
                let inBag = bag(count, draws).inBag
                return BootstrapSample(inBag: inBag, outOfBag: Set(inBag).sorted())
            },
        ],
        alternatives: [
            call.answer("counts how often each sample was drawn") { count, draws in
                var times = [Int](repeating: 0, count: count)
                let inBag = draws.map { Int(($0 * Double(count)).rounded(.down)) }
                for sample in inBag { times[sample] += 1 }
                return BootstrapSample(
                    inBag: inBag, outOfBag: times.indices.filter { times[$0] == 0 })
            },
            call.answer("takes the drawn ones away from all") { count, draws in
                let inBag = draws.map { Int($0 * Double(count)) }
                return BootstrapSample(
                    inBag: inBag, outOfBag: Set(0..<count).subtracting(inBag).sorted())
            },
        ],
        hints: Hints(
            question:
                "Which samples are left if you take away those that were drawn at least once?",
            concept: "Each number becomes an index by itself, without looking at the others. Then "
                + "ask of each sample whether its index occurs.",
            step: "inBag = draws.map { Int($0 * Double(count)) }; outOfBag = (0..<count).filter { "
                + "!inBag.contains($0) }."))

    /// As many draws as samples, some just below 1 and one 0; also fewer draws than samples, and one
    /// sample.
    private static func bags(
        _ generator: inout SeededGenerator
    ) -> [(count: Int, draws: [Double])] {
        func draws(_ count: Int) -> [Double] {
            generator.shuffled([0, 0.99, 0.985] + (0..<count).map { _ in number() })
        }
        func number() -> Double { (1000 * generator.uniform()).rounded(.down) / 1000 }
        let count = 9 + generator.index(below: 9)
        // Not always is sample 0 drawn.
        let few = (0..<5).map { _ in 0.2 + 0.7 * number() }
        return [(count, draws(count - 3)), (3 * count, few), (1, draws(2))]
    }

    private static func compareInBag(
        _ expected: BootstrapSample, _ got: BootstrapSample, count _: Int, draws _: [Double]
    ) -> Verdict {
        Comparison.labels(expected.inBag, got.inBag)
    }

    /// By what was drawn, be it right or wrong: that is the other check's business.
    private static func compareOutOfBag(
        _ expected: BootstrapSample, _ got: BootstrapSample, count: Int, draws _: [Double]
    ) -> Verdict {
        if expected == got { return .right }
        func left(_ bag: BootstrapSample) -> [Int] {
            (0..<count).filter { !bag.inBag.contains($0) }
        }
        // What is expected may be a wrong answer that the student's is held against.
        let isRight = expected.outOfBag == left(expected)
        // In any order: what is left out has none.
        return Comparison.labels(
            isRight ? left(got) : expected.outOfBag.sorted(), got.outOfBag.sorted())
    }
}

private func bag(_ count: Int, _ draws: [Double]) -> BootstrapSample {
    bag(count, draws) { Int($0 * Double(count)) }
}

private func bag(
    _ count: Int, _ draws: [Double], place: (Double) -> Int
) -> BootstrapSample {
    let inBag = draws.map(place)
    return BootstrapSample(inBag: inBag, outOfBag: (0..<count).filter { !inBag.contains($0) })
}
