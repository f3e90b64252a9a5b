import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 3: the weights with which a network begins.
extension NetworkCourse {
    func showBeginning() throws {
        try lesson.step("beginning") { step in
            let faded = signal(variance: 1, layers: 10)
            let level = signal(variance: 2, layers: 10)
            let grown = signal(variance: 4, layers: 10)
            step.number("wrongSignalFaded", faded[10], .percent(1))
            step.plot(
                "signals",
                [
                    curve("faded", of: faded), curve("level", of: level),
                    curve("grown", of: grown),
                ])
            step.number("signalHe", level[10], .decimals(2))
            step.number("wrongSignalGrown", grown[10], .decimals(1))
            try compareWeights(step)
        }
    }

    private func curve(_ name: String, of values: [Double]) -> Plot.Curve {
        Plot.Curve(name, x: values.indices.map { Double($0) }, y: values.map { log10($0) })
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
                // listing: NetworkCourse.signal
                let deviation = (factor / Double(width)).squareRoot()
                let weights = Tensor<Double>.normal(
                    [width, width], standardDeviation: deviation, using: &generator)
                values = values.matrixProduct(weights).relu()
                // end listing
                return size(values) / first
            }
    }

    /// The library draws the same numbers in the same order.
    private func compareWeights(_ step: LessonStep) throws {
        let (inputs, outputs) = (128, 64)
        var generator = SeededGenerator(seed: lesson.seed, stream: "your weights")
        var same = generator
        let draws = (0..<inputs * outputs).map { _ in generator.normal() }
        let library = Dense<Double>(
            inputs: inputs, outputs: outputs, activation: .relu, using: &same)
        try step.compare(
            mine, NeuralNetworkCalls.heInitialization, inputs, outputs, draws,
            with: library.weights.value)
    }
}
