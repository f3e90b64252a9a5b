import Curriculum
import DeepTeaching
import GraderKit

private let call = SlideFormatsCalls.level

extension SlideFormatsGraders {
    static let level = ExerciseGrader(
        call,
        checks: [
            call.check(
                "fine enough", "of the levels that are fine enough, the coarsest",
                question: "Which levels hold all the detail that you want?",
                inputs: fineEnough, compare: Comparison.labels),
            call.check(
                "ends", "finer than level 0, and coarser than the last level",
                question: "Which level do you read where no level is fine enough?",
                inputs: { generator in
                    let baseline = generator.uniform(0.2, 0.5)
                    return (0..<4).flatMap { _ in
                        let downsamples = pyramid(3 + generator.index(below: 6), &generator)
                        let last = downsamples[downsamples.count - 1]
                        return [
                            (baseline * 0.3, baseline, downsamples),
                            (baseline * last * 5, baseline, downsamples), (baseline, baseline, [1]),
                        ]
                    }
                }, compare: Comparison.labels),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("from the coarsest to the finest") { wanted, baseline, downsamples in
                for index in downsamples.indices.reversed()
                where baseline * downsamples[index] / wanted <= 1.02 {
                    return index
                }
                return 0
            }
        ],
        hints: Hints(
            question:
                "You want pixels of 0.9 um. One level has 0.5 um, the next 1 um. Which can be "
                + "averaged to 0.9?",
            concept:
                "The one of 0.5: detail can be averaged away, but not made. Of all levels that are "
                + "fine enough, the coarsest costs least.",
            step: "downsamples.lastIndex { baseline * $0 <= 1.02 * wanted } ?? 0."))

    /// A pyramid that halves only nearly.
    private static func pyramid(
        _ count: Int, _ generator: inout SeededGenerator
    ) -> [Double] {
        (0..<count).map { level in
            level == 0 ? 1 : Double(1 << level) * generator.uniform(1, 1.005)
        }
    }

    private static func fineEnough(
        _ generator: inout SeededGenerator
    ) -> [(Double, Double, [Double])] {
        (0..<8).map { round in
            let downsamples = pyramid(7, &generator)
            let baseline = generator.uniform(0.2, 0.5)
            let level = 1 + generator.index(below: 4)
            // Just fine enough within 2 %, just not, exactly, and between two levels.
            let factor = [0.985, 0.975, 1, 1.6, 1.9, 1.3, 0.97, 0.99][round]
            return (baseline * downsamples[level] * factor, baseline, downsamples)
        }
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "the level nearest to the wanted size is read", check: "fine enough",
            hints: Hints(
                question:
                    "The nearest level has pixels of 1 um, you want 0.9. Where does the detail "
                    + "come from?",
                concept:
                    "From nowhere: a coarser level has lost it. The nearest is not the nearest "
                    + "that is fine enough.",
                step: "Only levels with baseline * downsample <= 1.02 * wanted.")
        ) { wanted, baseline, downsamples in
            downsamples.indices.min {
                abs(baseline * downsamples[$0] - wanted) < abs(baseline * downsamples[$1] - wanted)
            } ?? 0
        },
        call.misconception(
            "the finest level that is coarser is read", check: "fine enough",
            hints: Hints(
                question: "Do larger pixels hold all the detail of smaller ones?",
                concept: "The pixels of the level must not be larger than those that you want.",
                step: "<=, and the last level for which it holds.")
        ) { wanted, baseline, downsamples in
            downsamples.firstIndex { baseline * $0 >= wanted / 1.02 } ?? downsamples.count - 1
        },
        call.misconception(
            "a level that is coarser by a hair is refused", check: "fine enough",
            hints: Hints(
                question: "You want 1 um, the level has 1.004. Is that another resolution?",
                concept:
                    "Real pyramids have downsamples like 2.0005. Without a tolerance you read a "
                    + "level of four times as many pixels for nothing.",
                step: "1.02 * wanted.")
        ) { wanted, baseline, downsamples in
            downsamples.lastIndex { baseline * $0 <= wanted } ?? 0
        },
        call.misconception(
            "the resolution of level 0 is not looked at", check: "fine enough",
            hints: Hints(
                question: "What is the unit of a downsample?",
                concept: "It has none. Only times the pixel size of level 0 are they micrometres.",
                step: "baseline * downsample.")
        ) { wanted, _, downsamples in
            downsamples.lastIndex { $0 <= 1.02 * wanted } ?? 0
        },
        call.misconception(
            "the pixel size of a level is divided, not multiplied", check: "fine enough",
            hints: Hints(
                question: "Are the pixels of a coarser level larger or smaller?",
                concept: "Larger: one of them covers `downsample` pixels of level 0 along an axis.",
                step: "baseline * downsample.")
        ) { wanted, baseline, downsamples in
            downsamples.lastIndex { baseline / $0 <= 1.02 * wanted } ?? 0
        },
        call.misconception(
            "level 0 is always read", check: "fine enough",
            hints: Hints(
                question: "How many pixels of level 0 does one pixel of level 5 replace?",
                concept: "About 1024. Level 0 is always fine enough, and mostly far too much.",
                step: "The *last* level that is fine enough.")
        ) { _, _, _ in 0 },
        call.misconception(
            "where no level is fine enough, the coarsest is read", check: "ends",
            hints: Hints(
                question: "You want 0.1 um and level 0 has 0.25. Which level comes nearest?",
                concept: "Level 0: it has the smallest pixels of all.",
                step: "downsamples.lastIndex { ... } ?? 0.")
        ) { wanted, baseline, downsamples in
            downsamples.lastIndex { baseline * $0 <= 1.02 * wanted } ?? downsamples.count - 1
        },
        call.misconception(
            "where all levels are fine enough, level 0 is read", check: "ends",
            hints: Hints(
                question: "You want 100 um, and the coarsest level has 20. Which one costs least?",
                concept: "The coarsest: it is fine enough, and has the fewest pixels.",
                step: "The last level for which the condition holds.")
        ) { wanted, baseline, downsamples in
            let last = downsamples.lastIndex { baseline * $0 <= 1.02 * wanted } ?? 0
            let isCoarser = wanted > 1.5 * baseline * downsamples[downsamples.count - 1]
            return isCoarser ? 0 : last
        },
    ]
}
