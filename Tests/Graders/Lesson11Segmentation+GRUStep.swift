import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = SegmentationCalls.gruStep

extension SegmentationGraders {
    static let gruStep = ExerciseGrader(
        call,
        checks: [
            call.check(
                "forget nothing", "where z is 1 the state stays, where z is 0 it is new",
                inputs: { generator in
                    // A bias of 40 is a gate of 1, one of -40 a gate of 0.
                    [
                        step(batch: 2, hidden: 3, ofZ: 40, &generator),
                        step(batch: 1, hidden: 2, ofZ: -40, &generator),
                    ]
                }, compare: compare),
            call.check(
                "new state", "the input alone decides, where the last state says nothing",
                inputs: { generator in
                    var inputs = step(batch: 2, hidden: 2, &generator)
                    inputs.weights.recurrent = .zeros([2, 6])
                    inputs.weights.recurrentBias = .zeros([6])
                    return [inputs]
                }, compare: compare),
            call.check(
                "reset", "r is multiplied with what the last state says to n, bias included",
                inputs: { generator in
                    [
                        step(batch: 1, hidden: 1, &generator),
                        step(batch: 3, hidden: 4, &generator),
                    ]
                }, compare: compare),
        ],
        misconceptions: stepMisconceptions,
        alternatives: [
            call.answer("number by number") { input, state, weights in
                let (batch, hidden) = (state.shape[0], state.shape[1])
                var next = state
                for b in 0..<batch {
                    func share(_ vector: Tensor<Double>, _ matrix: Tensor<Double>, _ column: Int)
                        -> Double
                    {
                        (0..<matrix.shape[0]).reduce(0) { $0 + vector[b, $1] * matrix[$1, column] }
                    }
                    for j in 0..<hidden {
                        let s = (0..<3).map {
                            share(input, weights.input, $0 * hidden + j)
                                + weights.inputBias[$0 * hidden + j]
                        }
                        let m = (0..<3).map {
                            share(state, weights.recurrent, $0 * hidden + j)
                                + weights.recurrentBias[$0 * hidden + j]
                        }
                        let gates = Tensor<Double>([s[0] + m[0], s[1] + m[1]], shape: [2]).sigmoid()
                        let n = Tensor<Double>([s[2] + gates[0] * m[2]], shape: [1])
                            .hyperbolicTangent()[0]
                        next[b, j] = n + gates[1] * (state[b, j] - n)
                    }
                }
                return next
            }
        ],
        hints: Hints(
            question: "How many numbers do s and m have for each sample, and which of them are "
                + "r's?",
            concept: "Two products give what input and state say to all three gates at once. The "
                + "gates are then made number by number: r and z are sigmoids, n is a hyperbolic "
                + "tangent, and z mixes n with the last state.",
            step: "s = input.matrixProduct(weights.input) + weights.inputBias; the columns of r "
                + "are s.slice(0..<hidden, axis: 1), those of z follow, then those of n."))

    private static let stepMisconceptions = [
        call.misconception(
            "z and 1 - z are swapped", check: "forget nothing",
            hints: Hints(
                question: "A gate z of 1: should the state stay or be new?",
                concept: "It stays. Other texts write it the other way round; both learn as well, "
                    + "but weights that were learnt with one mean the opposite in the other.",
                step: "(1 - z) * n + z * state.")
        ) { input, state, weights in
            let gates = Gates(input, state, weights)
            return gates.z * gates.n + (1 - gates.z) * state
        },
        call.misconception(
            "the new content is added, and nothing is forgotten", check: "forget nothing",
            hints: Hints(
                question: "z is 0. What should be left of the last state?",
                concept: "Nothing. The two shares add up to 1, so the state cannot grow without "
                    + "end.",
                step: "The last state counts z times: (1 - z) * n + z * state.")
        ) { input, state, weights in
            let gates = Gates(input, state, weights)
            return (1 - gates.z) * gates.n + state
        },
        call.misconception(
            "the new content is a sigmoid", check: "new state",
            hints: Hints(
                question: "Can your state become negative?",
                concept: "Gates are shares from 0 to 1, so they are sigmoids. Content goes from -1 "
                    + "to 1: a hyperbolic tangent.",
                step: "n = (s_n + r * m_n).hyperbolicTangent().")
        ) { input, state, weights in
            let gates = Gates(input, state, weights)
            let n = (gates.s[2] + gates.r * gates.m[2]).sigmoid()
            return (1 - gates.z) * n + gates.z * state
        },
        call.misconception(
            "the bias of the input is missing", check: "new state",
            hints: Hints(
                question: "The input is 0: what does it say to the gates?",
                concept: "Each gate has a preference of its own, whatever is seen.",
                step: "input.matrixProduct(weights.input) + weights.inputBias.")
        ) { input, state, weights in
            var weights = weights
            weights.inputBias = .zeros(weights.inputBias.shape)
            return try SegmentationSolution.gruStep(input, state: state, weights: weights)
        },
        call.misconception(
            "the gates stand in the order z, r, n", check: "reset",
            hints: Hints(
                question: "Whose columns are the first ones?",
                concept: "r's, then z's, then n's, as PyTorch has them. Nothing in the weights "
                    + "says so: a file of weights is worth nothing without its order.",
                step: "r is gate 0, z is gate 1.")
        ) { input, state, weights in
            let gates = Gates(input, state, weights)
            let n = (gates.s[2] + gates.z * gates.m[2]).hyperbolicTangent()
            return (1 - gates.r) * n + gates.r * state
        },
        call.misconception(
            "r is multiplied with the state before the product", check: "reset",
            hints: Hints(
                question: "Is r * (h U + b) the same as (r * h) U + b?",
                concept: "No. The first paper has the second form, PyTorch and this course the "
                    + "first: it needs one product for all gates.",
                step: "m first, for all three gates; then r * m_n.")
        ) { input, state, weights in
            let gates = Gates(input, state, weights)
            let hidden = state.shape[1]
            let m =
                (gates.r * state).matrixProduct(weights.recurrent) + weights.recurrentBias
            let n = (gates.s[2] + m.slice(2 * hidden..<3 * hidden, axis: 1)).hyperbolicTangent()
            return (1 - gates.z) * n + gates.z * state
        },
        call.misconception(
            "the new content does not see the last state", check: "reset",
            hints: Hints(
                question: "r is 1: what does n depend on?",
                concept: "On the input and on the whole state. Without m_n the unit could only "
                    + "keep or replace, never combine.",
                step: "s_n + r * m_n.")
        ) { input, state, weights in
            let gates = Gates(input, state, weights)
            return (1 - gates.z) * gates.s[2].hyperbolicTangent() + gates.z * state
        },
        call.misconception(
            "r multiplies the input's share too", check: "reset",
            hints: Hints(
                question: "What does r shut out: the input or the past?",
                concept: "The past only. With r = 0 the unit begins anew, with what it sees.",
                step: "s_n + r * m_n, not r * (s_n + m_n).")
        ) { input, state, weights in
            let gates = Gates(input, state, weights)
            let n = (gates.r * (gates.s[2] + gates.m[2])).hyperbolicTangent()
            return (1 - gates.z) * n + gates.z * state
        },
    ]

    /// The shares of input and state for each gate, and the gates.
    private struct Gates {
        let s, m: [Tensor<Double>]

        var r: Tensor<Double> { (s[0] + m[0]).sigmoid() }
        var z: Tensor<Double> { (s[1] + m[1]).sigmoid() }
        var n: Tensor<Double> { (s[2] + r * m[2]).hyperbolicTangent() }

        init(_ input: Tensor<Double>, _ state: Tensor<Double>, _ weights: GateWeights) {
            let hidden = state.shape[1]
            func parts(_ shares: Tensor<Double>) -> [Tensor<Double>] {
                (0..<3).map { shares.slice($0 * hidden..<($0 + 1) * hidden, axis: 1) }
            }
            s = parts(input.matrixProduct(weights.input) + weights.inputBias)
            m = parts(state.matrixProduct(weights.recurrent) + weights.recurrentBias)
        }
    }

    /// A step of a unit that sees two numbers; `ofZ` shuts or opens z.
    private static func step(
        batch: Int, hidden: Int, ofZ: Double = 0, _ generator: inout SeededGenerator
    ) -> (input: Tensor<Double>, state: Tensor<Double>, weights: GateWeights) {
        let width = 3 * hidden
        var bias = generator.tensor([width], from: 0.3, to: 1)
        if ofZ != 0 { for column in hidden..<2 * hidden { bias[column] = ofZ } }
        return (
            generator.tensor([batch, 2], from: 0.5, to: 1.5),
            generator.tensor([batch, hidden], from: 0.3, to: 1),
            GateWeights(
                input: generator.tensor([2, width]),
                recurrent: generator.tensor([hidden, width], from: 0.3, to: 1),
                inputBias: bias, recurrentBias: generator.tensor([width], from: -0.9, to: -0.4))
        )
    }
}
