import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = RegressionCalls.sigmoid

extension RegressionGraders {
    static let sigmoid = ExerciseGrader(
        call,
        checks: [
            call.check(
                "values", "1 / (1 + exp(-z))",
                inputs: { generator in
                    [6, 3 + generator.index(below: 4), 0].map { numbers($0, &generator) }
                        // Exactly 0 is neither above nor below.
                        + [generator.shuffled([0] + numbers(2, &generator))]
                        // Nearly 0 and nearly 1 is not yet 0 and 1.
                        + [
                            numbers(3, in: 8...18, &generator),
                            numbers(3, in: -18 ... -8, &generator),
                        ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "far from 0", "0 and 1 far from 0, and never not a number",
                inputs: { generator in
                    let far = numbers(3, in: 720...999, &generator)
                    return [generator.shuffled(far + far.map { -$0 })]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("the hyperbolic tangent, moved and halved") { logits in
                logits.map { (1 + tanh($0 / 2)) / 2 }
            },
            call.answer("two formulas, each where it does not overflow") { logits in
                logits.map { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) }
            },
        ],
        hints: Hints(
            question: "What do 1 / (1 + exp(-z)) and exp(z) / (1 + exp(z)) give for z = 800?",
            concept: "On paper they are equal. In a computer exp(800) is infinite: the first gives "
                + "1 / (1 + 0) = 1, the second infinite / infinite, which is not a number. For "
                + "-800 the first gives 1 / infinite = 0, as it should be.",
            step: "logits.map { z in 1 / (1 + exp(-z)) }, with import Foundation at the top."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "exp(z) / (1 + exp(z)) is infinite / infinite for large z", check: "far from 0",
            hints: Hints(
                question: "What is exp(800) in your computer?",
                concept: "Infinite, and infinite / infinite is not a number. Divide both by "
                    + "exp(z): then exp(-z) stands there, which becomes 0.",
                step: "1 / (1 + exp(-z)).")
        ) { logits in
            logits.map { exp($0) / (1 + exp($0)) }
        },
        call.misconception(
            "the minus is missing: your curve falls", check: "values",
            hints: Hints(
                question: "A large logit means a sure yes. What does your function say?",
                concept: "1 / (1 + exp(z)) is the probability of a no.",
                step: "exp(-z), not exp(z).")
        ) { logits in
            logits.map { 1 / (1 + exp($0)) }
        },
        call.misconception(
            "this is tanh, which goes from -1 to 1", check: "values",
            hints: Hints(
                question: "Can a probability be negative?",
                concept: "tanh has the same form, moved and stretched: sigmoid(z) = (1 + "
                    + "tanh(z/2)) / 2.",
                step: "1 / (1 + exp(-z)).")
        ) { logits in
            logits.map { tanh($0) }
        },
        call.misconception(
            "you cut off at 0 and 1, and do not bend", check: "values",
            hints: Hints(
                question: "A logit of -0.5: is a yes impossible?",
                concept: "Only less likely. A curve that is cut off has no slope outside, so "
                    + "nothing is learnt there.",
                step: "1 / (1 + exp(-z)) is 0.378 at -0.5.")
        ) { logits in
            logits.map { min(max($0, 0), 1) }
        },
        call.misconception(
            "you take powers of 2, not of e", check: "values",
            hints: Hints(
                question: "What is your value at z = 1?",
                concept: "0.731 with e, 0.667 with 2. The natural logarithm of the loss belongs to "
                    + "e.",
                step: "exp(-z), not exp2(-z) or pow(2, -z).")
        ) { logits in
            logits.map { 1 / (1 + exp2(-$0)) }
        },
        call.misconception(
            "your probabilities add up to 1 over all logits: that is a softmax", check: "values",
            hints: Hints(
                question: "Two patients: does the probability of the one change with the other?",
                concept: "Each logit is a question of its own. A softmax shares one answer out "
                    + "among classes.",
                step: "map each logit by itself.")
        ) { logits in
            let largest = logits.max() ?? 0
            let powers = logits.map { exp($0 - largest) }
            return powers.map { $0 / powers.reduce(0, +) }
        },
    ]
}
