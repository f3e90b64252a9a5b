import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension RegressionGraders {
    static let sigmoid = ExerciseGrader(
        "sigmoid",
        checks: [
            Check(
                "values", "1 / (1 + exp(-z))",
                inputs: { generator in
                    [6, 3 + generator.index(below: 4), 0].map {
                        SigmoidInputs(logits: numbers($0, &generator))
                    }
                },
                compare: Comparison.within(1e-9)),
            Check(
                "far from 0", "0 and 1 far from 0, and never not a number",
                inputs: { generator in
                    let far = numbers(3, in: 720...999, &generator)
                    return [SigmoidInputs(logits: generator.shuffled(far + far.map { -$0 }))]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: sigmoidMisconceptions,
        alternatives: [
            answer(RegressionAlternatives.HalvedTanh.self),
            answer(RegressionAlternatives.TwoSides.self),
        ],
        hints: Hints(
            question: "What do 1 / (1 + exp(-z)) and exp(z) / (1 + exp(z)) give for z = 800?",
            concept: "On paper they are equal. In a computer exp(800) is infinite: the first gives "
                + "1 / (1 + 0) = 1, the second infinite / infinite, which is not a number. For "
                + "-800 the first gives 1 / infinite = 0, as it should be.",
            step: "logits.map { z in 1 / (1 + exp(-z)) }, with import Foundation at the top."))

    private static let sigmoidMisconceptions = [
        Misconception(
            "exp(z) / (1 + exp(z)) is infinite / infinite for large z",
            mutant: answer(RegressionMutants.InfiniteByInfinite.self), check: "far from 0",
            hints: Hints(
                question: "What is exp(800) in your computer?",
                concept: "Infinite, and infinite / infinite is not a number. Divide both by "
                    + "exp(z): then exp(-z) stands there, which becomes 0.",
                step: "1 / (1 + exp(-z)).")),
        Misconception(
            "the minus is missing: your curve falls",
            mutant: answer(RegressionMutants.SigmoidTurnedRound.self), check: "values",
            hints: Hints(
                question: "A large logit means a sure yes. What does your function say?",
                concept: "1 / (1 + exp(z)) is the probability of a no.",
                step: "exp(-z), not exp(z).")),
        Misconception(
            "this is tanh, which goes from -1 to 1",
            mutant: answer(RegressionMutants.TanhForSigmoid.self), check: "values",
            hints: Hints(
                question: "Can a probability be negative?",
                concept: "tanh has the same form, moved and stretched: sigmoid(z) = (1 + "
                    + "tanh(z/2)) / 2.",
                step: "1 / (1 + exp(-z)).")),
        Misconception(
            "you cut off at 0 and 1, and do not bend",
            mutant: answer(RegressionMutants.CutOff.self), check: "values",
            hints: Hints(
                question: "A logit of -0.5: is a yes impossible?",
                concept: "Only less likely. A curve that is cut off has no slope outside, so "
                    + "nothing is learnt there.",
                step: "1 / (1 + exp(-z)) is 0.378 at -0.5.")),
        Misconception(
            "you take powers of 2, not of e",
            mutant: answer(RegressionMutants.PowerOfTwo.self), check: "values",
            hints: Hints(
                question: "What is your value at z = 1?",
                concept: "0.731 with e, 0.667 with 2. The natural logarithm of the loss belongs to "
                    + "e.",
                step: "exp(-z), not exp2(-z) or pow(2, -z).")),
        Misconception(
            "your probabilities add up to 1 over all logits: that is a softmax",
            mutant: answer(RegressionMutants.SharedProbability.self), check: "values",
            hints: Hints(
                question: "Two patients: does the probability of the one change with the other?",
                concept: "Each logit is a question of its own. A softmax shares one answer out "
                    + "among classes.",
                step: "map each logit by itself.")),
    ]

    static let binaryCrossEntropy = ExerciseGrader(
        "binaryCrossEntropy",
        checks: [
            Check(
                "loss", "the mean of -log of the probability of the true answer",
                inputs: { generator in
                    [4, 5 + generator.index(below: 4)].map { count in
                        let others = (0..<count - 2).map { _ in generator.index(below: 2) }
                        return BinaryCrossEntropyInputs(
                            logits: numbers(count, in: 0.5...4, &generator),
                            labels: generator.shuffled([0, 1] + others))
                    }
                },
                compare: Comparison.within(1e-9)),
            Check(
                "certain", "logits of hundreds give the loss that they deserve",
                inputs: { generator in
                    // One question each: of one the sum is the mean.
                    let logits = numbers(2, in: 720...999, &generator)
                    return [(logits[0], 0), (-logits[1], 1), (logits[1], 1), (-logits[0], 0)].map {
                        BinaryCrossEntropyInputs(logits: [$0.0], labels: [$0.1])
                    }
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: binaryCrossEntropyMisconceptions,
        alternatives: [answer(RegressionAlternatives.TwoSides.self)],
        hints: Hints(
            question: "How large must the loss be for a logit of 900 and a no: 900, infinite, or "
                + "not a number?",
            concept: "900: log(1 + exp(900)) is 900 and a tiny bit. Take the large part out of the "
                + "logarithm: log(1 + exp(v)) = max(v, 0) + log(1 + exp(-|v|)). Here exp is never "
                + "larger than 1.",
            step: "v = label == 1 ? -z : z; max(v, 0) + log(1 + exp(-abs(v))); then the mean. For "
                + "z = 0: 0 + log 2 = 0.693."))

    private static let binaryCrossEntropyMisconceptions = [
        Misconception(
            "from probabilities: log 0 is infinite, and 0 * infinite is not a number",
            mutant: answer(RegressionMutants.FromProbabilities.self), check: "certain",
            hints: Hints(
                question: "What is p for z = 900 in your computer, and what is log(1 - p)?",
                concept: "p is exactly 1, and log 0 infinite. For a yes it is multiplied by 0: not "
                    + "a number, and from then on all weights are not a number either.",
                step: "Compute from logits: max(v, 0) + log(1 + exp(-abs(v))).")),
        Misconception(
            "you keep probabilities away from 0 and 1, so that large losses are cut off",
            mutant: answer(RegressionMutants.ProbabilitiesClipped.self), check: "certain",
            hints: Hints(
                question: "What is your loss for a logit of 900 and a no, and for 90?",
                concept: "34.5 both times. Where the loss is flat it has no slope, so the worst "
                    + "mistakes are those from which nothing is learnt.",
                step: "Form no p: max(v, 0) + log(1 + exp(-abs(v))).")),
        Misconception(
            "log(1 + exp(v)) is infinite for large v",
            mutant: answer(RegressionMutants.ExponentialOverflows.self), check: "certain",
            hints: Hints(
                question: "What is exp(900), and what is log(1 + exp(900)) on paper?",
                concept: "Infinite in a computer, 900 on paper. Take the large part out first.",
                step: "max(v, 0) + log(1 + exp(-abs(v))).")),
        Misconception(
            "the losses are added up, but not divided by their number",
            mutant: answer(RegressionMutants.LossNotDivided.self), check: "loss",
            hints: Hints(
                question: "Twice as many questions, all alike: should the loss double?",
                concept: "A mean does not depend on how many there are, so the learning rate need "
                    + "not either.",
                step: "Divide by Double(labels.count).")),
        Misconception(
            "yes and no are exchanged",
            mutant: answer(RegressionMutants.LabelsExchanged.self), check: "loss",
            hints: Hints(
                question: "A logit of 5 and a yes: is that good or bad?",
                concept: "Good: the loss must be near 0. v is what speaks against the true answer: "
                    + "-z for a yes.",
                step: "v = label == 1 ? -z : z.")),
        Misconception(
            "a no costs nothing",
            mutant: answer(RegressionMutants.YesOnly.self), check: "loss",
            hints: Hints(
                question: "If only yeses cost, which logits are best for all questions?",
                concept: "Infinitely large ones: the model says yes to everything. Both answers "
                    + "must be able to be wrong.",
                step: "For a no: max(z, 0) + log(1 + exp(-abs(z))).")),
        Misconception(
            "you take the squared error of the probability",
            mutant: answer(RegressionMutants.SquaredErrorOfProbability.self), check: "loss",
            hints: Hints(
                question: "The logit is 20 and the answer no. How steep is your loss there?",
                concept: "Flat: the probability hardly moves, so nothing is learnt from the worst "
                    + "mistakes. The logarithm makes up for that.",
                step: "-log of the probability of the true answer.")),
    ]
}
