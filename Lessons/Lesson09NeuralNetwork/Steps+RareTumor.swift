import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Step 4: the loss, and a class that is rare.
extension NetworkCourse {
    func showRareTumor(_ data: PatchParts) throws {
        try lesson.step("rare") { step in
            showHand(step)
            let (own, others) = data.training.halves
            let rare = own.withOneTumor(forEvery: 20)
            let tumors = rare.isTumor.count { $0 }
            step.number("rareTumors", tumors)
            step.number("rareNormals", rare.count - tumors)
            let plain = try fit(rare, others, weights: nil)
            step.number("plainSensitivity", plain.map(\.scores.sensitivity).mean, .percent(1))
            let weighted = try fit(rare, others, weights: [1, 20])
            let inverted = try fit(rare, others, weights: [20, 1])
            let prior = Double(tumors) / Double(rare.count)
            try showWays(plain, weighted, inverted, prior: prior, step)
            let known = weighted.map { PatchScores($0.last, rare).sensitivity }
            step.number("rareKnown", known.mean, .percent(1))
            showEpochs(plain, weighted, inverted, step)
            let logits = Tensor<Double>(rows: [[2, -1], [0.5, 0], [-3, 1]])
            try step.compare(
                mine, NeuralNetworkCalls.weightedCrossEntropy, logits, [0, 1, 1], [1, 20],
                with: softmaxCrossEntropy(
                    logits: Variable(logits), labels: [0, 1, 1], weights: [1, 20]
                ).value.scalar)
        }
    }

    /// Two normal patches and one of tumour, whose probabilities are known.
    private func showHand(_ step: LessonStep) {
        func loss(_ weights: [Double]) -> Double {
            // listing: NetworkCourse.hand
            // The logarithms of probabilities are scores that give them back.
            let logits = Tensor<Double>(rows: [[0.9, 0.1], [0.6, 0.4], [0.9, 0.1]])
                .logarithm()
            let mean = softmaxCrossEntropy(
                logits: Variable(logits), labels: [0, 0, 1], weights: weights)
            // end listing
            return mean.value.scalar
        }
        step.number("handPlain", loss([1, 1]))
        step.number("handWeighted", loss([1, 20]))
        step.number("handInverted", loss([20, 1]))
    }

    /// Three networks that learn from rare tumours.
    private func fit(
        _ rare: PatchTable, _ others: PatchTable, weights: [Float]?
    ) throws -> [NetworkTraining.Result] {
        var training = NetworkTraining()
        training.epochs = 10
        training.weights = weights
        return try trained(training, on: rare, validation: others, "Learning from rare tumours")
    }

    /// - Parameter prior: the share of tumour in the training.
    private func showWays(
        _ plain: [NetworkTraining.Result], _ weighted: [NetworkTraining.Result],
        _ inverted: [NetworkTraining.Result], prior: Double, _ step: LessonStep
    ) throws {
        let cut = plain.map { $0.scores.cut(at: prior) }
        let ways = [plain.map(\.scores), cut, weighted.map(\.scores), inverted.map(\.scores)]
        let found = ways.map { $0.map(\.sensitivity) }
        step.number("prior", prior, .percent(1))
        step.table(
            "rareNetworks",
            rows: plain.indices.map { network in
                ["\(network + 1)"] + found.map { NumberFormat.percent(1).text($0[network]) }
            })
        step.number("cutSensitivity", found[1].mean, .percent(1))
        step.number("weightedSensitivity", found[2].mean, .percent(1))
        step.number("wrongInvertedSensitivity", found[3].mean, .percent(1))
        let spared = ways.map { $0.map(\.specificity).mean }
        step.number("plainSpecificity", spared[0], .percent(1))
        step.number("cutSpecificity", spared[1], .percent(1))
        step.number("weightedSpecificity", spared[2], .percent(1))
        step.number("invertedSpecificity", spared[3], .percent(1))
        let areas = try ways.map { try $0.map { try $0.area() }.mean }
        step.number("plainArea", areas[0])
        step.number("weightedArea", areas[2])
        step.number("invertedArea", areas[3])
        let (before, after) = (found[0].mean, found[3].mean)
        step.choose("inverted", after < before ? "fewer" : after == before ? "same" : "more")
        step.choose(
            "weighting",
            found[2].mean <= before ? "fails" : spared[2] < spared[0] ? "trades" : "gains")
        let gain = areas[2] - areas[0]
        step.choose("order", abs(gain) < 0.03 ? "alike" : gain > 0 ? "better" : "worse")
    }

    private func showEpochs(
        _ plain: [NetworkTraining.Result], _ weighted: [NetworkTraining.Result],
        _ inverted: [NetworkTraining.Result], _ step: LessonStep
    ) {
        func sensitivities(_ results: [NetworkTraining.Result]) -> [Double] {
            results.means { $0.validation.sensitivity }
        }
        let (usual, gained) = (sensitivities(plain), sensitivities(weighted))
        let lost = sensitivities(inverted)
        step.plot(
            "sensitivities",
            [
                Plot.Curve("plain", usual), Plot.Curve("weighted", gained),
                Plot.Curve("inverted", lost),
            ], yRange: 0...1)
        step.choose("unweighted", (usual + lost).allSatisfy { $0 < 0.1 } ? "low" : "high")
        let fades = gained[gained.count - 1] < gained[0] - 0.05
        step.choose("fading", fades ? "fades" : "stays")
    }
}
