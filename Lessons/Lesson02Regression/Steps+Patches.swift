import CourseKit
import DeepTeaching
import Foundation

/// Step 9: tumour or not, by the mean colour of a patch.
extension RegressionCourse {
    func showPatches(_ patches: PatchParts) throws {
        try lesson.step("Tumour or not, by mean colour") { step in
            step.words(
                """
                Now a question that matters: does a patch of 124 x 124 µm show tumour? The model \
                is \
                told no more than three numbers, the mean red, green and blue. It learns from \
                \(patches.training.count) patches of one patient and is examined on \
                \(patches.test.count) patches of another one.

                The score is the area under the *ROC curve*: the probability that a patch of \
                tumour \
                gets a higher logit than a patch of normal tissue. A coin gets 0.5, a perfect \
                model \
                1. Lesson 4 is about such scores.
                """)
            step.question("Which area will three numbers reach on the other patient?", unit: "")
            let descent = patches.descent
            let losses = (0...300).map { steps in steps }.reduce(
                into: (model: descent.beginning, losses: [Double]())
            ) { state, _ in
                state.losses.append(descent.loss(of: state.model))
                state.model = descent.step(state.model, learningRate: 1)
            }
            step.plot(
                Plot(
                    name: "loss", x: "step", y: "cross-entropy",
                    curves: [
                        Plot.Curve(
                            "loss", x: losses.losses.indices.map(Double.init), y: losses.losses)
                    ], caption: "Learning, with a learning rate of 1.",
                    alternative: "A curve that begins at 0.693 and falls, fast at first, then "
                        + "slowly."))
            step.number("firstLoss", losses.losses[0], "Loss before learning: log 2")
            step.number("lastLoss", losses.losses[300], "Loss after 300 steps")
            try showScores(losses.model, patches, step)
        }
    }

    private func showScores(
        _ model: LogisticDescent.Model, _ patches: PatchParts, _ step: StepWriter
    ) throws {
        let features = patches.test.colors.scaled(by: patches.scales)
        let logits = model.logits(of: features)
        let truth = patches.test.labels.map { $0 == 1 }
        step.number("area", try area(logits, truth), "Area under the ROC curve, the other patient")
        let fitted = try LogisticRegressionSettings(penalty: 1e-6).fit(
            features: Tensor(rows: patches.descent.features), labels: patches.training.labels)
        step.number(
            "libraryArea", try area(fitted.scores(of: Tensor(rows: features)), truth),
            "The library's, by \(fitted.steps) steps of Newton's method")
        showExtremes(logits, patches.test, step)
        // Fat and glass are nearly white; no tumour is.
        let dark = logits.indices.filter { patches.test.colors[$0].reduce(0, +) / 3 < 0.8 }
        step.number(
            "areaWithoutFat", try area(dark.map { logits[$0] }, dark.map { truth[$0] }),
            "Area without the \(logits.count - dark.count) patches that are nearly white")
        let elsewhere = model.logits(of: patches.elsewhere.colors.scaled(by: patches.scales))
        step.number(
            "elsewhereArea", try area(elsewhere, patches.elsewhere.labels.map { $0 == 1 }),
            "Area on a patient of another hospital")
        step.answer(
            "Better than a coin, and no doctor. Fat is told at once; the more of it there is, the more "
                + "it flatters a score. And another hospital stains differently: what was learnt of "
                + "colour holds less there. Form must be looked at (Lesson 10), and stain be taken "
                + "out (Lesson 8).")
    }

    /// The area under the ROC curve.
    private func area(_ scores: [Double], _ truth: [Bool]) throws -> Double {
        try ROCCurve(scores: scores, labels: truth).area
    }

    private func showExtremes(_ logits: [Double], _ patches: ColorPatches, _ step: StepWriter) {
        let order = logits.indices.sorted { logits[$0] < logits[$1] }
        let shown = order.suffix(8).reversed() + order.prefix(8)
        step.figure(
            Image.grid(
                shown.map { framed(patches.images[$0], patches.labels[$0] == 1) }, columns: 8),
            name: "patches",
            caption: "The eight patches that are tumour most probably (above), and least probably "
                + "(below). Frames: orange is tumour, blue is normal.",
            alternative: "Two rows of patches in coloured frames: above the eight with the largest "
                + "logits, below those with the smallest.")
        step.number(
            "topRight", shown.prefix(8).count { patches.labels[$0] == 1 },
            "Of the eight above, tumour")
    }

    /// A patch with a coloured frame.
    private func framed(_ image: Image, _ isTumor: Bool) -> Image {
        let frame = 4
        let color = isTumor ? RGB(213, 94, 0) : RGB(0, 114, 178)
        var result = Image(
            size: PixelSize(
                width: image.size.width + 2 * frame, height: image.size.height + 2 * frame),
            color: color)
        result.paste(image, x: frame, y: frame)
        return result
    }
}
