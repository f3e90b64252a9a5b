import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension BackpropagationGraders {
    static let denseGradients = ExerciseGrader(
        "denseGradients",
        checks: [
            Check(
                "input", "dL/dX = G W^T", inputs: { generator in layers(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.input, got.input).about("dL/dX")
                }),
            Check(
                "weights", "dL/dW = X^T G", inputs: { generator in layers(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.weights, got.weights).about("dL/dW")
                }),
            Check(
                "bias", "dL/db is the sum of the rows of G",
                inputs: { generator in layers(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.bias, got.bias).about("dL/db")
                }),
        ],
        misconceptions: denseGradientsMisconceptions,
        alternatives: [answer(BackpropagationAlternatives.SampleBySample.self)],
        hints: Hints(
            question: "Write the shape of each factor beside it. Which product gives the shape of "
                + "W?",
            concept: "X is [batch, inputs], G is [batch, outputs], W is [inputs, outputs]. Only "
                + "X^T G is [inputs, outputs], only G W^T is [batch, inputs]. The bias was added "
                + "to each row, so it collects from each row.",
            step: "input: upstream.matrixProduct(weights.transposed()); weights: "
                + "input.transposed().matrixProduct(upstream); bias: upstream.sum(axes: [0])."))

    /// A square layer on a square batch, where all products have a shape that fits; one that is not
    /// square; and a batch of one sample.
    private static func layers(_ generator: inout SeededGenerator) -> [DenseGradientsInputs] {
        [(3, 3, 3), (4 + generator.index(below: 3), 3, 2), (1, 2, 4)].map {
            batch, inputs, outputs in
            DenseGradientsInputs(
                input: tensor([batch, inputs], &generator),
                weights: tensor([inputs, outputs], &generator),
                upstream: tensor([batch, outputs], &generator))
        }
    }

    private static let denseGradientsMisconceptions = [
        Misconception(
            "you multiply by W, not by W transposed",
            mutant: answer(BackpropagationMutants.WeightsNotTransposed.self), check: "input",
            hints: Hints(
                question: "Which weights did the first input meet: a row of W or a column?",
                concept: "Forward, input i reaches output j through W[i, j]; backward, output j "
                    + "reaches input i through the same W[i, j]. That is W^T. With square matrices "
                    + "the shapes do not warn you.",
                step: "upstream.matrixProduct(weights.transposed()).")),
        Misconception(
            "you multiply by X, not by X transposed",
            mutant: answer(BackpropagationMutants.InputNotTransposed.self), check: "weights",
            hints: Hints(
                question: "dL/dW[i, j] collects over all samples. Which index must vanish in the "
                    + "product?",
                concept: "The batch: sum over samples of X[sample, i] * G[sample, j], and that is "
                    + "X^T G. When there are as many samples as inputs the shapes do not warn you.",
                step: "input.transposed().matrixProduct(upstream).")),
        Misconception(
            "the gradient of the weights is transposed",
            mutant: answer(BackpropagationMutants.WeightGradientTransposed.self),
            check: "weights",
            hints: Hints(
                question: "Which shape has W, and which has your gradient?",
                concept: "A gradient has the shape of what it belongs to, element by element.",
                step: "X^T G, not G^T X: input.transposed().matrixProduct(upstream).")),
        Misconception(
            "you divide the gradient of the weights by the number of samples",
            mutant: answer(BackpropagationMutants.WeightsAveraged.self), check: "weights",
            hints: Hints(
                question: "Where does the 1/N of a mean loss enter: in the loss, or in each layer?",
                concept: "In the loss, once: G has it already. A layer only adds up.",
                step: "Leave out the division.")),
        Misconception(
            "the gradient that comes back does not enter dL/dX",
            mutant: answer(BackpropagationMutants.UpstreamIsOne.self), check: "input",
            hints: Hints(
                question: "If the loss does not depend on Y at all, what is dL/dX?",
                concept: "Then G is 0, and so is all that is computed from it: each gradient is a "
                    + "slope times what comes back.",
                step: "upstream.matrixProduct(weights.transposed()).")),
        Misconception(
            "your bias has a gradient for each sample: it is not added up over the batch",
            mutant: answer(BackpropagationMutants.BiasNotUnbroadcast.self), check: "bias",
            hints: Hints(
                question: "There is one bias for each output. How many samples does it move?",
                concept: "Broadcasting used b once in each row. A number that is used N times "
                    + "collects N shares: what was broadcast forward is summed backward.",
                step: "upstream.sum(axes: [0]) has the shape [outputs].")),
        Misconception(
            "you take the mean over the batch for the bias, not the sum",
            mutant: answer(BackpropagationMutants.BiasAveraged.self), check: "bias",
            hints: Hints(
                question: "Is the bias one number that is used N times, or an N-th of it?",
                concept: "Shares are added. The 1/N of a mean loss is in G already.",
                step: "sum(axes: [0]), not mean.")),
        Misconception(
            "you add up over the outputs for the bias, not over the samples",
            mutant: answer(BackpropagationMutants.BiasOverOutputs.self), check: "bias",
            hints: Hints(
                question: "Which axis of G is the batch?",
                concept: "The first: axis 0. Adding along an axis makes it vanish, and the batch "
                    + "is what must vanish.",
                step: "upstream.sum(axes: [0]).")),
    ]
}
