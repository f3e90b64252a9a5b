import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = BackpropagationCalls.sumGradient

extension BackpropagationGraders {
    static let sumGradient = ExerciseGrader(
        call,
        checks: [
            call.check(
                "down the columns", "axis 0: an element gets the gradient of its column's sum",
                inputs: { generator in sums(axis: 0, &generator) },
                compare: Comparison.within(1e-9)),
            call.check(
                "along the rows", "axis 1: an element gets the gradient of its row's sum",
                inputs: { generator in sums(axis: 1, &generator) },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("broadcasting does it: `[1, columns]` or `[rows, 1]` repeated") {
                upstream, shape, axis in
                upstream.insertingAxis(at: axis).broadcast(to: shape)
            }
        ],
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
    ) -> [(Tensor<Double>, [Int], Int)] {
        [[3, 3], [2 + generator.index(below: 2), 5]].map { shape in
            (upstream: tensor([shape[1 - axis]], &generator), shape: shape, axis: axis)
        }
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you share the gradient out: that is the gradient of a mean", check: "down the columns",
            hints: Hints(
                question: "s = a + b + c. If a grows by 1, by how much does s grow?",
                concept: "By 1, not by a third. Each part moves the sum as far as itself; only a "
                    + "mean divides.",
                step: "Leave out the division.")
        ) { upstream, shape, axis in
            try BackpropagationSolution.sumGradient(upstream: upstream, shape: shape, axis: axis)
                / Double(shape[axis])
        },
        call.misconception(
            "you return ones, without the gradient that comes back", check: "down the columns",
            hints: Hints(
                question: "What does upstream do in your function?",
                concept: "1 is the slope ds/dx. The chain rule multiplies it by dL/ds.",
                step: "Put the gradient of its own sum into each element.")
        ) { _, shape, _ in
            .ones(shape)
        },
        call.misconception(
            "each element gets the gradients of all sums together", check: "down the columns",
            hints: Hints(
                question: "In how many of the sums does one element stand?",
                concept: "In one. The other sums do not change when it changes.",
                step: "upstream[axis == 0 ? column : row], nothing added up.")
        ) { upstream, shape, _ in
            Tensor(repeating: upstream.sum().scalar, shape: shape)
        },
        call.misconception(
            "you lay the gradient along each row, whichever axis was added up",
            check: "along the rows",
            hints: Hints(
                question: "Along axis 1 the columns vanish. How many sums are left: one for each "
                    + "row, or one for each column?",
                concept: "One for each row; all elements of a row then share one number. With a "
                    + "square matrix the shapes do not warn you.",
                step: "For axis 1: gradient[row, column] = upstream[row].")
        ) { upstream, shape, _ in
            laid(upstream, shape) { _, column in column }
        },
        call.misconception(
            "you lay the gradient down each column, whichever axis was added up",
            check: "down the columns",
            hints: Hints(
                question: "Along axis 0 the rows vanish. How many sums are left: one for each row, "
                    + "or one for each column?",
                concept: "One for each column; all elements of a column then share one number.",
                step: "For axis 0: gradient[row, column] = upstream[column].")
        ) { upstream, shape, _ in
            laid(upstream, shape) { row, _ in row }
        },
        call.misconception(
            "rows and columns are mixed up", check: "down the columns",
            hints: Hints(
                question: "Which axis vanishes when you add up along axis 0?",
                concept: "Axis 0 itself: the index of the row vanishes, that of the column stays.",
                step: "upstream[axis == 0 ? column : row].")
        ) { upstream, shape, axis in
            laid(upstream, shape) { row, column in axis == 0 ? row : column }
        },
    ]
}

/// A matrix whose elements stand somewhere in a vector; too far counts from the beginning.
private func laid(
    _ vector: Tensor<Double>, _ shape: [Int], place: (Int, Int) -> Int
) -> Tensor<Double> {
    let elements = (0..<shape[0]).flatMap { row in
        (0..<shape[1]).map { column in vector[place(row, column) % vector.count] }
    }
    return Tensor(elements, shape: shape)
}
