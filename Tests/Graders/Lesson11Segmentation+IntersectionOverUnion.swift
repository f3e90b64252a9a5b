import Curriculum
import DeepTeaching
import GraderKit

private let call = SegmentationCalls.intersectionOverUnion

extension SegmentationGraders {
    static let intersectionOverUnion = ExerciseGrader(
        call,
        checks: [
            call.check(
                "overlap", "the pixels of both, among those of either",
                inputs: { generator in
                    [
                        masks(both: 3, onlyPrediction: 2, onlyTruth: 4, neither: 5, &generator),
                        masks(
                            both: 1 + generator.index(below: 6), onlyPrediction: 3, onlyTruth: 1,
                            neither: 8, &generator),
                        // The same mask twice, and two that have nothing in common.
                        masks(both: 4, onlyPrediction: 0, onlyTruth: 0, neither: 3, &generator),
                        masks(both: 0, onlyPrediction: 2, onlyTruth: 3, neither: 2, &generator),
                    ]
                }, compare: Comparison.within(tolerance)),
            call.check(
                "empty masks", "two empty masks are the same",
                inputs: { generator in
                    let count = 1 + generator.index(below: 5)
                    return [
                        (prediction: nothing(count), truth: nothing(count)),
                        (prediction: [], truth: []),
                        (prediction: nothing(3), truth: [false, true, false]),
                        (prediction: [true, false], truth: nothing(2)),
                    ]
                }, compare: Comparison.within(tolerance)),
        ],
        misconceptions: overlapMisconceptions,
        alternatives: [
            call.answer("by the counts of three kinds of pixels") { prediction, truth in
                var counts = [0, 0, 0]
                for (said, isTrue) in zip(prediction, truth) {
                    if said { counts[isTrue ? 0 : 1] += 1 } else if isTrue { counts[2] += 1 }
                }
                let union = counts.reduce(0, +)
                guard union > 0 else { return 1 }
                return Double(counts[0]) / Double(union)
            }
        ],
        hints: Hints(
            question: "Draw two circles that overlap. Which part is above, which below the line?",
            concept: "Each pixel belongs to both masks, to one or to none. Those of none are glass "
                + "and normal tissue: they count nowhere.",
            step: "Count the pixels where prediction && truth, and those where prediction || "
                + "truth; if the second count is 0, return 1."))

    private static let overlapMisconceptions = [
        call.misconception(
            "that is the Dice coefficient", check: "overlap",
            hints: Hints(
                question: "Two masks of 10 pixels share 5. How many pixels has their union?",
                concept: "15, so IoU is 1/3. Dice compares with the mean of the two masks, 10, and "
                    + "is 1/2: always the larger of the two.",
                step: "Divide by the pixels of either, without a 2 above.")
        ) { prediction, truth in
            let overlap = Counts(prediction, truth)
            return overlap.union == 0 ? 1 : 2 * overlap.both / (overlap.said + overlap.isTrue)
        },
        call.misconception(
            "the shared pixels are counted twice in the union", check: "overlap",
            hints: Hints(
                question: "The same mask twice: what is its union with itself?",
                concept: "The mask, not twice the mask. The sum of both counts holds each shared "
                    + "pixel twice.",
                step: "union = pixels of the prediction + pixels of the truth - pixels of both.")
        ) { prediction, truth in
            let overlap = Counts(prediction, truth)
            return overlap.union == 0 ? 1 : overlap.both / (overlap.said + overlap.isTrue)
        },
        call.misconception(
            "that is the accuracy", check: "overlap",
            hints: Hints(
                question: "A slide with 1 % of tumour, and a mask that is empty: how good is it?",
                concept: "Right in 99 % of the pixels, and useless. So pixels of neither mask do "
                    + "not count.",
                step: "Do not count pixels where both are false.")
        ) { prediction, truth in
            let right = zip(prediction, truth).count { $0 == $1 }
            return prediction.isEmpty ? 1 : Double(right) / Double(prediction.count)
        },
        call.misconception(
            "you divide by the truth alone", check: "overlap",
            hints: Hints(
                question: "A mask of the whole image finds all of the tumour. Is it perfect?",
                concept: "What you compute is the sensitivity. A union grows with every pixel that "
                    + "was wrongly taken for tumour.",
                step: "Count below the line where prediction || truth.")
        ) { prediction, truth in
            let overlap = Counts(prediction, truth)
            if overlap.union == 0 { return 1 }
            return overlap.isTrue == 0 ? 0 : overlap.both / overlap.isTrue
        },
        call.misconception(
            "two empty masks give 0 / 0", check: "empty masks",
            hints: Hints(
                question: "Normal tissue, and a network that says so: how good is its mask?",
                concept: "As good as it can be, but 0 / 0 is not a number, and no mean of many "
                    + "images would be one either.",
                step: "if either == 0 { return 1 } before you divide.")
        ) { prediction, truth in
            let overlap = Counts(prediction, truth)
            return overlap.both / overlap.union
        },
        call.misconception(
            "two empty masks have nothing in common", check: "empty masks",
            hints: Hints(
                question: "Are two empty masks the same?",
                concept: "They are, so the answer is that of two masks that are the same: 1. With "
                    + "0, a network would be punished for each normal image that it leaves alone.",
                step: "Return 1 where the union is empty, not 0.")
        ) { prediction, truth in
            let overlap = Counts(prediction, truth)
            return overlap.union == 0 ? 0 : overlap.both / overlap.union
        },
    ]

    private struct Counts {
        let both, said, isTrue: Double

        var union: Double { said + isTrue - both }

        init(_ prediction: [Bool], _ truth: [Bool]) {
            both = Double(zip(prediction, truth).count { $0 && $1 })
            said = Double(prediction.count { $0 })
            isTrue = Double(truth.count { $0 })
        }
    }

    private static func nothing(_ count: Int) -> [Bool] { Array(repeating: false, count: count) }

    /// Pixels of four kinds, in any order.
    private static func masks(
        both: Int, onlyPrediction: Int, onlyTruth: Int, neither: Int,
        _ generator: inout SeededGenerator
    ) -> (prediction: [Bool], truth: [Bool]) {
        let pairs =
            Array(repeating: (true, true), count: both)
            + Array(repeating: (true, false), count: onlyPrediction)
            + Array(repeating: (false, true), count: onlyTruth)
            + Array(repeating: (false, false), count: neither)
        let mixed = pairs.shuffled(using: &generator)
        return (mixed.map(\.0), mixed.map(\.1))
    }
}
