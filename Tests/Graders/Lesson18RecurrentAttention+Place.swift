import Curriculum
import DeepTeaching
import GraderKit

private let call = RecurrentAttentionCalls.nextPlace

extension RecurrentAttentionGraders {
    static let nextPlace = ExerciseGrader(
        call,
        checks: [
            call.check(
                "training", "around the mean, as far as the draw says, also beyond the edge",
                inputs: { generator in
                    (0..<3).map { _ in drawn(isTraining: true, &generator) }
                        + [
                            (
                                mean: [0.95, -0.9], draw: [generator.uniform(1, 2), -2],
                                deviation: 0.2, isTraining: true
                            )
                        ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "test", "where the model means to look, without chance",
                question: "What is chance good for once the model has learnt?",
                inputs: { generator in
                    (0..<3).map { _ in drawn(isTraining: false, &generator) }
                        + [
                            (
                                mean: [1.25, -1.5], draw: [0.5, 1], deviation: 0.2,
                                isTraining: false
                            )
                        ]
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("a deviation of 0 at test") { mean, draw, deviation, isTraining in
                let spread = isTraining ? deviation : 0
                return mean.indices.map { draw[$0] * spread + mean[$0] }
            }
        ],
        hints: Hints(
            question: "What is chance good for while the model learns, and what afterwards?",
            concept:
                "While it learns, it must try other places, or it never finds out that they are "
                + "better. Afterwards it should use what it knows: each draw is a step away from it.",
            step: "if isTraining: mean 0.5, draw -1, deviation 0.1: 0.5 - 0.1 = 0.4; else 0.5."))

    private static func drawn(
        isTraining: Bool, _ generator: inout SeededGenerator
    ) -> (mean: [Double], draw: [Double], deviation: Double, isTraining: Bool) {
        (
            numbers(2, &generator), numbers(2, &generator), generator.uniform(0.1, 0.6), isTraining
        )
    }
}

private let misconceptions: [Misconception] = [
    call.misconception(
        "places are sampled at test time, too", check: "test",
        hints: Hints(
            question: "Your model has learnt where to look. Why does it look beside it?",
            concept: "Chance is for learning. At test it only adds errors: the mean is the best "
                + "guess.",
            step: "if !isTraining { return mean }")
    ) { mean, draw, deviation, _ in zip(mean, draw).map { $0 + deviation * $1 } },
    call.misconception(
        "nothing is tried while training", check: "training",
        hints: Hints(
            question: "How does the model learn that another place would have been better?",
            concept: "Only by looking there. Without chance each picture is seen in one way only.",
            step: "mean + deviation * draw while training.")
    ) { mean, _, _, _ in mean },
    call.misconception(
        "training and test are exchanged", check: "training",
        hints: Hints(
            question: "For which of the two does your function use the draw?",
            concept: "It must be the training.", step: "isTraining ? mean + ... : mean")
    ) { mean, draw, deviation, isTraining in
        isTraining ? mean : zip(mean, draw).map { $0 + deviation * $1 }
    },
    call.misconception(
        "the place is moved to the edge where it is drawn", check: "training",
        hints: Hints(
            question: "Where shall the log-probability be taken: at what was drawn, or at what "
                + "became of it?",
            concept: "At what was drawn. Once moved to the edge, nobody knows what was drawn, and "
                + "the gradient is wrong. The retina does the moving.",
            step: "Leave out min and max.")
    ) { mean, draw, deviation, isTraining in
        zip(mean, draw).map { min(1, max(-1, isTraining ? $0 + deviation * $1 : $0)) }
    },
    call.misconception(
        "the draw is multiplied by the variance", check: "training",
        hints: Hints(
            question: "A deviation of 0.1: how far does a usual draw lie from the mean?",
            concept: "0.1, the deviation. The variance, 0.01, is its square.",
            step: "deviation * draw, not deviation * deviation * draw.")
    ) { mean, draw, deviation, isTraining in
        zip(mean, draw).map { isTraining ? $0 + deviation * deviation * $1 : $0 }
    },
    call.misconception(
        "the deviation is left out", check: "training",
        hints: Hints(
            question: "How far would your places lie from the mean?",
            concept: "About 1, half the picture, whatever the deviation says.",
            step: "deviation * draw.")
    ) { mean, draw, _, isTraining in zip(mean, draw).map { isTraining ? $0 + $1 : $0 } },
]
