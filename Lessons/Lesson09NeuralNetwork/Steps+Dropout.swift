import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 5: learning by heart, and what makes it hard.
extension NetworkCourse {
    /// - Returns: the training without dropout.
    func showLearningByHeart(_ data: PatchParts) throws -> NetworkTraining.Result {
        try lesson.step("Learning by heart") { step in
            let training = NetworkTraining()
            let weights = training.network(inputs: data.training.rows.shape[1], seed: 1)
                .parameterCount
            step.words(
                """
                Now all training patches, for \(training.epochs) epochs. A network with \
                \(NumberFormat.integer.text(Double(weights))) weights can do more than learn: it can \
                remember each patch. *Dropout* [SRI14] makes \
                that hard. In each step every hidden unit is switched off with a probability p, here \
                one half, so that no unit may rely on any other. The rest is enlarged by 1 / (1 - p). \
                When the network is asked, all units take part and nothing is enlarged.
                """)
            step.glossary("overfitting", "learning by heart what should be understood")
            step.glossary("dropout", "switching units off by chance while learning")
            step.equation(
                "y_i = m_i x_i / (1 - p)",
                where: ["m_i": "0 with probability p, otherwise 1", "x_i, y_i": "before and after"])
            step.question(
                "With dropout: which loss becomes larger, that on the patches learnt from, or that "
                    + "on others?",
                choices: ["on those learnt from", "on others", "both"])
            step.code(
                """
                guard isTraining else { return values }
                let kept = zip(values.elements, draws).map { value, draw in
                    draw < probability ? 0 : value / (1 - probability)
                }
                """, caption: "While learning, and only then.")
            let plain = try fit(training, data, "Learning without dropout")
            var dropping = training
            dropping.dropout = 0.5
            let dropped = try fit(dropping, data, "Learning with dropout")
            showLosses(plain, dropped, step)
            try showInference(dropped.last, data.validation, step)
            step.words("Exercise: `dropout` in Exercises/Lesson09NeuralNetwork.swift.")
            step.reference(
                "SRI14",
                "SRIVASTAVA, Nitish, et al. Dropout: a simple way to prevent neural networks from "
                    + "overfitting. Journal of Machine Learning Research, 2014, 15, 1929-1958.")
            return plain
        }
    }

    private func fit(
        _ training: NetworkTraining, _ data: PatchParts, _ words: String
    ) throws -> NetworkTraining.Result {
        try lesson.progress(words) { report in
            try training.fit(
                data.training, validation: data.validation, seed: lesson.seed, report: report)
        }
    }

    private func showLosses(
        _ plain: NetworkTraining.Result, _ dropped: NetworkTraining.Result, _ step: StepWriter
    ) {
        step.plot(
            Plot(
                name: "losses", x: "epoch", y: "loss",
                curves: [
                    Plot.Curve("training", plain.epochs.map(\.trainingLoss)),
                    Plot.Curve("validation", plain.epochs.map(\.validationLoss)),
                    Plot.Curve(
                        "training, dropout", dropped.epochs.map(\.trainingLoss), style: .dashed),
                    Plot.Curve(
                        "validation, dropout", dropped.epochs.map(\.validationLoss),
                        style: .dashed),
                ],
                caption: "The loss on the patches learnt from, and on those of another patient.",
                alternative: "The training losses fall all the time, without dropout nearly to 0. "
                    + "The validation losses fall at first and then climb."))
        func last(_ result: NetworkTraining.Result) -> NetworkTraining.Epoch {
            result.epochs[result.epochs.count - 1]
        }
        step.number("trainingLoss", last(plain).trainingLoss, "Last training loss")
        step.number("validationLoss", last(plain).validationLoss, "Last validation loss")
        step.number("droppedTrainingLoss", last(dropped).trainingLoss, "With dropout: training")
        step.number(
            "droppedValidationLoss", last(dropped).validationLoss, "With dropout: validation")
        step.answer(
            "That on the patches learnt from: remembering is harder with half of the units. On "
                + "others the network is less wrongly sure of itself.", choice: 0)
    }

    /// The same network asked twice, with dropout switched on by mistake.
    private func showInference(
        _ network: DenseNetwork, _ table: PatchTable, _ step: StepWriter
    ) throws {
        step.words(
            """
            The classical mistake: the network is asked, but its dropout is still switched on. It \
            then says something else each time.
            """)
        func shares(_ pass: Pass) -> [Double] {
            let softmax = network(Variable(table.rows), in: pass).softmax().value
            return (0..<table.count).map { Double(softmax[$0, 1]) }
        }
        func changed(_ first: [Double], _ second: [Double]) -> Double {
            Double(zip(first, second).count { ($0 > 0.5) != ($1 > 0.5) }) / Double(table.count)
        }
        step.number(
            "changedAtInference", changed(shares(.inference), shares(.inference)),
            "Patches that get another answer when asked again", format: .percent(1))
        step.number(
            "wrongChangedWithDropout",
            changed(shares(.training(seed: 1)), shares(.training(seed: 2))),
            "Wrong way: with dropout still on", format: .percent(1))
        guard let mine else { return }
        let values = Tensor<Double>([1, 2, 3, 4], shape: [2, 2])
        let (probability, isTraining) = (0.5, true)
        guard
            let own = try mine.value(
                of: NeuralNetworkCalls.dropout, values, probability, [0.7, 0.2, 0.5, 0.1],
                isTraining, say: step.words)
        else { return }
        step.words(
            "**Yours**, of 1, 2, 3, 4 with the draws 0.7, 0.2, 0.5, 0.1: "
                + "\(own.elements.map { "\($0)" }.joined(separator: ", ")).")
    }
}
