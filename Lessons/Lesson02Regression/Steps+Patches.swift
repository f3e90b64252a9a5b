import CourseKit
import DeepTeaching
import Foundation

/// Step 9: tumour or not, by the mean colour of a patch.
extension RegressionCourse {
    func showPatches(_ patches: PatchParts) throws {
        try lesson.step("patches") { step in
            step.number("patchSide", ColorPatches.micrometres, .decimals(0))
            step.number("foreignCount", patches.elsewhere[0].count)
            let model = showTraining(patches.descent, step)
            let logits = model.logits(
                of: try patches.standardizer.standardized(patches.test.colors))
            let area = try area(logits, patches.test.truth)
            step.number("area", area)
            try showNewton(patches, step)
            showExtremes(logits, patches.test, step)
            let dark = patches.test.colors.indices.filter { !patches.test.isNearlyWhite($0) }
            let withoutFat = try self.area(
                dark.map { logits[$0] }, dark.map { patches.test.truth[$0] })
            step.number("whitePatches", logits.count - dark.count)
            step.number("areaWithoutFat", withoutFat)
            step.choose("fat", withoutFat < area - 0.01 ? "flatters" : "harmless")
            step.choose("colour", area > 0.6 ? "useful" : "poor")
            try showHospitals(model, patches, area, step)
        }
    }

    /// Trains for 300 steps, and draws how the loss falls.
    private func showTraining(
        _ descent: LogisticDescent, _ step: LessonStep
    ) -> LogisticDescent.Model {
        let steps = 300
        let models = descent.models(steps: steps, learningRate: 1)
        let losses = models.map(descent.loss)
        let x = losses.indices.map(Double.init)
        step.choose("training", losses[steps] < 0.9 * losses[0] ? "falls" : "stays")
        step.plot(
            "loss",
            [
                Plot.Curve("loss", x: x, y: losses),
                Plot.Curve("chance", x: x, y: x.map { _ in log(2) }, style: .dashed),
            ])
        step.number("firstLoss", losses[0])
        step.number("trainingSteps", steps)
        step.number("lastLoss", losses[steps])
        return models[steps]
    }

    /// The same model, fitted by the library.
    private func showNewton(_ patches: PatchParts, _ step: LessonStep) throws {
        let (training, test) = (patches.training, patches.test)
        let standardizer = patches.standardizer
        // listing: RegressionCourse.newton
        let features = Tensor(rows: training.colors)
        let fitted = try LogisticRegression(penalty: 1e-6).fit(
            standardizer.standardized(features),
            labels: training.labels)
        let scores = try fitted.scores(
            for: standardizer.standardized(Tensor(rows: test.colors)))
        let area = try ROCCurve(scores: scores, labels: test.truth).area
        // end listing
        step.number("newtonSteps", fitted.steps)
        step.number("libraryArea", area)
    }

    private func area(_ scores: [Double], _ truth: [Bool]) throws -> Double {
        try ROCCurve(scores: scores, labels: truth).area
    }

    private func showExtremes(_ logits: [Double], _ patches: ColorPatches, _ step: LessonStep) {
        let order = logits.indices.sorted { logits[$0] < logits[$1] }
        let (top, bottom) = (Array(order.suffix(8).reversed()), Array(order.prefix(8)))
        step.figure(
            "patches",
            Image.grid(
                (top + bottom).map { framed(patches.images[$0], patches.truth[$0]) }, columns: 8))
        step.number("topRight", top.count { patches.truth[$0] })
        step.number("bottomTumor", bottom.count { patches.truth[$0] })
    }

    /// A patch in a frame: orange for tumour, blue for normal tissue.
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

    /// The same model at hospitals that stain in another way.
    private func showHospitals(
        _ model: LogisticDescent.Model, _ patches: PatchParts, _ own: Double, _ step: LessonStep
    ) throws {
        let areas = try patches.elsewhere.map { foreign in
            try area(
                model.logits(of: try patches.standardizer.standardized(foreign.colors)),
                foreign.truth)
        }
        step.table(
            "hospitals",
            rows: zip(patches.elsewhere, areas).enumerated().map { index, part in
                ["\(index + 2)", "\(part.0.count)", NumberFormat.decimals(3).text(part.1)]
            })
        let mean = areas.reduce(0, +) / Double(areas.count)
        let lowest = areas.min() ?? .nan
        step.number("elsewhereArea", mean)
        step.number("lowestArea", lowest)
        step.choose("elsewhere", mean < own ? "worse" : "alike")
        step.choose("worst", lowest < 0.55 ? "chance" : "better")
    }
}
