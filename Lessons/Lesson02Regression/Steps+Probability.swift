import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Steps 7 and 8: from a line to a probability, and a loss for it.
extension RegressionCourse {
    func showSigmoid(_ patches: PatchParts) throws {
        try lesson.step("From a line to a probability") { step in
            step.words(
                """
                Many questions have no number for an answer, but a yes or a no: does this patch \
                show \
                tumour? Write 1 for yes and 0 for no. A line could be drawn through zeros and ones \
                too. But a line does not stop at 0 and at 1.
                """)
            step.question(
                "A line through the labels of \(patches.training.count) patches: how many of them "
                    + "get a \"probability\" below 0 or above 1?", unit: "patches")
            step.number(
                "wrongOutside", squareFit(patches),
                "Wrong way: patches with a \"probability\" outside of 0 to 1")
            step.answer(
                "Some, and more for every patch that is clearer than those before. What is needed "
                    + "is a curve that bends towards 0 and 1, and never crosses them.")
            step.words(
                """
                So let the line say a *logit* z, any number at all, and bend it: the *sigmoid* \
                makes a probability of it. At z = 0 it says one half, at 2 it says 0.88, at -2 it \
                says 0.12.
                """)
            step.equation(
                "p = σ(z) = 1 / (1 + e^(-z))",
                where: [
                    "z": "logit, w x + b",
                    "p": "probability "
                        + "of a yes",
                ])
            let z = stride(from: -6.0, through: 6, by: 0.25).map { $0 }
            step.plot(
                Plot(
                    name: "sigmoid", x: "logit z", y: "probability p",
                    curves: [
                        Plot.Curve("sigmoid", x: z, y: z.map { 1 / (1 + exp(-$0)) }),
                        Plot.Curve(
                            "line z/4 + 1/2", x: z, y: z.map { $0 / 4 + 0.5 }, style: .dashed),
                    ], caption: "The sigmoid, and the line that touches it in its middle.",
                    alternative: "A curve in the form of an S from 0 to 1; the line leaves the "
                        + "strip.",
                    yRange: -0.5...1.5))
            showForms(step)
            try showOwnSigmoid(step)
            step.words("Exercise: `sigmoid` in Exercises/Lesson02Regression.swift.")
            step.glossary("logit", "any number that stands for a probability: log(p / (1 - p))")
            step.glossary("sigmoid", "the curve 1 / (1 + exp(-z))")
        }
    }

    private func showForms(_ step: StepWriter) {
        let large = 800.0
        step.number("sigmoidLarge", 1 / (1 + exp(-large)), "1 / (1 + exp(-800))")
        step.number(
            "wrongSigmoidLarge", exp(large) / (1 + exp(large)),
            "Wrong way, though equal on paper: exp(800) / (1 + exp(800))")
    }

    private func showOwnSigmoid(_ step: StepWriter) throws {
        let logits = [-800, -2, 0, 2, 800.0]
        guard
            let own = try mine?.value(
                of: RegressionCalls.sigmoid, logits, say: step.words)
        else { return }
        compare("sigmoid", own, with: Tensor(logits, shape: [5]).sigmoid().elements, in: step)
    }

    func showLoss(_ patches: PatchParts) throws {
        try lesson.step("A loss for probabilities") { step in
            step.words(
                """
                The squared error does not suit a probability: where the model is certain and \
                wrong \
                the sigmoid is flat, and a flat place has no slope to learn from. The \
                *cross-entropy* \
                does: it is the negative logarithm of the probability that the true answer got. To \
                be certain and wrong costs without bound.
                """)
            step.equation(
                "L = -1 / m sum_i (y_i log p_i + (1 - y_i) log(1 - p_i))",
                where: ["y_i": "1 for tumour, 0 for normal"])
            step.words(
                """
                And its gradient is that of the line, letter by letter, with p in place of h. The \
                exercise `gradient` serves both.
                """)
            step.equation("(dL)/(dw_j) = 1 / m sum_i (p_i - y_i) x_(i j)")
            step.code(
                """
                let v = label == 1 ? -z : z
                return max(v, 0) + log(1 + exp(-abs(v)))
                """, caption: "The same loss from the logit z: exp is never larger than 1 here.")
            step.question(
                "The colours as they are, 0 to 255, and a learning rate of 1: what does the loss "
                    + "from probabilities say after five steps?",
                choices: ["a small number", "a large number", "not a number, or infinite"])
            showNotANumber(patches, step)
            step.answer(
                "Logits of hundreds make probabilities of exactly 0 and 1. Their logarithm is "
                    + "infinite, and 0 times infinite is not a number. From logits the loss is "
                    + "large and honest, and the next step can mend it.", choice: 2)
            try showOwnLoss(patches, step)
            step.words("Exercise: `binaryCrossEntropy` in Exercises/Lesson02Regression.swift.")
            step.glossary("cross-entropy", "the mean of -log of the probability of what is true")
        }
    }

    private func showNotANumber(_ patches: PatchParts, _ step: StepWriter) {
        let colors = patches.training.colors.map { $0.map { 255 * $0 } }
        let descent = LogisticDescent(features: colors, labels: patches.training.labels)
        let model = (0..<5).reduce(descent.beginning) { model, _ in
            descent.step(model, learningRate: 1)
        }
        let logits = model.logits(of: colors)
        let certain = logits.count { [0, 1].contains(1 / (1 + exp(-$0))) }
        step.number("largestLogit", logits.map(abs).max() ?? 0, "The largest logit", digits: 0)
        step.number("certain", certain, "Patches whose probability is exactly 0 or 1")
        step.number(
            "wrongProbabilityLoss", descent.lossFromProbabilities(of: model),
            "Wrong way: loss from probabilities")
        step.number("logitLoss", descent.loss(of: model), "Loss from logits")
    }

    private func showOwnLoss(_ patches: PatchParts, _ step: StepWriter) throws {
        let logits = patches.descent.features.map { 300 * $0[0] }
        let labels = patches.training.labels
        guard
            let own = try mine?.value(
                of: RegressionCalls.binaryCrossEntropy, logits, labels, say: step.words)
        else { return }
        let library = binaryCrossEntropy(
            logits: Variable(Tensor(logits, shape: [labels.count])),
            targets: Tensor(labels.map(Double.init), shape: [labels.count]))
        compare("binaryCrossEntropy", [own], with: [library.value.scalar], in: step)
    }

    /// How many patches a plane through zeros and ones puts outside of them.
    private func squareFit(_ patches: PatchParts) -> Int {
        let features = patches.descent.features
        let labels = patches.training.labels.map(Double.init)
        var (weights, bias) = ([0.0, 0, 0], 0.0)
        func predictions() -> [Double] {
            features.map { zip($0, weights).reduce(bias) { $0 + $1.0 * $1.1 } }
        }
        for _ in 0..<2000 {
            let errors = zip(predictions(), labels).map { $0 - $1 }
            for index in weights.indices {
                let slope = zip(features, errors).reduce(0) { $0 + $1.0[index] * $1.1 }
                weights[index] -= 0.5 * slope / Double(labels.count)
            }
            bias -= 0.5 * errors.reduce(0, +) / Double(labels.count)
        }
        return predictions().count { $0 < 0 || $0 > 1 }
    }
}
