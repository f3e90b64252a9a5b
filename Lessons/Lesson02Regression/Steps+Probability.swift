import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Steps 7 and 8: from a line to a probability, and a loss for it.
extension RegressionCourse {
    func showSigmoid(_ patches: PatchParts) throws {
        try lesson.step("sigmoid") { step in
            step.number("patchCount", patches.training.count)
            let outside = fittedPlane(patches).count { $0 < 0 || $0 > 1 }
            step.choose("outside", outside > 0 ? "some" : "none")
            step.number("wrongOutside", outside)

            let z = stride(from: -6.0, through: 6, by: 0.25).map { $0 }
            step.plot(
                "sigmoid",
                [
                    Plot.Curve("sigmoid", x: z, y: z.map { 1 / (1 + exp(-$0)) }),
                    Plot.Curve("tangent", x: z, y: z.map { $0 / 4 + 0.5 }, style: .dashed),
                ], yRange: -0.5...1.5)
            let large = 800.0
            step.number("sigmoidLarge", 1 / (1 + exp(-large)))
            step.number("wrongSigmoidLarge", exp(large) / (1 + exp(large)))

            let logits = [-800, -2, 0, 2, 800.0]
            try step.compare(
                mine, RegressionCalls.sigmoid, logits,
                with: Tensor(logits, shape: [5]).sigmoid().elements)
        }
    }

    /// What a plane says that is fitted to zeros and ones by gradient descent on the squared error.
    private func fittedPlane(_ patches: PatchParts) -> [Double] {
        let (features, count) = (patches.descent.features, Double(patches.training.count))
        var plane = patches.descent.beginning
        for _ in 0..<2000 {
            let errors = zip(plane.logits(of: features), patches.training.labels).map {
                $0 - Double($1)
            }
            for index in plane.weights.indices {
                let slope = zip(features, errors).reduce(0) { $0 + $1.0[index] * $1.1 } / count
                plane.weights[index] -= 0.5 * slope
            }
            plane.bias -= 0.5 * errors.reduce(0, +) / count
        }
        return plane.logits(of: features)
    }

    func showLoss(_ patches: PatchParts) throws {
        try lesson.step("loss") { step in
            showNotANumber(patches, step)
            let logits = patches.descent.features.map { 300 * $0[0] }
            let labels = patches.training.labels
            let library = binaryCrossEntropy(
                logits: Variable(Tensor(logits, shape: [labels.count])),
                targets: Tensor(labels.map(Double.init), shape: [labels.count]))
            try step.compare(
                mine, RegressionCalls.binaryCrossEntropy, logits, labels,
                with: library.value.scalar)
        }
    }

    /// Five steps on colours that nobody has scaled.
    private func showNotANumber(_ patches: PatchParts, _ step: LessonStep) {
        let colors = patches.training.colors.map { $0.map { 255 * $0 } }
        let descent = LogisticDescent(features: colors, labels: patches.training.labels)
        let model = descent.learned(steps: 5, learningRate: 1)
        let logits = model.logits(of: colors)
        let wrong = descent.lossFromProbabilities(of: model)
        step.number("largestLogit", logits.map(abs).max() ?? 0, .decimals(0))
        step.number("certain", logits.count { [0, 1].contains(1 / (1 + exp(-$0))) })
        step.number("wrongProbabilityLoss", wrong)
        step.number("logitLoss", descent.loss(of: model))
        step.choose("probabilities", wrong.isFinite ? "kept" : "lost")
    }
}
