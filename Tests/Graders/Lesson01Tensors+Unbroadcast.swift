import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension TensorsGraders {
    static let unbroadcast = ExerciseGrader(
        "unbroadcast",
        checks: [
            Check(
                "new axes", "sums over the axes that the smaller shape lacks",
                inputs: { generator in
                    let shape = lengths(3, &generator)
                    return [Array(shape.suffix(1)), Array(shape.suffix(2)), []].map { small in
                        UnbroadcastInputs(gradient: tensor(shape, &generator), shape: small)
                    }
                },
                comparing: compareGradients),
            Check(
                "stretched axes", "sums over the axes of length 1, which stay",
                inputs: { generator in
                    let shape = lengths(3, &generator)
                    let small = [
                        [shape[0], 1, shape[2]], [1, shape[1], 1], [1, 1, shape[2]],
                        [shape[1], 1],
                    ]
                    return small.map {
                        UnbroadcastInputs(gradient: tensor(shape, &generator), shape: $0)
                    }
                },
                comparing: compareGradients),
            Check(
                "unchanged", "what was not broadcast stays as it is",
                inputs: { generator in
                    let shape = lengths(2, &generator)
                    return [shape, [1] + shape, shape + [1]].map {
                        UnbroadcastInputs(gradient: tensor($0, &generator), shape: $0)
                    }
                },
                comparing: compareGradients),
        ],
        misconceptions: unbroadcastMisconceptions,
        alternatives: [answer(TensorsAlternatives.EachToItsPlace.self)],
        hints: Hints(
            question: "A bias of 3 numbers is added to 1000 pixels. At how many places does its "
                + "first number stand, and what does each of them say about it?",
            concept: "Find the axes along which the smaller tensor was repeated: those that it "
                + "lacks (they stand in front), and those where its length is 1 and the "
                + "gradient's is not. Sum over them.",
            step: "gradient [2, 4, 3], shape [4, 1]: missing = 3 - 2 = 1, so axis 0 is summed; "
                + "axis 1 meets shape[0] = 4, equal; axis 2 meets shape[1] = 1, summed. "
                + "gradient.sum(axes: [0, 2]).reshaped([4, 1])."))

    private static let unbroadcastMisconceptions = [
        Misconception(
            "you take the mean, not the sum",
            mutant: answer(TensorsMutants.MeanOfTheGradients.self), check: "new axes",
            hints: Hints(
                question: "Turn the bias up by 0.1: how many outputs change, and by how much does "
                    + "each?",
                concept: "The loss changes by each output's share, one after the other: the "
                    + "shares add up. If the loss is a mean, its gradient already holds the 1/m.",
                step: "Replace mean(axes:) by sum(axes:): two pixels with gradients 1 and 10 "
                    + "give the bias 11.")),
        Misconception(
            "you take the gradient of the first place only",
            mutant: answer(TensorsMutants.FirstOfTheGradients.self), check: "new axes",
            hints: Hints(
                question: "Does the bias influence the second pixel too?",
                concept: "A number that is used at many places gets a gradient from each of them.",
                step: "Sum over the repeated axes where you cut out their first slice.")),
        Misconception(
            "you sum over new axes, but not over those of length 1",
            mutant: answer(TensorsMutants.OnlyNewAxesSummed.self), check: "stretched axes",
            hints: Hints(
                question: "A column [4, 1] was added to [4, 3]. Has your gradient the column's "
                    + "shape?",
                concept: "A length of 1 was repeated as well: it must be summed back to 1.",
                step: "Also sum axes where shape[axis - missing] is 1 and the gradient's length "
                    + "is not.")),
        Misconception(
            "you sum over axes of length 1, but not over new ones",
            mutant: answer(TensorsMutants.OnlyStretchedAxesSummed.self), check: "new axes",
            hints: Hints(
                question: "The bias has one axis, the gradient three. What became of the others?",
                concept: "Axes that the smaller shape lacks stand in front, and were repeated "
                    + "from nothing: they vanish again.",
                step: "missing = gradient.rank - shape.count: sum over the axes 0..<missing too.")),
        Misconception(
            "the axes that you sum vanish where length 1 should stay",
            mutant: answer(TensorsMutants.SummedAxesVanish.self), check: "stretched axes",
            hints: Hints(
                question: "Which shape must the gradient of a [1, 3] have?",
                concept: "A gradient has the shape of what it belongs to, or an update could not "
                    + "subtract it.",
                step: "Finish with .reshaped(shape): the numbers are right already.")),
        Misconception(
            "you look for the missing axes at the end",
            mutant: answer(TensorsMutants.NewAxesAtTheEnd.self), check: "new axes",
            hints: Hints(
                question: "[3] was broadcast to [2, 3]. Which axis is new, the first or the last?",
                concept: "Broadcasting aligns at the last axis, so new axes stand in front.",
                step: "Axis d of the gradient meets axis d - missing of the shape.")),
        Misconception(
            "a single number gets the whole gradient, not its sum",
            mutant: answer(TensorsMutants.NoAxesNoSum.self), check: "new axes",
            hints: Hints(
                question: "One number was added to a whole image. Which shape has its gradient?",
                concept: "The shape [] is that of a single number. It was repeated along every "
                    + "axis, so all of them are summed.",
                step: "An empty shape needs no case of its own: missing is the gradient's rank, "
                    + "and every axis is one of the new ones.")),
        Misconception(
            "where nothing was repeated you sum everything",
            mutant: answer(TensorsMutants.NoAxesMeansAll.self), check: "unchanged",
            hints: Hints(
                question: "The shapes are equal. Over which axes do you sum?",
                concept: "No axes means no sum. Some libraries read an empty list of axes as all "
                    + "of them.",
                step: "If no axis was repeated, return the gradient as it is.")),
    ]

    private static func compareGradients(
        _ inputs: UnbroadcastInputs, _ expected: Tensor<Double>, _ got: Tensor<Double>
    ) -> Verdict {
        Comparison.within(1e-9)(expected, got)
            .about("from \(inputs.gradient.shape) back to \(inputs.shape)")
    }
}
