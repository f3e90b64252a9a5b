import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 3: the weights with which a network begins.
extension NetworkCourse {
    func showBeginning() throws {
        try lesson.step("How to begin") { step in
            step.words(
                """
                The network: each unit of the *hidden layer* adds up all inputs, each times a \
                *weight*, and a *bias*; what is negative becomes 0 (that is the *ReLU*). Two units \
                at the end do the same with the hidden ones, and give two *scores*: normal and \
                tumour. Weights and biases are what is learnt.
                """)
            step.equation(
                "h = \"relu\"(x W_1 + b_1),   z = h W_2 + b_2",
                where: [
                    "x": "a row of numbers", "h": "the hidden units", "z": "two scores",
                    "W_1, W_2, b_1, b_2": "weights and biases",
                ])
            step.glossary("weight", "by what a unit multiplies one of its inputs")
            step.glossary("ReLU", "rectified linear unit: what is negative becomes 0")
            step.glossary("hidden layer", "units between input and output")
            step.words(
                """
                With which weights does it begin? Not with zeros: all units would be the same, and \
                stay so. By chance, then. But how large? A unit adds up n products, so its sum grows \
                with the root of n; and the ReLU throws half of it away. He and others [HE15] \
                found the size at which signals neither fade nor grow:
                """)
            step.equation(
                "σ = sqrt(2 / n)",
                where: [
                    "σ": "deviation of the weights", "n": "inputs of the layer",
                ])
            step.question(
                "Ten such layers, one after the other. With half this variance, 1/n: how much of "
                    + "the signal is left?", unit: "%")
            step.code(
                """
                let deviation = (2 / Double(inputs)).squareRoot()
                let weights = Tensor(draws.map { deviation * $0 }, shape: [inputs, outputs])
                """, caption: "Draws from the normal distribution, made the right size.")
            showSignals(step)
            try showOwnWeights(step)
            step.words("Exercise: `heInitialization` in Exercises/Lesson09NeuralNetwork.swift.")
            step.reference(
                "HE15",
                "HE, Kaiming, et al. Delving deep into rectifiers: surpassing human-level "
                    + "performance on ImageNet classification. ICCV, 2015, 1026-1034.")
        }
    }

    private func showSignals(_ step: StepWriter) {
        let signals = [1.0, 2, 4].map { factor in signal(variance: factor, layers: 10) }
        step.plot(
            Plot(
                name: "signals", x: "layer", y: "log10 of the signal",
                curves: zip(["1 / n", "2 / n", "4 / n"], signals).map { name, values in
                    Plot.Curve(
                        name, x: values.indices.map { Double($0) }, y: values.map { log10($0) })
                },
                caption: "The root of the mean square of 128 units, layer after layer, for three "
                    + "variances of the weights.",
                alternative: "One line falls, one stays level, one climbs."))
        step.number("signalHe", signals[1][10], "Signal after ten layers with 2/n", digits: 2)
        step.number(
            "wrongSignalFaded", signals[0][10], "Wrong way: with 1/n", format: .percent(1))
        step.number(
            "wrongSignalGrown", signals[2][10], "Wrong way: with 4/n, times the first", digits: 1)
        step.answer(
            "\(NumberFormat.percent(1).text(signals[0][10])): each layer halves the mean square, "
                + "and ten of them leave the root of 1/1024.")
    }

    /// The root of the mean square after each layer of ReLUs, beginning with 1.
    private func signal(variance factor: Double, layers: Int) -> [Double] {
        let width = 128
        var generator = SeededGenerator(seed: lesson.seed, stream: "signals")
        var values = Tensor<Double>.normal([64, width], using: &generator)
        func size(_ values: Tensor<Double>) -> Double {
            (values * values).mean().scalar.squareRoot()
        }
        let first = size(values)
        return [1]
            + (0..<layers).map { _ in
                let deviation = (factor / Double(width)).squareRoot()
                let weights = Tensor<Double>.normal(
                    [width, width], deviation: deviation, using: &generator)
                values = values.matrixProduct(weights).relu()
                return size(values) / first
            }
    }

    private func showOwnWeights(_ step: StepWriter) throws {
        guard let mine else { return }
        var generator = SeededGenerator(seed: lesson.seed, stream: "your weights")
        let (inputs, outputs) = (128, 64)
        let draws = (0..<inputs * outputs).map { _ in generator.normal() }
        guard
            let own = try mine.value(
                of: NeuralNetworkCalls.heInitialization, inputs, outputs, draws, say: step.words)
        else { return }
        let size = (own * own).mean().scalar.squareRoot()
        step.words(
            "**Yours:** shape \(own.shape), root of the mean square "
                + "\(NumberFormat.decimals(4).text(size)); the root of 2 / 128 is 0.125.")
    }
}
