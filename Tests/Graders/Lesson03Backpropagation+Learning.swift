import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension BackpropagationGraders {
    static let softmaxCrossEntropy = ExerciseGrader(
        "softmaxCrossEntropy",
        checks: [
            Check(
                "loss", "the mean of -log p of the true class",
                inputs: { generator in batches(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.loss, got.loss).about("the loss")
                }),
            Check(
                "gradient", "(p - 1 for the true class) / N",
                inputs: { generator in batches(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.gradient, got.gradient).about("the gradient")
                }),
            Check(
                "large logits", "logits around 1000 and -1000 give finite numbers",
                inputs: { generator in
                    [1000, -1000].map { largeLogits(around: $0, &generator) }
                },
                compare: { expected, got in
                    // Only what overflows: of one row the sum is the mean.
                    Comparison.within(1e-9)(expected.loss, got.loss).about("the loss")
                }),
        ],
        misconceptions: softmaxCrossEntropyMisconceptions,
        alternatives: [answer(BackpropagationAlternatives.RowByRow.self)],
        hints: Hints(
            question: "What does the gradient of a row add up to, and why must it?",
            concept: "The probabilities add up to 1, and 1 is taken away at the true class: 0. For "
                + "each row: largest logit, log of the sum of exponentials, loss = log of the sum "
                + "- z[y]; then the gradient from the probabilities. The mean divides both by N.",
            step: "z = [3, 3], y = 1: log of the sum is 3 + log 2, the loss log 2 = 0.693, p = "
                + "[0.5, 0.5], the gradient [0.5, 0.5 - 1]. Tensor has logSoftmax()."))

    private static func batches(
        _ generator: inout SeededGenerator
    ) -> [SoftmaxCrossEntropyInputs] {
        [(4, 3), (3, 2), (2 + generator.index(below: 3), 5)].map { rows, classes in
            SoftmaxCrossEntropyInputs(
                logits: tensor([rows, classes], &generator),
                labels: (0..<rows).map { _ in generator.index(below: classes) })
        }
    }

    /// One row far above or below 0; the true class has been called hardly possible.
    private static func largeLogits(
        around shift: Double, _ generator: inout SeededGenerator
    ) -> SoftmaxCrossEntropyInputs {
        let row = [
            shift, shift - number(50...80, &generator), shift - number(1...3, &generator),
        ]
        return SoftmaxCrossEntropyInputs(logits: Tensor(rows: [row]), labels: [1])
    }

    private static let softmaxCrossEntropyMisconceptions = [
        Misconception(
            "you add the losses of the batch up, and do not take their mean",
            mutant: answer(BackpropagationMutants.LossSummed.self), check: "loss",
            hints: Hints(
                question: "Twice as many samples, all alike: should the loss double?",
                concept: "A sum grows with the batch, and its gradient with it: the learning rate "
                    + "that suits 10 samples throws the weights far away with 1000. A mean does "
                    + "not depend on how many there are.",
                step: "Divide loss and gradient by labels.count.")),
        Misconception(
            "the gradient is that of a mean, but the loss is a sum",
            mutant: answer(BackpropagationMutants.OnlyTheLossSummed.self), check: "loss",
            hints: Hints(
                question: "Push a logit a little, and watch your loss. Does it change as your "
                    + "gradient says?",
                concept: "A gradient belongs to one loss. If the loss is N times as large, either "
                    + "it is not the mean, or its gradient is another one's.",
                step: "Divide the loss by labels.count too.")),
        Misconception(
            "the loss is a mean, but its gradient is that of a sum",
            mutant: answer(BackpropagationMutants.GradientSummed.self), check: "gradient",
            hints: Hints(
                question: "If L is divided by N, what happens to dL/dz?",
                concept: "It is divided by N too. The loss looks right, so the score does not "
                    + "reveal this; only the learning rate seems far too large.",
                step: "gradient / Double(labels.count).")),
        Misconception(
            "the label is missing in the gradient: you return the probabilities",
            mutant: answer(BackpropagationMutants.WithoutTheLabel.self), check: "gradient",
            hints: Hints(
                question: "A network is certain and right. Which gradient should it get?",
                concept: "None: p - (1 for the true class) is then 0. Without the 1 the network is "
                    + "punished for whatever it says.",
                step: "gradient[row, label] -= 1 for each row, before you divide.")),
        Misconception(
            "your gradient is turned round: label less probability",
            mutant: answer(BackpropagationMutants.GradientTurnedRound.self), check: "gradient",
            hints: Hints(
                question: "If the logit of the true class grows, does the loss grow?",
                concept: "It falls, so the gradient there is negative: p - 1. Descent then goes "
                    + "against it.",
                step: "p - 1, not 1 - p, at the true class, and p at all others.")),
        Misconception(
            "only the logit of the true class gets a gradient",
            mutant: answer(BackpropagationMutants.TrueClassAlone.self), check: "gradient",
            hints: Hints(
                question: "If the logit of a wrong class grows, what happens to the probability of "
                    + "the true one?",
                concept: "It falls: the softmax divides by the sum over all classes. So all logits "
                    + "move the loss.",
                step: "Fill the whole row with p, then take 1 away at the label.")),
        Misconception(
            "your softmax goes over the batch, not over the classes",
            mutant: answer(BackpropagationMutants.SoftmaxOverTheBatch.self), check: "loss",
            hints: Hints(
                question: "Do your probabilities add up to 1 in each row?",
                concept: "A sample has one probability for each class; other samples are none of "
                    + "its business.",
                step: "softmax() goes over the last axis, the classes: leave out axis: 0.")),
        Misconception(
            "you take 1 - p, and not the logarithm",
            mutant: answer(BackpropagationMutants.NoLogarithm.self), check: "loss",
            hints: Hints(
                question: "The true class got p = 0.001, then 0.000001. How much worse is that?",
                concept: "To 1 - p it is the same, to -log p it is twice as bad. Without the "
                    + "logarithm a network that is certain and wrong gets hardly a gradient.",
                step: "loss of a row: -log p[y] = log of the sum - z[y].")),
        Misconception(
            "exp of a large logit is infinite, and infinite / infinite is not a number",
            mutant: answer(BackpropagationMutants.ExponentialOverflows.self),
            check: "large logits",
            hints: Hints(
                question: "What is exp(1000) in your computer, and exp(-1000)?",
                concept: "Infinite, and 0: then p is not a number. Only differences of logits "
                    + "count, so the largest may be subtracted from all: exp then stays between 0 "
                    + "and 1.",
                step: "log of the sum = largest + log(sum of exp(z - largest)).")),
        Misconception(
            "you add a small number before the logarithm, so that large losses are cut off",
            mutant: answer(BackpropagationMutants.SmallNumberAdded.self), check: "large logits",
            hints: Hints(
                question: "The logit of the true class is 60 below the largest. What must the loss "
                    + "be, and what is -log(1e-15)?",
                concept: "60, and 34.5. The patch hides the 0, and with it how wrong the network "
                    + "is. Computed from logits, no patch is needed.",
                step: "log p[y] = z[y] - log of the sum: no p is formed.")),
    ]

    static let momentumStep = ExerciseGrader(
        "momentumStep",
        checks: [
            Check(
                "velocities", "v = m * v + g", inputs: { generator in [movement(&generator)] },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.velocities, got.velocities)
                        .about("the velocities")
                }),
            Check(
                "parameters", "p = p - learningRate * v, with the new v",
                inputs: { generator in [movement(&generator)] },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.parameters, got.parameters)
                        .about("the parameters")
                }),
        ],
        misconceptions: momentumStepMisconceptions,
        alternatives: [answer(BackpropagationAlternatives.OneByOne.self)],
        hints: Hints(
            question: "Which velocity moves the parameter: the one before the step, or the new "
                + "one?",
            concept: "First the velocity, then the parameter: the gradient of this step counts at "
                + "once. Each parameter has a velocity of its own.",
            step: "v = 0.9 * 10 + 2 = 11, then p = 1 - 0.1 * 11 = -0.1. Return both."))

    private static func movement(_ generator: inout SeededGenerator) -> MomentumStepInputs {
        let count = 3 + generator.index(below: 4)
        func numbers() -> [Double] { (0..<count).map { _ in number(1...5, &generator) } }
        return MomentumStepInputs(
            parameters: numbers(), gradients: numbers().map { -$0 }, velocities: numbers(),
            learningRate: number(0.05...0.5, &generator), momentum: number(0.5...0.9, &generator))
    }

    private static let momentumStepMisconceptions = [
        Misconception(
            "you walk uphill",
            mutant: answer(BackpropagationMutants.Uphill.self), check: "parameters",
            hints: Hints(
                question: "The gradient points to where the loss grows. Where do you want to go?",
                concept: "Descent goes against the gradient: minus.",
                step: "p - learningRate * v.")),
        Misconception(
            "the parameter moves along the velocity before the step",
            mutant: answer(BackpropagationMutants.OldVelocity.self), check: "parameters",
            hints: Hints(
                question: "In the very first step all velocities are 0. Does yours move at all?",
                concept: "The new velocity holds the gradient of this step. With the old one every "
                    + "gradient comes one step late.",
                step: "Compute the velocities first, then the parameters from them.")),
        Misconception(
            "the velocity is kept, but the parameter moves along the gradient alone",
            mutant: answer(BackpropagationMutants.VelocityNotUsed.self), check: "parameters",
            hints: Hints(
                question: "What does the velocity do in your step?",
                concept: "It is what moves the parameter; the gradient only changes the velocity.",
                step: "p - learningRate * v, not p - learningRate * g.")),
        Misconception(
            "this is Nesterov's momentum: the gradient counts once more",
            mutant: answer(BackpropagationMutants.Nesterov.self), check: "parameters",
            hints: Hints(
                question: "How often does g enter your parameter?",
                concept: "Nesterov's variant looks ahead and takes g + m v. It is good, and it is "
                    + "another one.",
                step: "p - learningRate * v.")),
        Misconception(
            "the learning rate is inside your velocity",
            mutant: answer(BackpropagationMutants.RateInTheVelocity.self), check: "velocities",
            hints: Hints(
                question: "If somebody lowers the learning rate in the middle of training, what "
                    + "happens to the old velocity in your step?",
                concept: "Some books write v = m v - rate g; then old steps keep the old rate. "
                    + "Here the velocity is made of gradients only.",
                step: "v = m * v + g; p = p - learningRate * v.")),
        Misconception(
            "your velocity is a running mean: the gradient counts only 1 - m",
            mutant: answer(BackpropagationMutants.RunningMean.self), check: "velocities",
            hints: Hints(
                question: "With m = 0.9 and always the same gradient g, which velocity is reached?",
                concept: "10 g here, g with a running mean: there the learning rate must be ten "
                    + "times as large. Adam uses a running mean; momentum does not.",
                step: "v = m * v + g.")),
        Misconception(
            "the new velocities are used, but the old ones returned",
            mutant: answer(BackpropagationMutants.VelocityNotKept.self), check: "velocities",
            hints: Hints(
                question: "What will the next step find as its velocity?",
                concept: "What this one returns. Momentum is memory: it must be handed on.",
                step: "MomentumState(parameters: ..., velocities: the new ones).")),
        Misconception(
            "the old velocity is forgotten: there is no momentum",
            mutant: answer(BackpropagationMutants.NoMomentum.self), check: "velocities",
            hints: Hints(
                question: "What does momentum do in your step?",
                concept: "It says how much of the old velocity remains: m * v, to which g is "
                    + "added.",
                step: "v = momentum * v + g.")),
    ]
}
