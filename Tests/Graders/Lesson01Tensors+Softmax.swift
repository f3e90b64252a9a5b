import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = TensorsCalls.softmax

extension TensorsGraders {
    static let softmax = ExerciseGrader(
        call,
        checks: [
            call.check(
                "shares", "the shares are exponentials over their sum",
                inputs: { generator in
                    let shape = lengths(2, &generator)
                    return [
                        (tensor(shape, from: -3, to: 3, &generator), axis: 1),
                        (tensor([shape[0]], from: -3, to: 3, &generator), axis: 0),
                        // What is alone has all of the share.
                        (tensor([shape[0], 1], from: -3, to: 3, &generator), axis: 1),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "axis", "the shares add up to 1 along the axis that is asked for",
                inputs: { generator in
                    (0..<3).map { axis in
                        let shape = generator.shuffled([2, 3, 2])
                        return (farApart(shape, around: 0, &generator), axis)
                    }
                },
                comparing: compareShares),
            call.check(
                "large numbers", "numbers around 1000 and -1000 give shares too",
                inputs: { generator in
                    let length = 4 + generator.index(below: 3)
                    let rows = [1000.0, -1000].map { middle in
                        farApart([1, length], around: middle, by: 300, &generator)
                    }
                    // The second: all of a row far below 0, and none far from the others.
                    let low = tensor([2, length], from: -1003, to: -1000, &generator)
                    return [(.concatenated(rows), axis: 1), (low, axis: 1)]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("the exponential of the logarithm of the softmax") { logits, axis in
                (logits - logits.logSumExp(axes: [axis], keepingAxes: true)).exponential()
            },
            call.answer("one over the sum of the exponentials of the differences") { logits, axis in
                let parts = logits.unstacked(axis: axis)
                let shares = parts.map { own in
                    1 / parts.map { ($0 - own).exponential() }.reduce(.zeros(own.shape), +)
                }
                return .stacked(shares, axis: axis)
            },
        ],
        hints: Hints(
            question: "Which numbers must add up to 1, and how far apart do they lie in the list "
                + "of all elements?",
            concept: "Neighbours along an axis lie one stride apart: the product of the lengths "
                + "behind it. For each start, gather them, subtract their largest, take the "
                + "exponentials, divide by their sum.",
            step: "Shape [2, 3], axis 0: the stride is 3. The starts are 0, 1, 2, and each sum "
                + "has the places start and start + 3. Shape [2, 3], axis 1: the stride is 1, the "
                + "starts are 0 and 3."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "exp overflows for large numbers", check: "large numbers",
            hints: Hints(
                question: "What is exp(1000) as a Double, and what is it divided by itself?",
                concept: "Above 709 the exponential is infinite. Softmax does not change if the "
                    + "same number is subtracted everywhere: subtract the largest.",
                step: "let largest = numbers.max(); then exp(number - largest): the largest "
                    + "exponential is exp(0) = 1.")
        ) { logits, axis in
            let exponentials = logits.exponential()
            return exponentials / exponentials.sum(axes: [axis], keepingAxes: true)
        },
        call.misconception(
            "you subtract the largest number of all, not of each sum", check: "large numbers",
            hints: Hints(
                question: "One row lies around 1000, another around -1000. What is left of the "
                    + "second after you subtract?",
                concept: "exp(-2000) is 0, and 0 / 0 is no number. Each sum needs its own largest.",
                step: "Take the maximum inside the loop over the sums, or along the axis.")
        ) { logits, axis in
            let exponentials = (logits - logits.maximum()).exponential()
            return exponentials / exponentials.sum(axes: [axis], keepingAxes: true)
        },
        call.misconception(
            "your shares add up along the last axis, whichever is asked for", check: "axis",
            hints: Hints(
                question: "Do you use the argument axis at all?",
                concept: "Along which axis shares add up is a question of meaning: classes "
                    + "compete, the images of a batch do not.",
                step: "The stride of the axis is logits.shape[(axis + 1)...].reduce(1, *).")
        ) { logits, _ in
            logits.softmax()
        },
        call.misconception(
            "you count the axis from the end", check: "shares",
            hints: Hints(
                question: "In [batch, class], which axis has the number 1?",
                concept: "Axes count from 0, the first one first.",
                step: "axis 1 of [2, 3] has the length 3: shape[axis], not shape[rank - 1 - "
                    + "axis].")
        ) { logits, axis in
            logits.softmax(axis: logits.rank - 1 - axis)
        },
        call.misconception(
            "all your shares together add up to 1", check: "shares",
            hints: Hints(
                question: "Two images, three classes: how many sums are there?",
                concept: "Each place on the other axes has a sum of its own.",
                step: "Put maximum and sum into the loop over the starts.")
        ) { logits, _ in
            logits.reshaped([logits.count]).softmax().reshaped(logits.shape)
        },
        call.misconception(
            "you do not divide by the sum", check: "shares",
            hints: Hints(
                question: "What do your shares of [0, 0] add up to?",
                concept: "Exponentials are positive, but they are shares only once they are "
                    + "divided by their sum.",
                step: "[0, 0]: 1 / (1 + 1) = 0.5 each.")
        ) { logits, axis in
            (logits - logits.maximum(axes: [axis], keepingAxes: true)).exponential()
        },
        call.misconception(
            "your smallest number gets the largest share", check: "shares",
            hints: Hints(
                question: "Is exp(largest - x) larger or smaller for a larger x?",
                concept: "A larger score must give a larger share: exp grows with its argument.",
                step: "Write exp(x - largest): the sign matters.")
        ) { logits, axis in
            (0 - logits).softmax(axis: axis)
        },
        call.misconception(
            "you take powers of two", check: "shares",
            hints: Hints(
                question: "Which number is raised to the power of the score?",
                concept: "exp(x) is e to the power of x, e = 2.718...; exp2 and 2 to the power of "
                    + "x give flatter shares.",
                step: "Use exp, not exp2 or pow(2, x).")
        ) { logits, axis in
            (logits * log(2)).softmax(axis: axis)
        },
    ]

    /// Numbers in random order that lie so far apart that one share is nearly 1.
    private static func farApart(
        _ shape: [Int], around middle: Double, by distance: Double = 50,
        _ generator: inout SeededGenerator
    ) -> Tensor<Double> {
        let count = shape.reduce(1, *)
        let order = generator.shuffled(Array(0..<count)).map { Double($0) }
        return Tensor(order.map { middle + distance * ($0 - Double(count) / 2) }, shape: shape)
    }

    private static func compareShares(
        _ expected: Tensor<Double>, _ got: Tensor<Double>, _ logits: Tensor<Double>, _ axis: Int
    ) -> Verdict {
        Comparison.within(1e-9)(expected, got)
            .about("shape \(logits.shape), axis \(axis)")
    }
}
