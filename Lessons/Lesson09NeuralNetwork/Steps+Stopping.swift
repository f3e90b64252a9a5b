import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 6: when to stop.
extension NetworkCourse {
    func showStopping(_ data: PatchParts, _ plain: NetworkTraining.Result) throws {
        try lesson.step("When to stop") { step in
            step.words(
                """
                The validation loss says when the network begins to remember. *Early stopping* \
                [PRE98] keeps the network of the epoch with the smallest validation loss, and ends \
                the training once a few epochs in a row were not better. Who watches the training \
                loss instead never stops.
                """)
            step.glossary("patience", "how many epochs in a row may pass without a better one")
            step.question(
                "The network of the best epoch and that of the last one examine the patient that "
                    + "nobody has looked at. Which one is better?",
                choices: ["the best by validation", "the last, for it has learnt longest"])
            step.code(
                """
                if loss < best {
                    (best, bestEpoch, waited) = (loss, epoch, 0)
                } else {
                    waited += 1
                }
                if waited == patience { break }
                """, caption: "Two numbers to remember, and a count.")
            let (best, last) = (
                PatchScores(plain.best, data.test), PatchScores(plain.last, data.test)
            )
            step.number("bestEpoch", plain.bestEpoch + 1, "Best epoch by validation")
            step.number(
                "stoppedEpoch", (plain.stoppedEpoch ?? plain.epochs.count - 1) + 1,
                "Epoch at which the training would have ended")
            step.number("testLossBest", best.loss, "Loss on the test, best epoch")
            step.number("wrongTestLossLast", last.loss, "Wrong way: last epoch")
            step.number("testAreaBest", try best.area(), "Area under the ROC curve, best epoch")
            step.number("testAreaLast", try last.area(), "Area under the ROC curve, last epoch")
            step.answer(
                "The best by validation. The last one has a training loss near 0, and is sure of "
                    + "itself where it is wrong.", choice: 0)
            try showOwnEnd(plain, step)
            step.words("Exercise: `earlyStopping` in Exercises/Lesson09NeuralNetwork.swift.")
            step.reference(
                "PRE98",
                "PRECHELT, Lutz. Early stopping, but when? In: Neural networks: tricks of the "
                    + "trade. Springer, 1998, 55-69.")
        }
    }

    private func showOwnEnd(_ plain: NetworkTraining.Result, _ step: StepWriter) throws {
        guard let mine else { return }
        guard
            let own = try mine.value(
                of: NeuralNetworkCalls.earlyStopping, plain.epochs.map(\.trainingLoss),
                plain.epochs.map(\.validationLoss), NetworkTraining().patience, say: step.words)
        else { return }
        step.words(
            "**Yours** ends with epoch \(own.lastEpoch + 1) and keeps that of epoch "
                + "\(own.bestEpoch + 1); the library ends with "
                + "\((plain.stoppedEpoch ?? plain.epochs.count - 1) + 1) and keeps "
                + "\(plain.bestEpoch + 1).")
    }
}
