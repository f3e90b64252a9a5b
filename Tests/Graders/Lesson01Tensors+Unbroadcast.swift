import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TensorsCalls.unbroadcast

extension TensorsGraders {
    static let unbroadcast = ExerciseGrader(
        call,
        checks: [
            call.check(
                "new axes", "sums over the axes that the smaller shape lacks",
                inputs: { generator in
                    let shape = lengths(3, &generator)
                    return [Array(shape.suffix(1)), Array(shape.suffix(2)), []].map { small in
                        (tensor(shape, &generator), small)
                    } + squares(&generator) + [
                        // As many numbers, but an axis less.
                        (tensor([1, shape[0]], &generator), [shape[0]])
                    ]
                },
                comparing: compareGradients),
            call.check(
                "stretched axes", "sums over the axes of length 1, which stay",
                inputs: { generator in
                    let shape = lengths(3, &generator)
                    let small = [
                        [shape[0], 1, shape[2]], [1, shape[1], 1], [1, 1, shape[2]],
                        [shape[1], 1],
                    ]
                    return small.map { (tensor(shape, &generator), $0) }
                },
                comparing: compareGradients),
            call.check(
                "unchanged", "what was not broadcast stays as it is",
                inputs: { generator in
                    let shape = lengths(2, &generator)
                    return [shape, [1] + shape, shape + [1]].map {
                        (tensor($0, &generator), $0)
                    }
                },
                comparing: compareGradients),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("adds each number of the gradient to the place that it came from") {
                gradient, shape in
                var sums = [Double](repeating: 0, count: shape.reduce(1, *))
                for (place, value) in gradient.elements.enumerated() {
                    var (rest, target, stride) = (place, 0, 1)
                    for back in 1..<shape.count + 1 {
                        let length = gradient.shape[gradient.rank - back]
                        let own = shape[shape.count - back]
                        if own != 1 { target += rest % length * stride }
                        (rest, stride) = (rest / length, stride * own)
                    }
                    sums[target] += value
                }
                return Tensor(sums, shape: shape)
            }
        ],
        hints: Hints(
            question: "A bias of 3 numbers is added to 1000 pixels. At how many places does its "
                + "first number stand, and what does each of them say about it?",
            concept: "Find the axes along which the smaller tensor was repeated: those that it "
                + "lacks (they stand in front), and those where its length is 1 and the "
                + "gradient's is not. Sum over them.",
            step: "gradient [2, 4, 3], shape [4, 1]: missing = 3 - 2 = 1, so axis 0 is summed; "
                + "axis 1 meets shape[0] = 4, equal; axis 2 meets shape[1] = 1, summed. "
                + "gradient.sum(axes: [0, 2]).reshaped([4, 1])."))

    /// Axes of the same length: only where they stand tells which of them is new.
    private static func squares(
        _ generator: inout SeededGenerator
    ) -> [(Tensor<Double>, [Int])] {
        let side = 2 + generator.index(below: 3)
        return [[side], [side, side]].map { small in
            (tensor(small + [side], &generator), small)
        }
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you take the mean, not the sum", check: "new axes",
            hints: Hints(
                question: "Turn the bias up by 0.1: how many outputs change, and by how much does "
                    + "each?",
                concept: "The loss changes by each output's share, one after the other: the "
                    + "shares add up. If the loss is a mean, its gradient already holds the 1/m.",
                step: "Replace mean(axes:) by sum(axes:): two pixels with gradients 1 and 10 "
                    + "give the bias 11.")
        ) { gradient, shape in
            let sum = try TensorsSolution.unbroadcast(gradient, to: shape)
            return sum / (Double(gradient.count) / Double(sum.count))
        },
        call.misconception(
            "you take the gradient of the first place only", check: "new axes",
            hints: Hints(
                question: "Does the bias influence the second pixel too?",
                concept: "A number that is used at many places gets a gradient from each of them.",
                step: "Sum over the repeated axes where you cut out their first slice.")
        ) { gradient, shape in
            repeatedAxes(gradient.shape, shape).reduce(gradient) { $0.slice(0..<1, axis: $1) }
                .reshaped(shape)
        },
        call.misconception(
            "you sum over new axes, but not over those of length 1", check: "stretched axes",
            hints: Hints(
                question: "A column [4, 1] was added to [4, 3]. Has your gradient the column's "
                    + "shape?",
                concept: "A length of 1 was repeated as well: it must be summed back to 1.",
                step: "Also sum axes where shape[axis - missing] is 1 and the gradient's length "
                    + "is not.")
        ) { gradient, shape in
            gradient.sum(axes: Array(0..<gradient.rank - shape.count))
        },
        call.misconception(
            "you sum over axes of length 1, but not over new ones", check: "new axes",
            hints: Hints(
                question: "The bias has one axis, the gradient three. What became of the others?",
                concept: "Axes that the smaller shape lacks stand in front, and were repeated "
                    + "from nothing: they vanish again.",
                step: "missing = gradient.rank - shape.count: sum over the axes 0..<missing too.")
        ) { gradient, shape in
            let missing = gradient.rank - shape.count
            let axes = repeatedAxes(gradient.shape, shape).filter { $0 >= missing }
            return gradient.sum(axes: axes, keepingAxes: true)
        },
        call.misconception(
            "the axes that you sum vanish where length 1 should stay", check: "stretched axes",
            hints: Hints(
                question: "Which shape must the gradient of a [1, 3] have?",
                concept: "A gradient has the shape of what it belongs to, or an update could not "
                    + "subtract it.",
                step: "Finish with .reshaped(shape): the numbers are right already.")
        ) { gradient, shape in
            gradient.sum(axes: repeatedAxes(gradient.shape, shape))
        },
        call.misconception(
            "you look for the missing axes at the end", check: "new axes",
            hints: Hints(
                question: "[3] was broadcast to [2, 3]. Which axis is new, the first or the last?",
                concept: "Broadcasting aligns at the last axis, so new axes stand in front.",
                step: "Axis d of the gradient meets axis d - missing of the shape.")
        ) { gradient, shape in
            let axes = gradient.shape.indices.filter { axis in
                axis >= shape.count || shape[axis] != gradient.shape[axis]
            }
            let sum = gradient.sum(axes: axes)
            return sum.count == shape.reduce(1, *) ? sum.reshaped(shape) : sum
        },
        call.misconception(
            "a single number gets the whole gradient, not its sum", check: "new axes",
            hints: Hints(
                question: "One number was added to a whole image. Which shape has its gradient?",
                concept: "The shape [] is that of a single number. It was repeated along every "
                    + "axis, so all of them are summed.",
                step: "An empty shape needs no case of its own: missing is the gradient's rank, "
                    + "and every axis is one of the new ones.")
        ) { gradient, shape in
            shape.isEmpty ? gradient : try TensorsSolution.unbroadcast(gradient, to: shape)
        },
        call.misconception(
            "where nothing was repeated you sum everything", check: "unchanged",
            hints: Hints(
                question: "The shapes are equal. Over which axes do you sum?",
                concept: "No axes means no sum. Some libraries read an empty list of axes as all "
                    + "of them.",
                step: "If no axis was repeated, return the gradient as it is.")
        ) { gradient, shape in
            repeatedAxes(gradient.shape, shape).isEmpty
                ? gradient.sum().broadcast(to: shape)
                : try TensorsSolution.unbroadcast(gradient, to: shape)
        },
    ]

    private static func compareGradients(
        _ expected: Tensor<Double>, _ got: Tensor<Double>, _ gradient: Tensor<Double>,
        _ shape: [Int]
    ) -> Verdict {
        Comparison.within(1e-9)(expected, got)
            .about("from \(gradient.shape) back to \(shape)")
    }
}

private func repeatedAxes(_ large: [Int], _ small: [Int]) -> [Int] {
    let missing = large.count - small.count
    return large.indices.filter { $0 < missing || small[$0 - missing] != large[$0] }
}
