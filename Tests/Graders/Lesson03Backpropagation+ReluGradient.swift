import Curriculum
import DeepTeaching
import GraderKit

private let call = BackpropagationCalls.reluGradient

extension BackpropagationGraders {
    static let reluGradient = ExerciseGrader(
        call,
        checks: [
            call.check(
                "open and closed",
                "what was above 0 passes its gradient on, what was below does not",
                inputs: { generator in
                    let large = [[5], [3, 4], [2, 2, 3]].map { shape in
                        let signs = tensor(shape, in: -1...1, &generator)
                        let input = signs.map { $0 < 0 ? $0 - 1 : $0 + 1 }
                        return (input, upstream: tensor(shape, &generator))
                    }
                    let small = [number(0.1...0.9, &generator), number(-0.9...(-0.1), &generator)]
                    return large + [
                        (Tensor(small, shape: [2]), tensor([2], in: 1...3, &generator)),
                        // Above 0 is above 0, however little.
                        (
                            Tensor(generator.shuffled([1e-12, -1e-12, 1e-300]), shape: [3]),
                            tensor([3], in: 1...3, &generator)
                        ),
                        // One number without axes.
                        (Tensor([1.5], shape: []), tensor([], in: 1...3, &generator)),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "zero", "nothing passes where the input is exactly 0",
                inputs: { generator in
                    let input = tensor([9], in: 1...3, &generator).elements.enumerated().map {
                        $0.offset % 3 == 0 ? 0 : $0.element
                    }
                    return [
                        (
                            Tensor(generator.shuffled(input), shape: [9]),
                            upstream: tensor([9], in: 1...3, &generator)
                        )
                    ]
                },
                comparing: compareAtZero),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("a product with what the ReLU let through") { input, upstream in
                (input .> 0) * upstream
            }
        ],
        hints: Hints(
            question: "Which of the two tensors decides, and which one passes?",
            concept: "The input decides: above 0 the door is open, else closed. What passes is the "
                + "gradient that comes back, unchanged, whatever its sign.",
            step: "zip(input.elements, upstream.elements).map { x, g in x > 0 ? g : 0 }, then "
                + "Tensor(..., shape: input.shape)."))

    /// Only where the input is 0: all else is the other check's business.
    private static func compareAtZero(
        _ expected: Tensor<Double>, _ got: Tensor<Double>, _ input: Tensor<Double>,
        _ upstream: Tensor<Double>
    ) -> Verdict {
        guard got.shape == expected.shape else {
            return .wrong("the shape is \(got.shape), expected \(expected.shape)")
        }
        let zeros = input.elements.indices.filter { input.elements[$0] == 0 }
        return Comparison.within(1e-9)(
            zeros.map { expected.elements[$0] }, zeros.map { got.elements[$0] }
        ).about("where the input is 0")
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "your ReLU lets gradients pass below 0", check: "open and closed",
            hints: Hints(
                question: "max(x, 0) at x = -2: what changes if x becomes -1.9?",
                concept: "Nothing, so the slope is 0. A network of which this is forgotten trains "
                    + "as if it had no ReLU in it.",
                step: "Keep g only where the input is above 0.")
        ) { _, upstream in
            upstream
        },
        call.misconception(
            "you return the slope alone, without the gradient that comes back",
            check: "open and closed",
            hints: Hints(
                question: "What does upstream do in your function?",
                concept: "The chain rule multiplies: dL/dx = dL/dy * dy/dx. You return dy/dx.",
                step: "Multiply by upstream, or choose g where the slope is 1.")
        ) { input, _ in
            input .> 0
        },
        call.misconception(
            "you cut off negative gradients: the gradient decides, not the input",
            check: "open and closed",
            hints: Hints(
                question: "The input was 5 and the loss falls when it grows. Which sign has the "
                    + "gradient, and may it pass?",
                concept: "Gradients have both signs. Whether the door is open was decided on the "
                    + "way forward, by the input. (Cutting both is called guided backpropagation; "
                    + "it makes pictures, and no gradients.)",
                step: "x > 0 ? g : 0, where x is of input.")
        ) { _, upstream in
            upstream.relu()
        },
        call.misconception(
            "you multiply by what came out, not by the slope", check: "open and closed",
            hints: Hints(
                question: "max(x, 0) at x = 5: by how much does it change if x changes by 0.1?",
                concept: "By 0.1: the slope is 1, not 5.",
                step: "Multiply by 1 where x > 0, not by x.")
        ) { input, upstream in
            input.relu() * upstream
        },
        call.misconception(
            "your ReLU is open at exactly 0", check: "zero",
            hints: Hints(
                question: "What is the slope of max(x, 0) at 0, from the left and from the right?",
                concept: "There is none: 0 from one side, 1 from the other. A convention decides, "
                    + "and ours, PyTorch's too, is 0. It matters for zeros that come in heaps, "
                    + "such as the background of an image.",
                step: "Compare with >, not with >=.")
        ) { input, upstream in
            (input .>= 0) * upstream
        },
    ]
}
