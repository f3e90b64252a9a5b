import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = RecurrentAttentionCalls.reinforceLoss

extension RecurrentAttentionGraders {
    static let reinforceLoss = ExerciseGrader(
        call,
        checks: [
            call.check(
                "loss", "-log p times the advantage: added up over the moves, mean over the rows",
                inputs: { generator in episodes(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.value, got.value).about("the loss")
                }),
            call.check(
                "policy", "the gradient of the means: (mean - place) / s^2 times the advantage",
                question: "If the place moved along with the mean, what would be left of their "
                    + "difference?",
                inputs: { generator in episodes(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.gradients[0], got.gradients[0])
                        .about("the gradient of the means")
                }),
            call.check(
                "baselines", "the same loss, and no gradient for the baselines",
                question: "Who shall learn from this loss: the policy, or the baseline as well?",
                inputs: { generator in episodes(&generator) },
                compare: compare(gradient: 1, of: "the baselines")),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("move by move, with detached variables") {
                means, draws, deviation, rewards, baselines in
                try traced(means, baselines) { operands in
                    let (means, baselines) = (operands[0].unstacked(), operands[1].unstacked())
                    let rewards = Variable(Tensor(rewards, shape: [rewards.count]))
                    var total = Variable(0.0)
                    for (move, mean) in means.enumerated() {
                        let draw = draws.slice(move..<move + 1).removingAxis(0)
                        let place = (mean + Variable(draw * deviation)).detached()
                        let z = (place - mean) / deviation
                        let log = (z * z).sum(axes: [1]) / -2 - constant(deviation)
                        total = total + (log * (rewards - baselines[move]).detached()).mean()
                    }
                    return -total
                }
            },
            call.answer("loss and gradients by hand, number by number") {
                means, draws, deviation, rewards, baselines in
                let rows = Double(rewards.count)
                var loss = 0.0
                var slopes: [Double] = []
                for move in 0..<baselines.shape[0] {
                    for row in rewards.indices {
                        let share = (rewards[row] - baselines[move, row]) / rows
                        let draw = [draws[move, row, 0], draws[move, row, 1]]
                        let squares = draw[0] * draw[0] + draw[1] * draw[1]
                        loss += share * (squares / 2 + constant(deviation))
                        slopes += draw.map { -share * $0 / deviation }
                    }
                }
                let none = [Double](repeating: 0, count: baselines.count)
                return TracedLoss(value: loss, gradients: [slopes, none])
            },
        ],
        hints: Hints(
            question:
                "If the place moved along with the mean, what would be left of their difference?",
            concept:
                "deviation * draw, whatever the mean: no gradient at all. The place is what "
                + "happened; only its probability may change. And the advantage is how good it "
                + "was: a judgement, nothing to learn through.",
            step:
                "Variable(means.value + draws * deviation) is a constant. log p from places - "
                + "means; Variable(rewards - baselines.value) is the advantage; multiply, add up, "
                + "divide by -rows."))

    private static func episodes(_ generator: inout SeededGenerator) -> [(
        means: Tensor<Double>, draws: Tensor<Double>, deviation: Double, rewards: [Double],
        baselines: Tensor<Double>
    )] {
        var episodes = [(1, 1), (3, 4), (2, 5)].map { moves, rows in
            (
                means: tensor([moves, rows, 2], &generator),
                draws: tensor([moves, rows, 2], &generator),
                deviation: generator.uniform(0.2, 0.7),
                rewards: numbers(rows, &generator).map { $0 + 0.3 },
                baselines: tensor([moves, rows], &generator)
            )
        }
        // A place beyond the edge.
        episodes[2].means = Tensor.concatenated([
            Tensor(repeating: 0.95, shape: [1, 5, 2]), episodes[2].means.slice(1..<2),
        ])
        episodes[2].draws = Tensor.concatenated([
            Tensor(repeating: 0.9, shape: [1, 5, 2]), episodes[2].draws.slice(1..<2),
        ])
        return episodes
    }

    /// log(2 pi s^2).
    fileprivate static func constant(_ deviation: Double) -> Double {
        log(2 * Double.pi * deviation * deviation)
    }

    /// The solution, with one thing done otherwise.
    fileprivate static func loss(
        _ means: Tensor<Double>, _ draws: Tensor<Double>, _ deviation: Double,
        _ rewards: [Double], _ baselines: Tensor<Double>,
        place: (Variable<Double>) -> Variable<Double> = { $0.detached() },
        advantage: (Variable<Double>, Variable<Double>) -> Variable<Double> = {
            ($0 - $1).detached()
        },
        constant: Double = 1, divisor: Double? = nil, sign: Double = -1
    ) throws -> TracedLoss {
        try traced(means, baselines) { operands in
            let places = place(operands[0] + Variable(draws * deviation))
            let distances = places - operands[0]
            let squares = (distances * distances).sum(axes: [2])
            let logProbabilities =
                squares * (-0.5 / (deviation * deviation))
                - constant * Self.constant(deviation)
            let rewards = Variable(Tensor(rewards, shape: [rewards.count]))
            let sum = (logProbabilities * advantage(rewards, operands[1])).sum()
            return sum * (sign / (divisor ?? Double(rewards.value.count)))
        }
    }
}

private typealias Graders = RecurrentAttentionGraders

private let misconceptions: [Misconception] = [
    call.misconception(
        "the gradient flows through the sampled place", check: "policy",
        hints: Hints(
            question: "place - mean = deviation * draw. Where is the mean in it?",
            concept: "Nowhere: if the place moves along, log p does not change, and nothing is "
                + "learnt. The place is what happened, a constant.",
            step: "Variable(means.value + draws * deviation), or .detached().")
    ) { means, draws, deviation, rewards, baselines in
        try Graders.loss(means, draws, deviation, rewards, baselines, place: { $0 })
    },
    call.misconception(
        "the advantage is not detached", check: "baselines",
        hints: Hints(
            question: "What would the baseline learn from this loss?",
            concept: "To make the advantage fit log p, in place of telling what reward is to be "
                + "expected. It has a loss of its own, its squared error.",
            step: "Variable(Tensor(rewards, shape: [rewards.count]) - baselines.value).")
    ) { means, draws, deviation, rewards, baselines in
        try Graders.loss(means, draws, deviation, rewards, baselines, advantage: { $0 - $1 })
    },
    call.misconception(
        "the loss has the wrong sign", check: "loss",
        hints: Hints(
            question: "An optimiser goes downhill. Shall a good draw become more or less probable?",
            concept: "More: log p must grow where the advantage is positive, so -log p A is the "
                + "loss.",
            step: "Multiply by -1 / rows.")
    ) { means, draws, deviation, rewards, baselines in
        try Graders.loss(means, draws, deviation, rewards, baselines, sign: 1)
    },
    call.misconception(
        "all rows get the mean reward of the batch", check: "loss",
        hints: Hints(
            question: "One row answered rightly, another wrongly. Which of them drew well?",
            concept: "With the mean of both nobody knows. Each row's reward belongs to its own "
                + "draws.",
            step: "rewards[i] - baselines[t, i]: do not take the mean of the rewards.")
    ) { means, draws, deviation, rewards, baselines in
        let mean = rewards.reduce(0, +) / Double(rewards.count)
        return try Graders.loss(
            means, draws, deviation, rewards.map { _ in mean }, baselines)
    },
    call.misconception(
        "the baseline is left out", check: "loss",
        hints: Hints(
            question: "A picture is easy, and every draw is rewarded. Is each of them good?",
            concept: "Not better than was to be expected. The advantage is the reward less the "
                + "baseline.",
            step: "rewards - baselines.")
    ) { means, draws, deviation, rewards, baselines in
        try Graders.loss(
            means, draws, deviation, rewards, baselines,
            advantage: { reward, baseline in (reward + baseline * 0).detached() })
    },
    call.misconception(
        "the mean is taken over the moves, too", check: "loss",
        hints: Hints(
            question: "Three moves led to the reward. Which of them gets a third of it?",
            concept: "log p of the whole way is the sum over its moves: each gets all of it.",
            step: "Divide by the rows alone.")
    ) { means, draws, deviation, rewards, baselines in
        try Graders.loss(
            means, draws, deviation, rewards, baselines, divisor: Double(baselines.count))
    },
    call.misconception(
        "the sum over the rows is not divided", check: "loss",
        hints: Hints(
            question: "Twice as many rows: does your loss stay about the same?",
            concept: "It should: it is a mean over the rows, as cross-entropy is.",
            step: "Divide by rewards.count.")
    ) { means, draws, deviation, rewards, baselines in
        try Graders.loss(means, draws, deviation, rewards, baselines, divisor: 1)
    },
    call.misconception(
        "the constant of log p is left out", check: "loss",
        hints: Hints(
            question: "Is your log p that of a normal distribution?",
            concept: "It lacks log(2 pi s^2). For the means' gradient that does not matter, but "
                + "the loss is another number.",
            step: "- log(2 * .pi * deviation * deviation).")
    ) { means, draws, deviation, rewards, baselines in
        try Graders.loss(means, draws, deviation, rewards, baselines, constant: 0)
    },
    call.misconception(
        "the places are moved to the edge before their probability is taken", check: "loss",
        hints: Hints(
            question: "What was drawn: 1.3, or the edge?",
            concept: "1.3. What was drawn has the probability, not what the retina makes of it.",
            step: "No clamping here.")
    ) { means, draws, deviation, rewards, baselines in
        try Graders.loss(
            means, draws, deviation, rewards, baselines,
            place: { $0.detached().clamped(lowerBound: -1, upperBound: 1) })
    },
]
