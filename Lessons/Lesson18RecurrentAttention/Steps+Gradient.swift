import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Steps 4 and 5: what can be learnt from what was tried.
extension LookingCourse {
    func showGradient() throws {
        try lesson.step("gradient") { step in
            let edge = RewardedEdge()
            step.number("edgeReward", edge.expectedReward, .percent(0))
            step.number("edgeGradient", edge.exactGradient)
            showHand(edge, step)
            showEstimates(edge, step)
            let (place, mean) = ([0.4, 1.1], [0.5, 0.9])
            let library = gaussianLogProbability(
                of: Tensor(place, shape: [1, 2]), mean: Variable(Tensor(mean, shape: [1, 2])),
                deviation: 0.2)
            try step.compare(
                mine, RecurrentAttentionCalls.gaussianLogProbability, place, mean, 0.2,
                with: library.value.elements[0])
            try compareReinforce(step)
        }
    }

    /// Four draws on the blackboard.
    private func showHand(_ edge: RewardedEdge, _ step: LessonStep) {
        let draws = [-1.2, 0.8, 0.1, 1.5]
        let rewards = draws.map { edge.reward(edge.mean + edge.deviation * $0) }
        let terms = draws.indices.map { index -> [Double] in
            let x = edge.mean + edge.deviation * draws[index]
            let others = (rewards.reduce(0, +) - rewards[index]) / 3
            let advantage = rewards[index] - others
            return [
                draws[index], x, rewards[index], others, advantage, edge.slope(x),
                advantage * edge.slope(x),
            ]
        }
        step.table(
            "hand",
            rows: terms.map { row in
                row.enumerated().map { NumberFormat.decimals($0 == 2 ? 0 : 2).text($1) }
            })
        let mean = terms.map { $0[6] }.reduce(0, +) / 4
        step.number("handGradient", mean, .decimals(2))
        step.choose("handSign", mean > 0 ? "right" : "left")
    }

    private func showEstimates(_ edge: RewardedEdge, _ step: LessonStep) {
        var generator = SeededGenerator(seed: lesson.seed, stream: "draws")
        let draws = (0..<plan.draws).map { _ in generator.normal() }
        let plain = edge.estimates(draws, baseline: 0)
        let better = edge.estimates(draws, baseline: edge.expectedReward)
        let clamped = edge.estimates(draws, baseline: edge.expectedReward, isClamped: true)
        step.number("plainMean", plain.mean)
        step.number("plainSpread", plain.deviation, .decimals(2))
        step.number("baselineMean", better.mean)
        step.number("baselineSpread", better.deviation, .decimals(2))
        step.number("wrongClampedMean", clamped.mean)
        step.number("wrongThroughPlace", 0.0, .decimals(1))
        step.choose("calm", better.deviation < plain.deviation ? "calmer" : "same")
        let error = better.deviation / Double(draws.count).squareRoot()
        let isBiased = abs(clamped.mean - edge.exactGradient) > 5 * error
        step.choose("clamped", isBiased ? "biased" : "same")
        let counts = stride(from: 20, through: draws.count, by: max(1, draws.count / 100)).map(
            \.self)
        func running(_ name: String, _ values: [Double]) -> Plot.Curve {
            Plot.Curve(
                name, x: counts.map { Double($0) }, y: counts.map { Array(values.prefix($0)).mean })
        }
        step.plot(
            "estimates",
            [
                running("plain", plain), running("baseline", better), running("clamped", clamped),
                Plot.Curve(
                    "exact", x: [0, Double(draws.count)],
                    y: [edge.exactGradient, edge.exactGradient], style: .dashed),
            ])
    }

    /// Two moves of three rows, in double precision.
    private func compareReinforce(_ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "moves")
        let means = Tensor<Double>.uniform([2, 3, 2], from: -1, to: 1, using: &generator)
        let draws = Tensor<Double>.normal([2, 3, 2], using: &generator)
        let baselines = Tensor<Double>.uniform([2, 3], using: &generator)
        let (rewards, deviation) = ([1.0, 0, 1], 0.2)
        let library = try TracedLoss(of: [means, baselines]) { operands in
            let moves = operands[0].unstacked()
            let places = (means + draws * deviation).unstacked()
            return DeepTeaching.reinforceLoss(
                logProbabilities: zip(places, moves).map {
                    gaussianLogProbability(of: $0, mean: $1, deviation: deviation)
                },
                advantages: baselines.unstacked().map { Tensor(rewards, shape: [3]) - $0 })
        }
        try step.compare(
            mine, RecurrentAttentionCalls.reinforceLoss, means, draws, deviation, rewards,
            baselines, with: library.gradients[0], part: { $0.gradients[0] })
    }

    func showGoals() throws {
        try lesson.step("goals") { step in
            let logits = Tensor<Double>(rows: [[2, 1, 0], [0, 1, 3]])
            let (labels, logs, b) = ([0, 1], [-1.5, 0.5], [0.6, 0.2])
            let answer = softmaxCrossEntropy(logits: Variable(logits), labels: labels).value.scalar
            let policy = -(logs[0] * (1 - b[0]) + logs[1] * (0 - b[1])) / 2
            let error = ((1 - b[0]) * (1 - b[0]) + b[1] * b[1]) / 2
            step.number("handAnswer", answer)
            step.number("handPolicy", policy)
            step.number("handError", error)
            step.number("handLoss", answer + policy + error)
            try step.compare(
                mine, RecurrentAttentionCalls.hybridLoss, logits, labels,
                Tensor(logs, shape: [1, 2]), Tensor(b, shape: [1, 2]),
                with: answer + policy + error, part: \.value)
        }
    }
}

extension [Double] {
    /// Their mean.
    var mean: Double { reduce(0, +) / Double(count) }

    /// Their standard deviation.
    var deviation: Double {
        let mean = mean
        return (map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(count)).squareRoot()
    }
}
