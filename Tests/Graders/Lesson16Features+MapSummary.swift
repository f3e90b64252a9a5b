import Curriculum
import DeepTeaching
import GraderKit

private let call = FeaturesCalls.mapSummary

extension FeaturesGraders {
    static let mapSummary = ExerciseGrader(
        call,
        checks: [
            call.check(
                "tissue", "only cells with tissue count",
                question: "Which cells say something about the slide?",
                inputs: { generator in (0..<6).map { map($0, &generator) } }, compare: compare),
            call.check(
                "threshold", "a cell of tumour is greater than the threshold",
                question: "What of a probability that is exactly the threshold?",
                inputs: { generator in
                    let high = generator.uniform(0.55, 0.95)
                    return [
                        ([0.5, high, 0.5, 0.1], [true, true, true, true], 0.5),
                        ([0.25, 0.5, high, 0.3, 0], [true, true, true, false, true], 0.25),
                        ([1, 1, 0.2], [true, true, true], 1),
                        ([0, 0, high], [true, true, true], 0),
                    ]
                }, compare: compare),
            call.check(
                "no tissue", "a slide without tissue has zeros",
                question: "By what do you divide if there is no tissue?",
                inputs: { generator in
                    [
                        ([], [], 0.5),
                        ([0, generator.uniform(), 0.75], [false, false, false], 0.5),
                        ([generator.uniform(0.6, 0.9)], [true], 0.5),
                        ([0, 0], [true, true], 0.5),
                    ]
                }, compare: compare),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("one loop over all cells") { probabilities, tissue, threshold in
                var (highest, sum, above, cells) = (0.0, 0.0, 0.0, 0.0)
                for index in probabilities.indices where tissue[index] {
                    highest = max(highest, probabilities[index])
                    sum += probabilities[index]
                    above += probabilities[index] > threshold ? 1 : 0
                    cells += 1
                }
                let count = max(1, cells)
                return MapSummary(highest: highest, mean: sum / count, tumorShare: above / count)
            },
            call.answer("sorted, and counted from behind") { probabilities, tissue, threshold in
                let sorted = probabilities.indices.filter { tissue[$0] }
                    .map { probabilities[$0] }.sorted()
                if sorted.isEmpty { return MapSummary(highest: 0, mean: 0, tumorShare: 0) }
                let first = sorted.firstIndex { $0 > threshold } ?? sorted.count
                let count = Double(sorted.count)
                return MapSummary(
                    highest: sorted[sorted.count - 1],
                    mean: sorted.map { $0 / count }.reduce(0, +),
                    tumorShare: Double(sorted.count - first) / count)
            },
        ],
        hints: Hints(
            question: "A slide is nine tenths glass. What would a mean over all cells say of its "
                + "tissue?",
            concept: "Glass is no evidence. Keep the cells with tissue first; all three numbers "
                + "are "
                + "asked of them alone.",
            step: "let seen = zip(probabilities, tissue).filter { $0.1 }.map { $0.0 }; if it is "
                + "empty, "
                + "return three zeros; otherwise divide by Double(seen.count)."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "the mean is taken over the glass, too", check: "tissue",
            hints: Hints(
                question: "Does your mean change if the slide gets a wider rim of glass?",
                concept: "The same tissue on a larger glass must give the same number.",
                step: "Divide the sum over tissue by the number of cells with tissue.")
        ) { probabilities, tissue, threshold in
            let seen = seen(probabilities, tissue)
            let all = Double(max(1, probabilities.count))
            return summary(seen, threshold) { $0.mean = seen.reduce(0, +) / all }
        },
        call.misconception(
            "tissue is not looked at", check: "tissue",
            hints: Hints(
                question: "What does the list tissue do in your function?",
                concept: "Some cells hold numbers although nothing is there. They are left out of "
                    + "all "
                    + "three numbers.",
                step: "Filter first: zip(probabilities, tissue).filter { $0.1 }.map { $0.0 }.")
        ) { probabilities, _, threshold in summary(probabilities, threshold) { _ in } },
        call.misconception(
            "the share is that of all cells, with glass", check: "tissue",
            hints: Hints(
                question: "How large is the share if all tissue is tumour?",
                concept: "It is 1 then, however much glass there is.",
                step: "Divide the count by the number of cells with tissue.")
        ) { probabilities, tissue, threshold in
            let seen = seen(probabilities, tissue)
            let all = Double(max(1, probabilities.count))
            return summary(seen, threshold) {
                $0.tumorShare = Double(seen.count { $0 > threshold }) / all
            }
        },
        call.misconception(
            "the highest probability is looked for on the glass, too", check: "tissue",
            hints: Hints(
                question: "Where does your highest probability lie: on tissue?",
                concept: "A number on glass is not a probability of tumour.",
                step: "Take max() of the cells with tissue.")
        ) { probabilities, tissue, threshold in
            summary(seen(probabilities, tissue), threshold) {
                $0.highest = probabilities.max() ?? 0
            }
        },
        call.misconception(
            "cells of tissue with probability 0 are left out", check: "tissue",
            hints: Hints(
                question: "Is a cell that is surely healthy no cell?",
                concept: "A probability of 0 on tissue is a statement, and it counts. Tissue is "
                    + "told "
                    + "by the list, not by the number.",
                step: "Filter by tissue[index], not by probabilities[index] > 0.")
        ) { probabilities, tissue, threshold in
            summary(seen(probabilities, tissue).filter { $0 > 0 }, threshold) { _ in }
        },
        call.misconception(
            "the number of cells above the threshold is not divided", check: "tissue",
            hints: Hints(
                question: "Can a share be larger than 1?",
                concept: "A count depends on how large the slide is; a share does not.",
                step: "Divide the count by the number of cells with tissue.")
        ) { probabilities, tissue, threshold in
            let seen = seen(probabilities, tissue)
            return summary(seen, threshold) {
                $0.tumorShare = Double(seen.count { $0 > threshold })
            }
        },
        call.misconception(
            "the share is a sum of probabilities", check: "tissue",
            hints: Hints(
                question: "Does a cell with 0.6 count less than one with 0.9?",
                concept: "Above the threshold each cell counts as one whole cell.",
                step: "Count with filter { $0 > threshold }.count.")
        ) { probabilities, tissue, threshold in
            let seen = seen(probabilities, tissue)
            return summary(seen, threshold) {
                $0.tumorShare =
                    seen.filter { $0 > threshold }.reduce(0, +) / Double(max(1, seen.count))
            }
        },
        call.misconception(
            "a probability that is exactly the threshold counts", check: "threshold",
            hints: Hints(
                question: "Is 0.5 greater than 0.5?",
                concept: "Greater means greater: a network that cannot decide says exactly 0.5.",
                step: "Write > in place of >=.")
        ) { probabilities, tissue, threshold in
            let seen = seen(probabilities, tissue)
            return summary(seen, threshold) {
                $0.tumorShare =
                    Double(seen.count { $0 >= threshold }) / Double(max(1, seen.count))
            }
        },
        call.misconception(
            "the threshold is always 0.5", check: "threshold",
            hints: Hints(
                question: "Where is threshold in your function?",
                concept: "Later lessons ask the same map at several thresholds.",
                step: "Compare with threshold, not with 0.5.")
        ) { probabilities, tissue, _ in summary(seen(probabilities, tissue), 0.5) { _ in } },
        call.misconception(
            "a slide without tissue gives not-a-number", check: "no tissue",
            hints: Hints(
                question: "What is 0 / 0 in floating point?",
                concept: "It is not a number, and a forest cannot learn from that. A slide without "
                    + "tissue is an ordinary slide that says nothing.",
                step: "Return three zeros before you divide.")
        ) { probabilities, tissue, threshold in
            let seen = seen(probabilities, tissue)
            return summary(seen, threshold) {
                $0.mean = seen.reduce(0, +) / Double(seen.count)
                $0.tumorShare = Double(seen.count { $0 > threshold }) / Double(seen.count)
            }
        },
    ]

    private static func seen(_ probabilities: [Double], _ tissue: [Bool]) -> [Double] {
        zip(probabilities, tissue).filter(\.1).map(\.0)
    }

    /// The right answer, changed.
    private static func summary(
        _ seen: [Double], _ threshold: Double, _ change: (inout MapSummary) -> Void
    ) -> MapSummary {
        let cells = Double(max(1, seen.count))
        var summary = MapSummary(
            highest: seen.max() ?? 0, mean: seen.reduce(0, +) / cells,
            tumorShare: Double(seen.count { $0 > threshold }) / cells)
        change(&summary)
        return summary
    }

    /// The highest number lies on the glass, and two cells of tissue are surely healthy.
    private static func map(
        _ round: Int, _ generator: inout SeededGenerator
    ) -> (probabilities: [Double], tissue: [Bool], threshold: Double) {
        let count = 4 + round * 3
        let tumor = generator.uniform(0.85, 0.9)
        let probabilities =
            [0, tumor, generator.uniform(0.92, 0.99), 0]
            + (0..<count).map { _ in generator.uniform(0.02, 0.8) }
        let tissue =
            [true, true, false, true]
            + (0..<count).map { round == 0 || ($0 + generator.index(below: 2)) % 3 > 0 }
        return (probabilities, tissue, [0.5, 0.3, 0.8][round % 3])
    }

    private static let compare: @Sendable (MapSummary, MapSummary) -> Verdict = {
        expected, got in
        Comparison.within(1e-9)(
            [expected.highest, expected.mean, expected.tumorShare],
            [got.highest, got.mean, got.tumorShare])
    }
}
