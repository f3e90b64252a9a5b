import CourseKit
import DeepTeaching

/// Step 10: three mistakes that everybody makes once.
extension BackpropagationCourse {
    func showWrongWays(_ right: TapeTraining.Result) throws {
        try lesson.step("Three ways not to learn") { step in
            step.words(
                """
                The same network, the same nuclei, the same \(TapeTraining().steps) steps, and one \
                mistake each.

                **Overwritten.** A number that is used twice keeps only its last share. A weight \
                is \
                used once for each nucleus, so it learns from one nucleus of \(nuclei.count).

                **All zero.** Every weight begins with 0. Then all hidden units are 0, all doors \
                are closed, and all gradients but that of the last bias are 0. And if they were \
                not, equal units would get equal gradients, and stay equal for ever.

                **Summed.** The losses are added up and not divided by their number: the gradient \
                is \(nuclei.count) times as long, and the same learning rate is \(nuclei.count) \
                times too large.
                """)
            step.question(
                "Which of the three ends with something that is not a number?",
                choices: ["overwritten", "all zero", "summed"])
            let overwritten = try train("overwritten", TapeTraining(isOverwriting: true))
            let zeros = TinyNetwork(
                hidden: beginning.hidden, parameters: beginning.parameters.map { _ in 0 })
            let zero = try train("all zero", TapeTraining(), from: zeros)
            let summed = try train("summed", TapeTraining(isSumming: true))
            step.plot(
                Plot(
                    name: "wrong-ways", x: "step", y: "loss",
                    curves: [
                        curve("right", right.losses), curve("overwritten", overwritten.losses),
                        curve("all zero", zero.losses), curve("summed", summed.losses),
                    ],
                    caption: "The mean loss while learning. A curve that ends was no longer a "
                        + "number, or left the picture.",
                    alternative: "The right curve falls; the overwritten one wanders above it; all "
                        + "zero is a level line at 0.693; summed jumps out of the picture.",
                    yRange: 0...1.5))
            showNumbers(overwritten, zero, summed, step)
            step.answer(
                "Summed: the first step is far too long, the logits grow beyond what exp can hold, "
                    + "and infinite / infinite is not a number. It is the loudest mistake. The "
                    + "other two are quiet: the program runs, and the network stays a "
                    + "fool.", choice: 2)
        }
    }

    private func showNumbers(
        _ overwritten: TapeTraining.Result, _ zero: TapeTraining.Result,
        _ summed: TapeTraining.Result, _ step: StepWriter
    ) {
        step.number(
            "wrongOverwrittenLoss", overwritten.losses.last ?? .nan, "Overwritten: loss at the end")
        step.number(
            "wrongOverwrittenAccuracy", overwritten.network.accuracy(on: test),
            "Overwritten: right", unit: "of new nuclei", format: .percent(1))
        step.number("wrongZeroLoss", zero.losses.last ?? .nan, "All zero: loss at the end")
        step.number(
            "wrongZeroAccuracy", zero.network.accuracy(on: test), "All zero: right",
            unit: "of new nuclei", format: .percent(1))
        step.number("wrongSummedJump", summed.losses[1], "Summed: loss after one step")
        let lost = summed.losses.firstIndex { !$0.isFinite } ?? summed.losses.count
        step.number("wrongSummedLost", lost, "Summed: not a number from step")
    }
}
