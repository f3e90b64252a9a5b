import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension TensorsGraders {
    static let softmax = ExerciseGrader(
        "softmax",
        checks: [
            Check(
                "shares", "the shares are exponentials over their sum",
                inputs: { generator in
                    let shape = lengths(2, &generator)
                    return [
                        SoftmaxInputs(logits: tensor(shape, from: -3, to: 3, &generator), axis: 1),
                        SoftmaxInputs(
                            logits: tensor([shape[0]], from: -3, to: 3, &generator), axis: 0),
                    ]
                },
                compare: Comparison.within(1e-9)),
            Check(
                "axis", "the shares add up to 1 along the axis that is asked for",
                inputs: { generator in
                    (0..<3).map { axis in
                        let shape = generator.shuffled([2, 3, 2])
                        return SoftmaxInputs(
                            logits: farApart(shape, around: 0, &generator), axis: axis)
                    }
                },
                comparing: compareShares),
            Check(
                "large numbers", "numbers around 1000 and -1000 give shares too",
                inputs: { generator in
                    let length = lengths(1, &generator)[0]
                    let rows = [1000.0, -1000].map { middle in
                        farApart([1, length], around: middle, &generator)
                    }
                    return [SoftmaxInputs(logits: .concatenated(rows), axis: 1)]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: softmaxMisconceptions,
        alternatives: [
            answer(TensorsAlternatives.ThroughTheLogarithm.self),
            answer(TensorsAlternatives.DifferencesToAll.self),
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

    private static let softmaxMisconceptions = [
        Misconception(
            "exp overflows for large numbers",
            mutant: answer(TensorsMutants.SoftmaxOverflows.self), check: "large numbers",
            hints: Hints(
                question: "What is exp(1000) as a Double, and what is it divided by itself?",
                concept: "Above 709 the exponential is infinite. Softmax does not change if the "
                    + "same number is subtracted everywhere: subtract the largest.",
                step: "let largest = numbers.max(); then exp(number - largest): the largest "
                    + "exponential is exp(0) = 1.")),
        Misconception(
            "you subtract the largest number of all, not of each sum",
            mutant: answer(TensorsMutants.LargestOfAll.self), check: "large numbers",
            hints: Hints(
                question: "One row lies around 1000, another around -1000. What is left of the "
                    + "second after you subtract?",
                concept: "exp(-2000) is 0, and 0 / 0 is no number. Each sum needs its own largest.",
                step: "Take the maximum inside the loop over the sums, or along the axis.")),
        Misconception(
            "your shares add up along the last axis, whichever is asked for",
            mutant: answer(TensorsMutants.LastAxisAlways.self), check: "axis",
            hints: Hints(
                question: "Do you use the argument axis at all?",
                concept: "Along which axis shares add up is a question of meaning: classes "
                    + "compete, the images of a batch do not.",
                step: "The stride of the axis is logits.shape[(axis + 1)...].reduce(1, *).")),
        Misconception(
            "you count the axis from the end",
            mutant: answer(TensorsMutants.AxisFromTheEnd.self), check: "shares",
            hints: Hints(
                question: "In [batch, class], which axis has the number 1?",
                concept: "Axes count from 0, the first one first.",
                step: "axis 1 of [2, 3] has the length 3: shape[axis], not shape[rank - 1 - "
                    + "axis].")),
        Misconception(
            "all your shares together add up to 1",
            mutant: answer(TensorsMutants.SumOverEverything.self), check: "shares",
            hints: Hints(
                question: "Two images, three classes: how many sums are there?",
                concept: "Each place on the other axes has a sum of its own.",
                step: "Put maximum and sum into the loop over the starts.")),
        Misconception(
            "you do not divide by the sum",
            mutant: answer(TensorsMutants.SumForgotten.self), check: "shares",
            hints: Hints(
                question: "What do your shares of [0, 0] add up to?",
                concept: "Exponentials are positive, but they are shares only once they are "
                    + "divided by their sum.",
                step: "[0, 0]: 1 / (1 + 1) = 0.5 each.")),
        Misconception(
            "your smallest number gets the largest share",
            mutant: answer(TensorsMutants.SmallestWins.self), check: "shares",
            hints: Hints(
                question: "Is exp(largest - x) larger or smaller for a larger x?",
                concept: "A larger score must give a larger share: exp grows with its argument.",
                step: "Write exp(x - largest): the sign matters.")),
        Misconception(
            "you take powers of two",
            mutant: answer(TensorsMutants.PowersOfTwo.self), check: "shares",
            hints: Hints(
                question: "Which number is raised to the power of the score?",
                concept: "exp(x) is e to the power of x, e = 2.718...; exp2 and 2 to the power of "
                    + "x give flatter shares.",
                step: "Use exp, not exp2 or pow(2, x).")),
    ]

    /// Numbers in random order that lie 50 or more apart, so that one share is nearly 1.
    private static func farApart(
        _ shape: [Int], around middle: Double, _ generator: inout SeededGenerator
    ) -> Tensor<Double> {
        let count = shape.reduce(1, *)
        let order = generator.shuffled(Array(0..<count)).map { Double($0) }
        return Tensor(order.map { middle + 50 * ($0 - Double(count) / 2) }, shape: shape)
    }

    private static func compareShares(
        _ inputs: SoftmaxInputs, _ expected: Tensor<Double>, _ got: Tensor<Double>
    ) -> Verdict {
        Comparison.within(1e-9)(expected, got)
            .about("shape \(inputs.logits.shape), axis \(inputs.axis)")
    }
}
