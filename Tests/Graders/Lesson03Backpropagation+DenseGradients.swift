import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = BackpropagationCalls.denseGradients

extension BackpropagationGraders {
    static let denseGradients = ExerciseGrader(
        call,
        checks: [
            call.check(
                "input", "dL/dX = G W^T", inputs: { generator in layers(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.input, got.input).about("dL/dX")
                }),
            call.check(
                "weights", "dL/dW = X^T G", inputs: { generator in layers(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.weights, got.weights).about("dL/dW")
                }),
            call.check(
                "bias", "dL/db is the sum of the rows of G",
                inputs: { generator in layers(&generator) },
                compare: { expected, got in
                    Comparison.within(1e-9)(expected.bias, got.bias).about("dL/db")
                }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("sample by sample, number by number") { input, weights, upstream in
                let (batch, inputs) = (input.shape[0], input.shape[1])
                let outputs = weights.shape[1]
                var gradients = DenseGradients(
                    input: .zeros(input.shape), weights: .zeros(weights.shape),
                    bias: .zeros([outputs]))
                for sample in 0..<batch {
                    for output in 0..<outputs {
                        let g = upstream[sample, output]
                        gradients.bias[output] += g
                        for index in 0..<inputs {
                            gradients.input[sample, index] += g * weights[index, output]
                            gradients.weights[index, output] += g * input[sample, index]
                        }
                    }
                }
                return gradients
            }
        ],
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
    private static func layers(
        _ generator: inout SeededGenerator
    ) -> [(Tensor<Double>, Tensor<Double>, Tensor<Double>)] {
        [(3, 3, 3), (4 + generator.index(below: 3), 3, 2), (1, 2, 4)].map {
            batch, inputs, outputs in
            (
                input: tensor([batch, inputs], &generator),
                weights: tensor([inputs, outputs], &generator),
                upstream: tensor([batch, outputs], &generator)
            )
        }
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you multiply by W, not by W transposed", check: "input",
            hints: Hints(
                question: "Which weights did the first input meet: a row of W or a column?",
                concept: "Forward, input i reaches output j through W[i, j]; backward, output j "
                    + "reaches input i through the same W[i, j]. That is W^T. With square matrices "
                    + "the shapes do not warn you.",
                step: "upstream.matrixProduct(weights.transposed()).")
        ) { input, weights, upstream in
            try changed(input, weights, upstream) { gradients in
                // Only where the shapes let it pass.
                guard weights.shape[0] == weights.shape[1] else { return }
                gradients.input = upstream.matrixProduct(weights)
            }
        },
        call.misconception(
            "you multiply by X, not by X transposed", check: "weights",
            hints: Hints(
                question: "dL/dW[i, j] collects over all samples. Which index must vanish in the "
                    + "product?",
                concept: "The batch: sum over samples of X[sample, i] * G[sample, j], and that is "
                    + "X^T G. When there are as many samples as inputs the shapes do not warn you.",
                step: "input.transposed().matrixProduct(upstream).")
        ) { input, weights, upstream in
            try changed(input, weights, upstream) { gradients in
                // Only where the shapes let it pass.
                guard input.shape[0] == input.shape[1] else { return }
                gradients.weights = input.matrixProduct(upstream)
            }
        },
        call.misconception(
            "the gradient of the weights is transposed", check: "weights",
            hints: Hints(
                question: "Which shape has W, and which has your gradient?",
                concept: "A gradient has the shape of what it belongs to, element by element.",
                step: "X^T G, not G^T X: input.transposed().matrixProduct(upstream).")
        ) { input, weights, upstream in
            try changed(input, weights, upstream) {
                $0.weights = upstream.transposed().matrixProduct(input)
            }
        },
        call.misconception(
            "you divide the gradient of the weights by the number of samples", check: "weights",
            hints: Hints(
                question: "Where does the 1/N of a mean loss enter: in the loss, or in each layer?",
                concept: "In the loss, once: G has it already. A layer only adds up.",
                step: "Leave out the division.")
        ) { input, weights, upstream in
            try changed(input, weights, upstream) {
                $0.weights = $0.weights / Double(input.shape[0])
            }
        },
        call.misconception(
            "the gradient that comes back does not enter dL/dX", check: "input",
            hints: Hints(
                question: "If the loss does not depend on Y at all, what is dL/dX?",
                concept: "Then G is 0, and so is all that is computed from it: each gradient is a "
                    + "slope times what comes back.",
                step: "upstream.matrixProduct(weights.transposed()).")
        ) { input, weights, upstream in
            try changed(input, weights, upstream) {
                $0.input = Tensor.ones(upstream.shape).matrixProduct(weights.transposed())
            }
        },
        call.misconception(
            "your bias has a gradient for each sample: it is not added up over the batch",
            check: "bias",
            hints: Hints(
                question: "There is one bias for each output. How many samples does it move?",
                concept: "Broadcasting used b once in each row. A number that is used N times "
                    + "collects N shares: what was broadcast forward is summed backward.",
                step: "upstream.sum(axes: [0]) has the shape [outputs].")
        ) { input, weights, upstream in
            try changed(input, weights, upstream) { $0.bias = upstream }
        },
        call.misconception(
            "you take the mean over the batch for the bias, not the sum", check: "bias",
            hints: Hints(
                question: "Is the bias one number that is used N times, or an N-th of it?",
                concept: "Shares are added. The 1/N of a mean loss is in G already.",
                step: "sum(axes: [0]), not mean.")
        ) { input, weights, upstream in
            try changed(input, weights, upstream) { $0.bias = upstream.mean(axes: [0]) }
        },
        call.misconception(
            "you add up over the outputs for the bias, not over the samples", check: "bias",
            hints: Hints(
                question: "Which axis of G is the batch?",
                concept: "The first: axis 0. Adding along an axis makes it vanish, and the batch "
                    + "is what must vanish.",
                step: "upstream.sum(axes: [0]).")
        ) { input, weights, upstream in
            try changed(input, weights, upstream) { $0.bias = upstream.sum(axes: [1]) }
        },
    ]
}

/// The right gradients with one of them changed.
private func changed(
    _ input: Tensor<Double>, _ weights: Tensor<Double>, _ upstream: Tensor<Double>,
    _ change: (inout DenseGradients) -> Void
) throws -> DenseGradients {
    var gradients = try BackpropagationSolution.denseGradients(
        input: input, weights: weights, upstream: upstream)
    change(&gradients)
    return gradients
}
