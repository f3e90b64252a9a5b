import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension BackpropagationGraders {
    static let reluGradient = ExerciseGrader(
        "reluGradient",
        checks: [
            Check(
                "open and closed",
                "what was above 0 passes its gradient on, what was below does not",
                inputs: { generator in
                    [[5], [3, 4], [2, 2, 3]].map { shape in
                        let signs = tensor(shape, in: -1...1, &generator)
                        return ReluGradientInputs(
                            input: signs.map { $0 < 0 ? $0 - 1 : $0 + 1 },
                            upstream: tensor(shape, &generator))
                    }
                },
                compare: Comparison.within(1e-9)),
            Check(
                "zero", "nothing passes where the input is exactly 0",
                inputs: { generator in
                    let input = tensor([9], in: 1...3, &generator).elements.enumerated().map {
                        $0.offset % 3 == 0 ? 0 : $0.element
                    }
                    return [
                        ReluGradientInputs(
                            input: Tensor(generator.shuffled(input), shape: [9]),
                            upstream: tensor([9], in: 1...3, &generator))
                    ]
                },
                comparing: compareAtZero),
        ],
        misconceptions: reluGradientMisconceptions,
        alternatives: [answer(BackpropagationAlternatives.MaskTimesGradient.self)],
        hints: Hints(
            question: "Which of the two tensors decides, and which one passes?",
            concept: "The input decides: above 0 the door is open, else closed. What passes is the "
                + "gradient that comes back, unchanged, whatever its sign.",
            step: "zip(input.elements, upstream.elements).map { x, g in x > 0 ? g : 0 }, then "
                + "Tensor(..., shape: input.shape)."))

    /// Only where the input is 0: all else is the other check's business.
    private static func compareAtZero(
        _ inputs: ReluGradientInputs, _ expected: Tensor<Double>, _ got: Tensor<Double>
    ) -> Verdict {
        guard got.shape == expected.shape else {
            return .wrong("the shape is \(got.shape), expected \(expected.shape)")
        }
        let zeros = inputs.input.elements.indices.filter { inputs.input.elements[$0] == 0 }
        return Comparison.within(1e-9)(
            zeros.map { expected.elements[$0] }, zeros.map { got.elements[$0] }
        ).about("where the input is 0")
    }

    private static let reluGradientMisconceptions = [
        Misconception(
            "your ReLU lets gradients pass below 0",
            mutant: answer(BackpropagationMutants.ReluPassesBelowZero.self),
            check: "open and closed",
            hints: Hints(
                question: "max(x, 0) at x = -2: what changes if x becomes -1.9?",
                concept: "Nothing, so the slope is 0. A network of which this is forgotten trains "
                    + "as if it had no ReLU in it.",
                step: "Keep g only where the input is above 0.")),
        Misconception(
            "you return the slope alone, without the gradient that comes back",
            mutant: answer(BackpropagationMutants.ReluSlopeAlone.self), check: "open and closed",
            hints: Hints(
                question: "What does upstream do in your function?",
                concept: "The chain rule multiplies: dL/dx = dL/dy * dy/dx. You return dy/dx.",
                step: "Multiply by upstream, or choose g where the slope is 1.")),
        Misconception(
            "you cut off negative gradients: the gradient decides, not the input",
            mutant: answer(BackpropagationMutants.ReluOfTheGradient.self),
            check: "open and closed",
            hints: Hints(
                question: "The input was 5 and the loss falls when it grows. Which sign has the "
                    + "gradient, and may it pass?",
                concept: "Gradients have both signs. Whether the door is open was decided on the "
                    + "way forward, by the input. (Cutting both is called guided backpropagation; "
                    + "it makes pictures, and no gradients.)",
                step: "x > 0 ? g : 0, where x is of input.")),
        Misconception(
            "you multiply by what came out, not by the slope",
            mutant: answer(BackpropagationMutants.ReluValueForSlope.self),
            check: "open and closed",
            hints: Hints(
                question: "max(x, 0) at x = 5: by how much does it change if x changes by 0.1?",
                concept: "By 0.1: the slope is 1, not 5.",
                step: "Multiply by 1 where x > 0, not by x.")),
        Misconception(
            "your ReLU is open at exactly 0",
            mutant: answer(BackpropagationMutants.ReluOpenAtZero.self), check: "zero",
            hints: Hints(
                question: "What is the slope of max(x, 0) at 0, from the left and from the right?",
                concept: "There is none: 0 from one side, 1 from the other. A convention decides, "
                    + "and ours, PyTorch's too, is 0. It matters for zeros that come in heaps, "
                    + "such as the background of an image.",
                step: "Compare with >, not with >=.")),
    ]

    static let sumGradient = ExerciseGrader(
        "sumGradient",
        checks: [
            Check(
                "down the columns", "axis 0: an element gets the gradient of its column's sum",
                inputs: { generator in sums(axis: 0, &generator) },
                compare: Comparison.within(1e-9)),
            Check(
                "along the rows", "axis 1: an element gets the gradient of its row's sum",
                inputs: { generator in sums(axis: 1, &generator) },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: sumGradientMisconceptions,
        alternatives: [answer(BackpropagationAlternatives.BroadcastGradient.self)],
        hints: Hints(
            question: "In which sum does the element in row i and column j stand?",
            concept: "Added up along axis 0, the rows vanish and there is one sum for each column: "
                + "element [i, j] stands in sum j. Along axis 1 it stands in sum i. Its slope is "
                + "1.",
            step: "Two loops: gradient[row, column] = upstream[axis == 0 ? column : row], "
                + "beginning with Tensor<Double>.zeros(shape)."))

    /// A square matrix, where both axes fit, and one that is not square.
    private static func sums(
        axis: Int, _ generator: inout SeededGenerator
    ) -> [SumGradientInputs] {
        [[3, 3], [2 + generator.index(below: 2), 5]].map { shape in
            SumGradientInputs(
                upstream: tensor([shape[1 - axis]], &generator), shape: shape, axis: axis)
        }
    }

    private static let sumGradientMisconceptions = [
        Misconception(
            "you share the gradient out: that is the gradient of a mean",
            mutant: answer(BackpropagationMutants.SharedOut.self), check: "down the columns",
            hints: Hints(
                question: "s = a + b + c. If a grows by 1, by how much does s grow?",
                concept: "By 1, not by a third. Each part moves the sum as far as itself; only a "
                    + "mean divides.",
                step: "Leave out the division.")),
        Misconception(
            "you return ones, without the gradient that comes back",
            mutant: answer(BackpropagationMutants.OnesForAll.self), check: "down the columns",
            hints: Hints(
                question: "What does upstream do in your function?",
                concept: "1 is the slope ds/dx. The chain rule multiplies it by dL/ds.",
                step: "Put the gradient of its own sum into each element.")),
        Misconception(
            "each element gets the gradients of all sums together",
            mutant: answer(BackpropagationMutants.AllSumsForAll.self), check: "down the columns",
            hints: Hints(
                question: "In how many of the sums does one element stand?",
                concept: "In one. The other sums do not change when it changes.",
                step: "upstream[axis == 0 ? column : row], nothing added up.")),
        Misconception(
            "you lay the gradient along each row, whichever axis was added up",
            mutant: answer(BackpropagationMutants.AlwaysAlongRows.self), check: "along the rows",
            hints: Hints(
                question: "Along axis 1 the columns vanish. How many sums are left: one for each "
                    + "row, or one for each column?",
                concept: "One for each row; all elements of a row then share one number. With a "
                    + "square matrix the shapes do not warn you.",
                step: "For axis 1: gradient[row, column] = upstream[row].")),
        Misconception(
            "you lay the gradient down each column, whichever axis was added up",
            mutant: answer(BackpropagationMutants.AlwaysDownColumns.self),
            check: "down the columns",
            hints: Hints(
                question: "Along axis 0 the rows vanish. How many sums are left: one for each row, "
                    + "or one for each column?",
                concept: "One for each column; all elements of a column then share one number.",
                step: "For axis 0: gradient[row, column] = upstream[column].")),
        Misconception(
            "rows and columns are mixed up",
            mutant: answer(BackpropagationMutants.AxesMixedUp.self), check: "down the columns",
            hints: Hints(
                question: "Which axis vanishes when you add up along axis 0?",
                concept: "Axis 0 itself: the index of the row vanishes, that of the column stays.",
                step: "upstream[axis == 0 ? column : row].")),
    ]
}
