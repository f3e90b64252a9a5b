import CourseKit
import Curriculum
import DeepTeaching

/// Step 9: a step downhill, and a hundred more.
extension BackpropagationCourse {
    func showTraining() throws -> TapeTraining.Result {
        try lesson.step("A step downhill") { step in
            step.words(
                """
                The gradient points uphill, so each parameter steps the other way. A valley of the \
                loss is often narrow: plain steps swing from wall to wall. With *momentum* a \
                parameter is like a ball that keeps most of its speed: the swings cancel, the way \
                along the valley adds up [SUT13].
                """)
            step.equation(
                "v = m v + g", where: ["v": "velocity", "m": "momentum", "g": "gradient"])
            step.equation("p = p - η v", where: ["p": "parameter", "η": "learning rate"])
            step.code(
                """
                let (loss, gradients) = network.lossAndGradients(on: nuclei)
                for index in velocities.indices {
                    velocities[index] = momentum * velocities[index] + gradients[index]
                    network.parameters[index] -= learningRate * velocities[index]
                }
                """, caption: "TapeTraining.swift: forward, backward, step; then again.")
            step.question(
                "\(beginning.parameters.count) parameters, \(nuclei.count) nuclei: how many "
                    + "numbers stand on the tape of one step?", unit: "numbers")
            var tape = Tape()
            _ = beginning.writeLoss(on: nuclei, to: &tape)
            step.number("tapeLength", tape.count, "Numbers on the tape")
            step.answer(
                "Each nucleus goes through the whole network, number by number. Single numbers are "
                    + "good to understand, and slow: libraries write whole matrices on the tape.")
            let plain = try train("without momentum", TapeTraining(momentum: 0))
            let trained = try train("with momentum", TapeTraining())
            showCurves(plain, trained, step)
            try showOwnStep(step)
            step.words("Exercise: `momentumStep` in Exercises/Lesson03Backpropagation.swift.")
            step.reference(
                "SUT13",
                "SUTSKEVER, Ilya, et al. On the importance of initialization and momentum in deep "
                    + "learning. ICML, 2013, 1139-1147.")
            return trained
        }
    }

    /// Trains the network from its beginning.
    func train(
        _ words: String, _ training: TapeTraining, from network: TinyNetwork? = nil
    ) throws -> TapeTraining.Result {
        lesson.progress("Training \(words)") { report in
            training.train(network ?? beginning, on: nuclei, report: report)
        }
    }

    private func showCurves(
        _ plain: TapeTraining.Result, _ trained: TapeTraining.Result, _ step: StepWriter
    ) {
        step.plot(
            Plot(
                name: "loss", x: "step", y: "loss",
                curves: [
                    curve("plain steps", plain.losses), curve("momentum 0.9", trained.losses),
                ],
                caption: "The loss of the nuclei that are learnt from.",
                alternative: "Two falling curves; the one with momentum falls faster and lower."))
        step.number("plainLoss", plain.losses.last ?? .nan, "Loss at the end, plain steps")
        step.number("trainedLoss", trained.losses.last ?? .nan, "Loss at the end, momentum 0.9")
        step.number(
            "accuracyBefore", beginning.accuracy(on: test), "Right before learning",
            unit: "of new nuclei", format: .percent(1))
        step.number(
            "accuracy", trained.network.accuracy(on: test), "Right after learning",
            unit: "of new nuclei", format: .percent(1))
        step.figure(
            DecisionMap(network: trained.network, nuclei: nuclei).image, name: "decision",
            caption: "What the network says: diameter to the right, neighbours upwards, each from "
                + "-3 to 3 deviations. Orange: tumour cell. Blue: other cell. White: it does not "
                + "know. Dots: the nuclei that it learnt from.",
            alternative: "The lower right, large nuclei with few neighbours, is orange; the rest "
                + "is blue; the border between them is bent.")
    }

    func curve(_ name: String, _ losses: [Double]) -> Plot.Curve {
        Plot.Curve(name, x: losses.indices.map(Double.init), y: losses)
    }

    private func showOwnStep(_ step: StepWriter) throws {
        guard let mine else { return }
        let gradient = beginning.lossAndGradients(on: nuclei).gradients
        let before = beginning.parameters.map { $0 / 10 }
        guard
            let own = try mine.value(
                of: BackpropagationCalls.momentumStep, beginning.parameters, gradient, before, 0.1,
                0.9, say: step.words)
        else { return }
        let velocities = zip(before, gradient).map { 0.9 * $0 + $1 }
        let parameters = zip(beginning.parameters, velocities).map { $0 - 0.1 * $1 }
        compare(
            "momentumStep", own.parameters + own.velocities, with: parameters + velocities, in: step
        )
    }
}
