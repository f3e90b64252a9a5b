import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 6: when to stop.
extension NetworkCourse {
    func showStopping(_ data: PatchParts, _ plain: [NetworkTraining.Result]) throws {
        try lesson.step("stopping") { step in
            step.number("patience", NetworkTraining().patience)
            step.number("bestEpoch", plain[0].bestEpoch + 1)
            step.number("stoppedEpoch", plain[0].stoppedEpoch + 1)
            try showTest(data.test, plain, step)
            try showSmallSteps(data, plain, step)
            try step.compare(
                mine, NeuralNetworkCalls.earlyStopping, plain[0].epochs.map(\.trainingLoss),
                plain[0].epochs.map(\.validationLoss), NetworkTraining().patience,
                with: [plain[0].stoppedEpoch, plain[0].bestEpoch],
                part: { [$0.lastEpoch, $0.bestEpoch] })
        }
    }

    /// The networks of the best epoch and those of the last one, on the test patient.
    private func showTest(
        _ test: PatchTable, _ plain: [NetworkTraining.Result], _ step: LessonStep
    ) throws {
        let best = plain.map { PatchScores($0.best, test) }
        let last = plain.map { PatchScores($0.last, test) }
        let bestAreas = try best.map { try $0.area() }
        let lastAreas = try last.map { try $0.area() }
        let format = NumberFormat.decimals(3)
        step.table(
            "stops",
            rows: plain.indices.map { network in
                ["\(network + 1)", "\(plain[network].bestEpoch + 1)"]
                    + [
                        best[network].loss, last[network].loss, bestAreas[network],
                        lastAreas[network],
                    ].map(format.text)
            })
        let losses = (best: best.map(\.loss).mean, last: last.map(\.loss).mean)
        step.number("testLossBest", losses.best)
        step.number("wrongTestLossLast", losses.last)
        step.number("testAreaBest", bestAreas.mean)
        step.number("testAreaLast", lastAreas.mean)
        step.choose("stop", losses.best < losses.last ? "best" : "last")
        let gain = bestAreas.mean - lastAreas.mean
        step.choose("stopArea", abs(gain) < 0.02 ? "alike" : gain > 0 ? "best" : "last")
        step.choose("stopOrder", zip(bestAreas, lastAreas).allSatisfy { $0 > $1 } ? "all" : "mixed")
        let latest = plain.map(\.bestEpoch).max() ?? 0
        step.choose("first", latest == 0 ? "always" : latest < 5 ? "early" : "late")
    }

    /// Is the best epoch so early because the steps are too long?
    private func showSmallSteps(
        _ data: PatchParts, _ plain: [NetworkTraining.Result], _ step: LessonStep
    ) throws {
        var training = NetworkTraining()
        training.learningRate /= 10
        let slow = try trained(
            training, on: data.training, validation: data.validation,
            "Learning in steps of a tenth")
        func lowest(_ results: [NetworkTraining.Result]) -> Double {
            results.map { $0.epochs[$0.bestEpoch].validationLoss }.mean
        }
        step.number("slowBestEpoch", slow.map { Double($0.bestEpoch + 1) }.mean, .decimals(1))
        let losses = (usual: lowest(plain), slow: lowest(slow))
        step.number("bestValidationLoss", losses.usual)
        step.number("slowValidationLoss", losses.slow)
        let change = losses.slow / losses.usual - 1
        step.choose("slow", abs(change) < 0.05 ? "same" : change < 0 ? "helps" : "harms")
    }
}
