import CourseKit
import Curriculum
import DeepTeaching

/// Step 6: what a broadcast does to a gradient.
extension TensorCourse {
    func showUnbroadcasting(_ batch: Tensor<Float>) throws {
        try lesson.step("And back again") { step in
            step.words(
                """
                A network adds a *bias* b, one number for each channel, to every pixel. Later it \
                asks: which way must b move to make the *loss* smaller, the number that says how \
                bad the result is? The answer is the *gradient*: for each number of b, how much \
                the loss grows if this number grows a little. For the outputs y the gradient is \
                known, one number a pixel and channel. How does it come back to the three of b?
                """)
            step.glossary("bias", "a number that is added to all outputs of one kind")
            step.glossary("loss", "one number that says how bad a result is")
            step.glossary("gradient", "how much the loss grows with each number")
            step.box("A derivative, measured") { box in
                box.words(
                    """
                    Turn a number up by a little h and look how much the loss grows; turn it down \
                    by h and look again. The difference divided by 2h is the derivative, nearly. \
                    This is slow, but nobody can make a mistake in it: it is how gradients are \
                    checked.
                    """)
                box.equation("(∂ L) / (∂ b) ≈ (L(b + h) - L(b - h)) / (2 h)")
            }
            step.question(
                "One number of b stands at 36 864 places of y. Its gradient is ...",
                choices: ["the mean of theirs", "the sum of theirs", "any one of theirs"])
            step.equation(
                "(∂ L) / (∂ b_c) = sum_(n, h, w) (∂ L) / (∂ y_(n h w c))",
                where: [
                    "L": "the loss, here the mean of y^2",
                    "y": "batch + b; n, h, w, c: image, row, column and channel",
                ])
            step.code(
                """
                let gradientOfB = gradientOfY.sum(axes: [0, 1, 2])    // [16, 48, 48, 3] -> [3]
                """, caption: "Sum over every axis along which b was repeated.")
            try measureGradient(batch.inDouble, step)
            step.answer(
                "The sum: if b moves, all these places move, and each adds its part to the loss.",
                choice: 1)
            step.words("Exercise: `unbroadcast` in Exercises/Lesson01Tensors.swift.")
        }
    }

    private func measureGradient(_ batch: Tensor<Double>, _ step: StepWriter) throws {
        let bias = Tensor<Double>([0.1, -0.2, 0.3], shape: [3])
        func loss(_ bias: Tensor<Double>) -> Double {
            let y = batch + bias
            return (y * y).mean().scalar
        }
        let gradientOfY = (batch + bias) * (2 / Double(batch.count))
        let sum = gradientOfY.sum(axes: [0, 1, 2])
        let wrongMean = gradientOfY.mean(axes: [0, 1, 2])
        let small = 1e-5
        var (up, down) = (bias, bias)
        up[0] += small
        down[0] -= small
        step.number(
            "gradientMeasured", (loss(up) - loss(down)) / (2 * small),
            "Gradient of b's first number, measured", digits: 6)
        step.number("gradientSummed", sum[0], "The sum of the outputs' gradients", digits: 6)
        step.number(
            "wrongGradientMean", wrongMean[0], "Wrong way: their mean", format: .scientific(1))
        guard let mine else { return }
        // A corner of the batch is enough, and travels faster between the processes.
        let corner = gradientOfY.slice(0..<4).slice(0..<6, axis: 1).slice(0..<6, axis: 2)
        guard
            let own = try mine.value(
                of: TensorsCalls.unbroadcast, corner, [3], say: step.words)
        else { return }
        let library = corner.sum(axes: [0, 1, 2])
        func words(_ tensor: Tensor<Double>) -> String {
            let numbers = tensor.elements.map { NumberFormat.scientific(3).text($0) }
            return "\(tensor.shape) \(numbers.joined(separator: ", "))"
        }
        step.words(
            "**Yours**, of a corner of the batch: \(words(own)). **The library's:** "
                + "\(words(library)).")
    }
}
