import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = NeuralNetworkCalls.heInitialization

extension NeuralNetworkGraders {
    static let heInitialization = ExerciseGrader(
        call,
        checks: [
            call.check(
                "deviation", "the draws are multiplied by the root of 2 / inputs",
                inputs: layers,
                compare: { expected, got in
                    // The size of the weights alone: their order is the business of the other.
                    guard got.count == expected.count else {
                        return .wrong("there are \(got.count) weights, expected \(expected.count)")
                    }
                    return Comparison.within(1e-9)(size(expected), size(got))
                        .about("root of the mean square")
                }),
            call.check(
                "layout", "the weights have the axes [input, output], in the order of the draws",
                inputs: layers,
                compare: { expected, got in
                    compareWithoutScale(expected, got, size: size)
                        .about("divided by the root of the mean square")
                }),
        ],
        misconceptions: heMisconceptions,
        alternatives: [
            call.answer("divided by the root of half the inputs") { inputs, outputs, draws in
                Tensor(draws, shape: [inputs, outputs]) / (Double(inputs) / 2).squareRoot()
            }
        ],
        hints: Hints(
            question: "What becomes of the deviation of numbers if you multiply each by a?",
            concept: "It becomes a times as large. The draws have the deviation 1, so multiply "
                + "each by the deviation that the weights shall have.",
            step: "let deviation = (2 / Double(inputs)).squareRoot(), then draws.map { deviation "
                + "* $0 } with the shape [inputs, outputs]. For 8 inputs it is 0.5."))

    private static let heMisconceptions = [
        call.misconception(
            "you forget what the ReLU takes away", check: "deviation",
            hints: Hints(
                question: "What does a ReLU make of the half of the numbers that are negative?",
                concept: "It sets them to 0, and the mean square is halved. The factor 2 makes "
                    + "that good; without it signals fade from layer to layer.",
                step: "(2 / Double(inputs)).squareRoot(), not (1 / Double(inputs)).")
        ) { inputs, outputs, draws in
            scaled(inputs, outputs, draws, by: (1 / Double(inputs)).squareRoot())
        },
        call.misconception(
            "you count the outputs, not the inputs", check: "deviation",
            hints: Hints(
                question: "How many products does one output add up?",
                concept: "One for each input: it is their number that makes the sum large.",
                step: "Divide by Double(inputs).")
        ) { inputs, outputs, draws in
            scaled(inputs, outputs, draws, by: (2 / Double(outputs)).squareRoot())
        },
        call.misconception(
            "you multiply by the variance, not by the deviation", check: "deviation",
            hints: Hints(
                question: "2 / inputs is the variance of the weights. What is their deviation?",
                concept: "The deviation is the root of the variance.",
                step: "8 inputs: 2 / 8 = 0.25 is the variance, 0.5 the deviation.")
        ) { inputs, outputs, draws in
            scaled(inputs, outputs, draws, by: 2 / Double(inputs))
        },
        call.misconception(
            "you use the rule of Glorot and Bengio", check: "deviation",
            hints: Hints(
                question: "For which activation was 2 / (inputs + outputs) made?",
                concept: "Glorot's rule suits layers whose activation passes both signs, as tanh "
                    + "does. He's rule is for the ReLU and looks at the inputs alone.",
                step: "Leave the outputs out of the root.")
        ) { inputs, outputs, draws in
            scaled(inputs, outputs, draws, by: (2 / Double(inputs + outputs)).squareRoot())
        },
        call.misconception(
            "you take the draws as they are", check: "deviation",
            hints: Hints(
                question: "A thousand inputs of size 1, weights of size 1: how large is the sum?",
                concept: "About the root of a thousand, 32; after three layers 32 000.",
                step: "Multiply each draw by the deviation.")
        ) { inputs, outputs, draws in
            scaled(inputs, outputs, draws, by: 1)
        },
        call.misconception(
            "all your weights are 0", check: "deviation",
            hints: Hints(
                question: "If all weights are equal, in what do two outputs of the layer differ?",
                concept: "In nothing, and they get the same gradient: they stay equal for ever. "
                    + "Chance must tell them apart.",
                step: "Use the draws.")
        ) { inputs, outputs, _ in
            .zeros([inputs, outputs])
        },
        call.misconception(
            "your axes are [output, input]", check: "layout",
            hints: Hints(
                question: "A batch [batch, inputs] times the weights: which shape must they have?",
                concept: "X W: the rows of W are the inputs. Other libraries keep W the other way "
                    + "round.",
                step: "shape: [inputs, outputs].")
        ) { inputs, outputs, draws in
            let weights = try NeuralNetworkSolution.heInitialization(
                inputs: inputs, outputs: outputs, draws: draws)
            return weights.reshaped([outputs, inputs])
        },
        call.misconception(
            "you deal the draws column by column", check: "layout",
            hints: Hints(
                question: "Where does the second draw go: to the next output or the next input?",
                concept: "Row-major: the last axis, the outputs, varies fastest.",
                step: "Tensor(list, shape: [inputs, outputs]) takes the list in this order; no "
                    + "transposing.")
        ) { inputs, outputs, draws in
            let weights = try NeuralNetworkSolution.heInitialization(
                inputs: inputs, outputs: outputs, draws: draws)
            return weights.reshaped([outputs, inputs]).transposed()
        },
    ]

    /// The inputs, the outputs and the draws of two layers.
    private static func layers(_ generator: inout SeededGenerator) -> [(Int, Int, [Double])] {
        let some = 3 + generator.index(below: 4)
        // With one input the deviation is above 1.
        return [(some + 9, 3), (some, 5), (1, 4)].map { inputs, outputs in
            return (inputs, outputs, (0..<inputs * outputs).map { _ in generator.normal() })
        }
    }

    /// The root of the mean square.
    private static func size(_ weights: Tensor<Double>) -> Double {
        (weights * weights).mean().scalar.squareRoot()
    }
}

private func scaled(
    _ inputs: Int, _ outputs: Int, _ draws: [Double], by factor: Double
) -> Tensor<Double> {
    Tensor(draws, shape: [inputs, outputs]) * factor
}
