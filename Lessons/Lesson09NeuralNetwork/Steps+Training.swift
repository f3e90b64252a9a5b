import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Step 5: learning by heart, and what makes it hard.
extension NetworkCourse {
    /// - Returns: the trainings without dropout.
    func showLearningByHeart(_ data: PatchParts) throws -> [NetworkTraining.Result] {
        try lesson.step("dropout") { step in
            var training = NetworkTraining()
            let network = training.network(inputs: data.training.inputs, seed: lesson.seed)
            step.number("networkWeights", network.parameterCount)
            step.number("epochs", training.epochs)
            let plain = try trained(
                training, on: data.training, validation: data.validation,
                "Learning without dropout")
            training.dropout = 0.5
            let dropped = try trained(
                training, on: data.training, validation: data.validation,
                "Learning with dropout")
            showLosses(plain, dropped, step)
            showInference(dropped[0].last, data.validation, step)
            try compareDropout(step)
            return plain
        }
    }

    private func showLosses(
        _ plain: [NetworkTraining.Result], _ dropped: [NetworkTraining.Result],
        _ step: LessonStep
    ) {
        // At 0 stands the network that has not learnt yet.
        func means(
            _ results: [NetworkTraining.Result], _ loss: (NetworkTraining.Epoch) -> Double
        ) -> [Double] {
            [results.map { loss($0.start) }.mean] + results.means(loss)
        }
        let training = means(plain, \.trainingLoss)
        let validation = means(plain, \.validationLoss)
        let droppedTraining = means(dropped, \.trainingLoss)
        let droppedValidation = means(dropped, \.validationLoss)
        let last = training.count - 1
        func curve(_ name: String, _ y: [Double], _ style: Plot.Curve.Style) -> Plot.Curve {
            Plot.Curve(name, x: y.indices.map { Double($0) }, y: y, style: style)
        }
        step.plot(
            "losses",
            [
                curve("training", training, .line), curve("validation", validation, .line),
                curve("droppedTraining", droppedTraining, .dashed),
                curve("droppedValidation", droppedValidation, .dashed),
                Plot.Curve(
                    "coin", x: [0, Double(last)], y: [log(2), log(2)], style: .dashed),
            ])
        step.number("trainingLoss", training[last])
        step.number("validationLoss", validation[last])
        step.number("droppedTrainingLoss", droppedTraining[last])
        step.number("droppedValidationLoss", droppedValidation[last])
        let lowest = validation.indices.min { validation[$0] < validation[$1] } ?? 0
        step.choose(
            "validation", lowest == 0 ? "climbs" : lowest == last ? "falls" : "turns")
        step.choose("coin", validation[last] > log(2) ? "above" : "below")
        let isHarder = droppedTraining[last] > training[last]
        let isWorse = droppedValidation[last] > validation[last]
        step.choose(
            "dropping",
            isHarder ? isWorse ? "both" : "training" : isWorse ? "others" : "neither")
    }

    /// The same network asked twice, with dropout switched on by mistake.
    private func showInference(_ network: DenseNetwork, _ table: PatchTable, _ step: LessonStep) {
        func calls(_ pass: Pass) -> [Bool] {
            // listing: NetworkCourse.passes
            let logits = network(Variable(table.rows), in: pass).value
            // end listing
            return PatchScores(logits: logits, isTumor: table.isTumor).calls
        }
        func changed(_ first: [Bool], _ second: [Bool]) -> Double {
            Double(zip(first, second).count { $0 != $1 }) / Double(table.count)
        }
        step.number(
            "changedAtInference", changed(calls(.inference), calls(.inference)), .percent(1))
        step.number(
            "wrongChangedWithDropout",
            changed(calls(.training(seed: 1)), calls(.training(seed: 2))), .percent(1))
    }

    /// The library draws the same numbers in the same order.
    private func compareDropout(_ step: LessonStep) throws {
        let values = Tensor<Double>([1, 2, 3, 4], shape: [2, 2])
        let (probability, isTraining) = (0.5, true)
        var generator = Pass.training(seed: 1).makeGenerator() ?? SeededGenerator(seed: 1)
        let draws = (0..<4).map { _ in generator.uniform() }
        let library = Dropout<Double>(probability: probability)(
            Variable(values), in: .training(seed: 1))
        try step.compare(
            mine, NeuralNetworkCalls.dropout, values, probability, draws, isTraining,
            with: library.value)
    }
}
