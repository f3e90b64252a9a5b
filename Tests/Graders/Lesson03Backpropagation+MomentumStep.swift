import Curriculum
import DeepTeaching
import GraderKit

private let call = BackpropagationCalls.momentumStep

extension BackpropagationGraders {
    static let momentumStep = ExerciseGrader(
        call,
        checks: [
            call.check(
                "velocities", "v = m * v + g", inputs: movements,
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.velocities, got.velocities)
                        .about("the velocities")
                }),
            call.check(
                "parameters", "p = p - learningRate * v, with the new v",
                inputs: movements,
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.parameters, got.parameters)
                        .about("the parameters")
                }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("all steps written out in a loop") {
                parameters, gradients, velocities, learningRate, momentum in
                var state = MomentumState(parameters: parameters, velocities: velocities)
                for index in parameters.indices {
                    state.velocities[index] *= momentum
                    state.velocities[index] += gradients[index]
                    state.parameters[index] -= state.velocities[index] * learningRate
                }
                return state
            }
        ],
        hints: Hints(
            question: "Which velocity moves the parameter: the one before the step, or the new "
                + "one?",
            concept: "First the velocity, then the parameter: the gradient of this step counts at "
                + "once. Each parameter has a velocity of its own.",
            step: "v = 0.9 * 10 + 2 = 11, then p = 1 - 0.1 * 11 = -0.1. Return both."))

    /// Also without momentum: then the velocity is the gradient, whatever it was before.
    private static func movements(
        _ generator: inout SeededGenerator
    ) -> [([Double], [Double], [Double], Double, Double)] {
        var plain = movement(&generator)
        plain.4 = 0
        return [movement(&generator), plain]
    }

    private static func movement(
        _ generator: inout SeededGenerator
    ) -> ([Double], [Double], [Double], Double, Double) {
        let count = 3 + generator.index(below: 4)
        func numbers() -> [Double] { (0..<count).map { _ in number(1...5, &generator) } }
        var gradients = numbers().map { -$0 }
        // Without a gradient it rolls on, without a velocity it starts.
        gradients[0] = 0
        var velocities = numbers()
        velocities[1] = 0
        // Two parameters are equal, and go different ways.
        var parameters = numbers()
        parameters[2] = parameters[0]
        return (
            parameters: parameters, gradients: gradients, velocities: velocities,
            learningRate: number(0.05...0.5, &generator), momentum: number(0.5...0.9, &generator)
        )
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you walk uphill", check: "parameters",
            hints: Hints(
                question: "The gradient points to where the loss grows. Where do you want to go?",
                concept: "Descent goes against the gradient: minus.",
                step: "p - learningRate * v.")
        ) { parameters, gradients, velocities, learningRate, momentum in
            step(parameters, gradients, velocities) { p, g, v in
                let new = momentum * v + g
                return (p + learningRate * new, new)
            }
        },
        call.misconception(
            "the parameter moves along the velocity before the step", check: "parameters",
            hints: Hints(
                question: "In the very first step all velocities are 0. Does yours move at all?",
                concept: "The new velocity holds the gradient of this step. With the old one every "
                    + "gradient comes one step late.",
                step: "Compute the velocities first, then the parameters from them.")
        ) { parameters, gradients, velocities, learningRate, momentum in
            step(parameters, gradients, velocities) { p, g, v in
                (p - learningRate * v, momentum * v + g)
            }
        },
        call.misconception(
            "the velocity is kept, but the parameter moves along the gradient alone",
            check: "parameters",
            hints: Hints(
                question: "What does the velocity do in your step?",
                concept: "It is what moves the parameter; the gradient only changes the velocity.",
                step: "p - learningRate * v, not p - learningRate * g.")
        ) { parameters, gradients, velocities, learningRate, momentum in
            step(parameters, gradients, velocities) { p, g, v in
                (p - learningRate * g, momentum * v + g)
            }
        },
        call.misconception(
            "this is Nesterov's momentum: the gradient counts once more", check: "parameters",
            hints: Hints(
                question: "How often does g enter your parameter?",
                concept: "Nesterov's variant looks ahead and takes g + m v. It is good, and it is "
                    + "another one.",
                step: "p - learningRate * v.")
        ) { parameters, gradients, velocities, learningRate, momentum in
            step(parameters, gradients, velocities) { p, g, v in
                let new = momentum * v + g
                return (p - learningRate * (g + momentum * new), new)
            }
        },
        call.misconception(
            "the learning rate is inside your velocity", check: "velocities",
            hints: Hints(
                question: "If somebody lowers the learning rate in the middle of training, what "
                    + "happens to the old velocity in your step?",
                concept: "Some books write v = m v - rate g; then old steps keep the old rate. "
                    + "Here the velocity is made of gradients only.",
                step: "v = m * v + g; p = p - learningRate * v.")
        ) { parameters, gradients, velocities, learningRate, momentum in
            step(parameters, gradients, velocities) { p, g, v in
                let new = momentum * v - learningRate * g
                return (p + new, new)
            }
        },
        call.misconception(
            "your velocity is a running mean: the gradient counts only 1 - m", check: "velocities",
            hints: Hints(
                question: "With m = 0.9 and always the same gradient g, which velocity is reached?",
                concept: "10 g here, g with a running mean: there the learning rate must be ten "
                    + "times as large. Adam uses a running mean; momentum does not.",
                step: "v = m * v + g.")
        ) { parameters, gradients, velocities, learningRate, momentum in
            step(parameters, gradients, velocities) { p, g, v in
                let new = momentum * v + (1 - momentum) * g
                return (p - learningRate * new, new)
            }
        },
        call.misconception(
            "the new velocities are used, but the old ones returned", check: "velocities",
            hints: Hints(
                question: "What will the next step find as its velocity?",
                concept: "What this one returns. Momentum is memory: it must be handed on.",
                step: "MomentumState(parameters: ..., velocities: the new ones).")
        ) { parameters, gradients, velocities, learningRate, momentum in
            step(parameters, gradients, velocities) { p, g, v in
                (p - learningRate * (momentum * v + g), v)
            }
        },
        call.misconception(
            "the old velocity is forgotten: there is no momentum", check: "velocities",
            hints: Hints(
                question: "What does momentum do in your step?",
                concept: "It says how much of the old velocity remains: m * v, to which g is "
                    + "added.",
                step: "v = momentum * v + g.")
        ) { parameters, gradients, velocities, learningRate, _ in
            step(parameters, gradients, velocities) { p, g, _ in (p - learningRate * g, g) }
        },
    ]
}

/// A step of each parameter by itself.
private func step(
    _ parameters: [Double], _ gradients: [Double], _ velocities: [Double],
    _ move: (_ p: Double, _ g: Double, _ v: Double) -> (Double, Double)
) -> MomentumState {
    let moved = parameters.indices.map { move(parameters[$0], gradients[$0], velocities[$0]) }
    return MomentumState(parameters: moved.map(\.0), velocities: moved.map(\.1))
}
