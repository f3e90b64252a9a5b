import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = NeuralNetworkCalls.dropout

extension NeuralNetworkGraders {
    static let dropout = ExerciseGrader(
        call,
        checks: [
            call.check(
                "learning", "some are 0, the others enlarged by 1 / (1 - p)",
                inputs: { generator in
                    [(0.25, [3, 4]), (0.6, [12]), (0.4, [2, 3, 2])].map { probability, shape in
                        inputs(
                            shape, probability: probability, isTraining: true, &generator)
                    }
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "inference", "at inference nothing changes",
                inputs: { generator in
                    [inputs(probability: 0.4, isTraining: false, &generator)]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "edges", "with p = 0 nothing is dropped, not even where a draw is 0",
                inputs: { generator in
                    var edge = inputs(probability: 0, isTraining: true, &generator)
                    edge.draws[1] = 0
                    edge.draws[4] = 0
                    return [edge]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: dropoutMisconceptions,
        alternatives: [
            call.answer("a mask of zeros and ones, a factor, and one product") {
                values, probability, draws, isTraining in
                if !isTraining { return values }
                let mask = Tensor(draws, shape: values.shape) .>= probability
                return values * mask * (1 / (1 - probability))
            }
        ],
        hints: Hints(
            question: "Of ten ones, half are dropped. What is the sum of the rest, and what "
                + "should it be?",
            concept: "First ask whether the network is training at all. If so, go over values and "
                + "draws together: a draw below p drops its value, the others are divided by "
                + "1 - p.",
            step: "zip(values.elements, draws).map { value, draw in draw < probability ? 0 : value "
                + "/ (1 - probability) }, with the shape of values."))

    private static let dropoutMisconceptions = [
        call.misconception(
            "you drop at inference too", check: "inference",
            hints: Hints(
                question: "Should the same patch get another answer each time it is shown?",
                concept: "Dropout is an exercise for the network in training. When you ask it, "
                    + "you want all that it knows.",
                step: "Begin with guard isTraining else { return values }.")
        ) { values, probability, draws, _ in
            changed(values, draws) { $1 < probability ? 0 : $0 / (1 - probability) }
        },
        call.misconception(
            "what you keep is not enlarged", check: "learning",
            hints: Hints(
                question: "In training a sum has half of its terms; at inference it has all. "
                    + "What does the next layer see?",
                concept: "Twice as much as it has learnt from. Dividing what is kept by 1 - p "
                    + "keeps the expected sum.",
                step: "value / (1 - probability).")
        ) { values, probability, draws, isTraining in
            isTraining ? changed(values, draws) { $1 < probability ? 0 : $0 } : values
        },
        call.misconception(
            "you keep what should be dropped", check: "learning",
            hints: Hints(
                question: "p = 0.25: how many of a hundred numbers should be 0?",
                concept: "p is the probability of being dropped. A draw lies below p with exactly "
                    + "this probability.",
                step: "draw < probability ? 0 : ...")
        ) { values, probability, draws, isTraining in
            guard isTraining else { return values }
            return changed(values, draws) { $1 < probability ? $0 / (1 - probability) : 0 }
        },
        call.misconception(
            "you enlarge by 1 / p", check: "learning",
            hints: Hints(
                question: "p = 0.25: three quarters are kept. By what must they be divided?",
                concept: "By the share that is kept, which is 1 - p.",
                step: "1 / (1 - 0.25) = 1.33, not 1 / 0.25 = 4.")
        ) { values, probability, draws, isTraining in
            guard isTraining else { return values }
            return changed(values, draws) { $1 < probability ? 0 : $0 / probability }
        },
        call.misconception(
            "you make the numbers smaller at inference", check: "inference",
            hints: Hints(
                question: "When must you know p: in training, or at inference?",
                concept: "The first paper multiplied by 1 - p at inference. Today we enlarge what "
                    + "is kept, in training, so that inference need not know p.",
                step: "Divide by 1 - probability in training; return values at inference.")
        ) { values, probability, draws, isTraining in
            changed(values, draws) { value, draw in
                isTraining ? (draw < probability ? 0 : value) : value * (1 - probability)
            }
        },
        call.misconception(
            "one draw decides for all numbers", check: "learning",
            hints: Hints(
                question: "Are there draws that you never look at?",
                concept: "Each number has its own draw: otherwise the whole layer is kept or the "
                    + "whole layer is dropped.",
                step: "zip(values.elements, draws) gives each value its draw.")
        ) { values, probability, draws, isTraining in
            try NeuralNetworkSolution.dropout(
                values, probability: probability, draws: draws.map { _ in draws[0] },
                isTraining: isTraining)
        },
        call.misconception(
            "a draw that equals p drops for you", check: "edges",
            hints: Hints(
                question: "p = 0, and a draw of 0: is anything to be dropped?",
                concept: "Draws run from 0 up to but not including 1. Below p lies a share of p "
                    + "of them; with <= there would be one too many, also for p = 0.",
                step: "Write < where you write <=.")
        ) { values, probability, draws, isTraining in
            guard isTraining else { return values }
            return changed(values, draws) { $1 <= probability ? 0 : $0 / (1 - probability) }
        },
    ]

    /// Values from 1 to 3 with draws of both kinds.
    private static func inputs(
        _ shape: [Int] = [3, 4], probability: Double, isTraining: Bool,
        _ generator: inout SeededGenerator
    ) -> (values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool) {
        let draws = (0..<12).map { index in
            // The first half lies below p, the rest above: so some of each kind are there.
            index < 6 ? generator.uniform(0, probability) : generator.uniform(probability, 1)
        }
        return (
            .uniform(shape, from: 1, to: 3, using: &generator), probability,
            generator.shuffled(draws), isTraining
        )
    }
}

private func changed(
    _ values: Tensor<Double>, _ draws: [Double],
    _ change: (_ value: Double, _ draw: Double) -> Double
) -> Tensor<Double> {
    Tensor(zip(values.elements, draws).map { change($0, $1) }, shape: values.shape)
}
