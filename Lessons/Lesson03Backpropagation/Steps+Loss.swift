import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 8: where the walk begins.
extension BackpropagationCourse {
    func showLoss() throws {
        try lesson.step("From two numbers to a loss") { step in
            step.words(
                """
                The network ends with two numbers for each nucleus, the *logits*: one for "other \
                cell", one for "tumour cell". The softmax of Lesson 1 makes probabilities of them. \
                The loss is the negative logarithm of the probability that the true class got: 0 \
                for a network that is certain and right, without bound for one that is certain and \
                wrong. The loss of a batch is the mean over its N samples.
                """)
            step.equation(
                "p_k = e^(z_k) / (sum_j e^(z_j))",
                where: ["z_k": "logit of class k", "p_k": "its probability"])
            step.equation("L = -(1 / N) sum_n log p_y", where: ["y": "true class of sample n"])
            step.equation(
                "(dL)/(dz_k) = (p_k - [k = y]) / N",
                where: ["[k = y]": "1 for the true class, else 0"])
            step.words(
                """
                The gradient is plain: what the network said, less what it should have \
                said. For each sample it adds up to 0: what one class gains, the others lose.
                """)
            step.code(
                """
                let logProbabilities = logits.logSoftmax()
                var gradient = logProbabilities.exponential()
                for (row, label) in labels.enumerated() {
                    loss -= logProbabilities[row, label] / count
                    gradient[row, label] -= 1
                }
                return LossAndGradient(loss: loss, gradient: gradient / count)
                """,
                caption: "From logits: the logarithm of a probability that has become 0 would not "
                    + "be a number.")
            step.question(
                "A network that knows nothing calls both classes equally likely. Its loss?",
                unit: "")
            step.number("chanceLoss", log(2.0), "-log(1/2)")
            let loss = beginning.lossAndGradients(on: nuclei).loss
            step.number("firstLoss", loss, "Loss of the network before it has learnt")
            step.answer(
                "log 2 = 0.693. A loss above it is worse than knowing nothing: remember this "
                    + "number when you see a training that does not move.")
            try showOverflow(step)
            try showOwnLoss(step)
            step.words(
                "Exercise: `softmaxCrossEntropy` in Exercises/Lesson03Backpropagation.swift.")
            step.glossary(
                "logit",
                "the number that a network gives for a class, before the softmax")
            step.glossary("loss", "one number that says how wrong a network is; learning lowers it")
        }
    }

    private func showOverflow(_ step: StepWriter) throws {
        let powers = [1000.0, 998.0].map { exp($0) }
        step.number(
            "wrongOverflow", -log(powers[0] / (powers[0] + powers[1])),
            "Wrong way: the loss of the logits 1000 and 998, from exp as it is")
        let right = softmaxCrossEntropy(
            logits: Variable(Tensor<Double>(rows: [[1000, 998]])), labels: [0])
        step.number(
            "largeLogits", right.value.scalar,
            "The same, with the largest logit subtracted")
    }

    private func showOwnLoss(_ step: StepWriter) throws {
        guard let mine else { return }
        let logits = beginning.library(Tensor(rows: nuclei.features))
        guard
            let own = try mine.value(
                of: BackpropagationCalls.softmaxCrossEntropy, logits, nuclei.labels,
                say: step.words)
        else { return }
        let library = gradients(of: Variable(logits)) {
            softmaxCrossEntropy(logits: $0, labels: nuclei.labels)
        }
        compare(
            "softmaxCrossEntropy", [own.loss] + own.gradient.elements,
            with: [library.loss] + library.gradients.values[0].elements, in: step)
    }
}
