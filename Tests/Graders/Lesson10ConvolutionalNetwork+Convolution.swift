import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConvolutionalNetworkCalls.convolution2D

extension ConvolutionalNetworkGraders {
    static let convolution2D = ExerciseGrader(
        call,
        checks: [
            call.check(
                "window", "each output is the sum of a window times the kernel, not flipped",
                inputs: { generator in
                    [
                        convolution(
                            [1, 5, 6, 1], kernel: generator.tensor([3, 2, 1, 1]), &generator),
                        convolution(
                            [1, 4, 4, 1], kernel: generator.tensor([3, 3, 1, 1]), &generator),
                    ]
                }, compare: compare),
            call.check(
                "channels", "all inputs are added up, and the bias once",
                inputs: { generator in
                    let bias = generator.tensor([2], from: 2, to: 3)
                    return [
                        convolution(
                            [1, 2, 3, 3], kernel: generator.tensor([1, 1, 3, 2]), bias: bias,
                            &generator),
                        // Where a window sees nothing but the border, the bias is all there is.
                        convolution(
                            [1, 2, 2, 3], kernel: generator.tensor([2, 2, 3, 2]), bias: bias,
                            padding: 2, &generator),
                    ]
                }, compare: compare),
            call.check(
                "padding", "zeros surround the image on all sides",
                inputs: { generator in
                    [
                        convolution(
                            [1, 3, 4, 1], kernel: generator.evenKernel([3, 3, 1, 2]), padding: 1,
                            &generator),
                        convolution(
                            [1, 2, 3, 1], kernel: generator.evenKernel([3, 3, 1, 1]), padding: 2,
                            &generator),
                    ]
                }, compare: compare),
            call.check(
                "stride", "the window moves on by the stride, for as long as it fits",
                inputs: { generator in
                    let stride = 2 + generator.index(below: 2)
                    return [
                        convolution(
                            [1, 7, 9, 1], kernel: generator.evenKernel([2, 2, 1, 1]),
                            stride: stride, &generator),
                        convolution(
                            [1, 6, 8, 1], kernel: generator.evenKernel([3, 3, 1, 1]),
                            stride: stride, padding: 1, &generator),
                    ]
                }, compare: compare),
            call.check(
                "batch", "every image of the batch has its own answer",
                inputs: { generator in
                    [
                        convolution(
                            [3, 2, 2, 1], kernel: generator.tensor([1, 1, 1, 1]), &generator)
                    ]
                }, compare: compare),
        ],
        misconceptions: convolutionMisconceptions,
        alternatives: [
            call.answer("a matrix product for each tap of the kernel, added up") {
                images, weights, bias, stride, padding in
                let padded = images.framed(before: padding, after: padding, axis: 1)
                let (batch, inputs, outputs) = (images.shape[0], images.shape[3], weights.shape[3])
                let rows = (padded.shape[1] - weights.shape[0]) / stride + 1
                let columns = (padded.shape[2] - weights.shape[1]) / stride + 1
                var sum = Tensor<Double>.zeros([batch * rows * columns, outputs]) + bias
                for dy in 0..<weights.shape[0] {
                    for dx in 0..<weights.shape[1] {
                        let seen =
                            padded
                            .gathered((0..<rows).map { dy + $0 * stride }, axis: 1)
                            .gathered((0..<columns).map { dx + $0 * stride }, axis: 2)
                            .reshaped([batch * rows * columns, inputs])
                        let tap = weights[dy..<dy + 1, dx..<dx + 1, 0..<inputs, 0..<outputs]
                        sum = sum + seen.matrixProduct(tap.reshaped([inputs, outputs]))
                    }
                }
                return sum.reshaped([batch, rows, columns, outputs])
            }
        ],
        hints: Hints(
            question: "Take one output. Which pixels does it see, and what is each multiplied by?",
            concept: "Four loops choose an output: image, row, column, channel. Three more walk "
                + "over its window: dy, dx and the input channel. Inside stands one product, which "
                + "is added to a sum that began with the bias.",
            step:
                "With stride 2 and padding 1 the output in row 0 sees the rows 0 * 2 + dy - 1, so "
                + "-1, 0 and 1. Row -1 lies beyond the border, is 0 and can be skipped."))

    private static let convolutionMisconceptions = [
        call.misconception(
            "you flip the kernel", check: "window",
            hints: Hints(
                question: "Which weight meets the top left pixel of the window?",
                concept: "What mathematics calls a convolution reads the kernel from its end. "
                    + "Networks do not: a weight at (dy, dx) meets the pixel at (dy, dx). The right "
                    + "name would be cross-correlation.",
                step:
                    "weights[dy, dx, i, o] * images[b, oy * stride + dy - padding, ...]: plus dy, "
                    + "not minus.")
        ) { images, weights, bias, stride, padding in
            try solution(
                images, weights.reversed(axis: 0).reversed(axis: 1), bias, stride, padding)
        },
        call.misconception(
            "rows and columns of the kernel are swapped", check: "window",
            hints: Hints(
                question: "A kernel of 3 x 2: how many rows has its window?",
                concept: "The first axis of the weights goes down, as the first axis of an image "
                    + "does after the batch; the second goes to the right.",
                step: "dy runs below weights.shape[0], dx below weights.shape[1]; y takes dy, x "
                    + "takes dx.")
        ) { images, weights, bias, stride, padding in
            try solution(images, weights.transposed([1, 0, 2, 3]), bias, stride, padding)
        },
        call.misconception(
            "the bias is missing", check: "channels",
            hints: Hints(
                question: "An image that is 0 everywhere: what should come out?",
                concept: "The bias moves the whole output up or down; without it every layer must "
                    + "pass through 0.",
                step: "Begin the sum with bias[o], not with 0.")
        ) { images, weights, bias, stride, padding in
            try solution(images, weights, .zeros(bias.shape), stride, padding)
        },
        call.misconception(
            "the bias is added for every product", check: "channels",
            hints: Hints(
                question: "How often does your innermost line run for one output?",
                concept: "The bias belongs to the output, not to its window: it is added once.",
                step: "Set var sum = bias[o] before the loops over dy, dx and i begin.")
        ) { images, weights, bias, stride, padding in
            let products = Double(weights.shape.prefix(3).reduce(1, *))
            return try solution(images, weights, bias * products, stride, padding)
        },
        call.misconception(
            "you look at the first channel only", check: "channels",
            hints: Hints(
                question: "A patch has three colours. How many of them did your output see?",
                concept: "Every output sees all channels of its window and adds them up: a kernel "
                    + "is a small box, not a small square.",
                step: "for i in 0..<weights.shape[2], with i in the weight and in the pixel.")
        ) { images, weights, bias, stride, padding in
            try solution(
                images.slice(0..<1, axis: 3), weights.slice(0..<1, axis: 2), bias, stride, padding)
        },
        call.misconception(
            "you take the mean of the channels, not their sum", check: "channels",
            hints: Hints(
                question: "Does the equation divide by anything?",
                concept:
                    "The weights are learnt, so nothing needs to be averaged: a sum is enough.",
                step: "Leave out the division by the number of channels.")
        ) { images, weights, bias, stride, padding in
            try solution(images, weights / Double(weights.shape[2]), bias, stride, padding)
        },
        call.misconception(
            "inputs and outputs of the weights are swapped", check: "channels",
            hints: Hints(
                question: "Three colours in, two features out: what is the shape of the weights?",
                concept: "The axes are [kernel height, kernel width, input, output]: the input "
                    + "stands before the output.",
                step: "weights[dy, dx, i, o]: i runs below shape[2], o below shape[3].")
        ) { images, weights, bias, stride, padding in
            try solution(
                images, weights.transposed([0, 1, 3, 2]).reshaped(weights.shape), bias, stride,
                padding)
        },
        call.misconception(
            "all the padding stands above and to the left", check: "padding",
            hints: Hints(
                question: "Padding 1 on an image of 3 x 4: how large is it then, and where in it "
                    + "does the image lie?",
                concept:
                    "Zeros surround the image: as many before as behind. Otherwise every layer "
                    + "moves the picture a little to the lower right.",
                step: "y = oy * stride + dy - padding, once; the other half appears at the end by "
                    + "itself, where y >= height is skipped.")
        ) { images, weights, bias, stride, padding in
            try solution(
                images.framed(before: 2 * padding, after: 0, axis: 1), weights, bias, stride, 0)
        },
        call.misconception(
            "the padding is left out", check: "padding",
            hints: Hints(
                question: "How large should the output be, and how large is yours?",
                concept: "A kernel of 3 x 3 with padding 1 keeps the size of the image; without "
                    + "padding it loses a pixel on each side.",
                step: "(height + 2 * padding - kernel height) / stride + 1 rows.")
        ) { images, weights, bias, stride, _ in
            try solution(images, weights, bias, stride, 0)
        },
        call.misconception(
            "beyond the border you repeat its pixels", check: "padding",
            hints: Hints(
                question: "What is an image beyond its border?",
                concept: "Here it is 0. Repeating the border is another convention, one that some "
                    + "image programs have.",
                step: "Skip a pixel beyond the border; do not move it back with min and max.")
        ) { images, weights, bias, stride, padding in
            try solution(images.borderRepeated(padding, axis: 1), weights, bias, stride, 0)
        },
        call.misconception(
            "the window moves by one pixel, whatever the stride", check: "stride",
            hints: Hints(
                question: "With stride 2, where does the second window begin?",
                concept: "The stride makes the output smaller by leaving windows out, not by "
                    + "cutting the end off.",
                step: "y = oy * stride + dy - padding, and likewise x.")
        ) { images, weights, bias, stride, padding in
            let right = try solution(images, weights, bias, stride, padding).shape
            return try solution(images, weights, bias, 1, padding)
                .corner(rows: right[1], columns: right[2], axis: 1)
        },
        call.misconception(
            "the last window hangs over the border", check: "stride",
            hints: Hints(
                question:
                    "Seven rows, a kernel of two, stride 2: where does the last window begin?",
                concept: "A window counts if it fits wholly into the padded image; the division is "
                    + "rounded down.",
                step:
                    "(7 - 2) / 2 + 1 = 3 windows, at 0, 2 and 4; row 6 is left over. Swift rounds "
                    + "whole numbers down by itself.")
        ) { images, weights, bias, stride, padding in
            try solution(
                images.framed(before: padding, after: padding + stride - 1, axis: 1), weights, bias,
                stride, 0)
        },
        call.misconception(
            "every image gets the answer of the first", check: "batch",
            hints: Hints(
                question: "Which image do you read when b is 2?",
                concept: "A batch is several images side by side in memory; nothing else connects "
                    + "them.",
                step: "images[b, y, x, i] and output[b, oy, ox, o].")
        ) { images, weights, bias, stride, padding in
            let first = [Int](repeating: 0, count: images.shape[0])
            return try solution(images.gathered(first), weights, bias, stride, padding)
        },
    ]

    /// A convolution of random images; its bias is 0 unless the check is about it.
    private static func convolution(
        _ shape: [Int], kernel: Tensor<Double>, bias: Tensor<Double>? = nil, stride: Int = 1,
        padding: Int = 0, _ generator: inout SeededGenerator
    ) -> (
        images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int,
        padding: Int
    ) {
        (generator.tensor(shape), kernel, bias ?? .zeros([kernel.shape[3]]), stride, padding)
    }
}

private func solution(
    _ images: Tensor<Double>, _ weights: Tensor<Double>, _ bias: Tensor<Double>, _ stride: Int,
    _ padding: Int
) throws -> Tensor<Double> {
    try ConvolutionalNetworkSolution.convolution2D(
        images, weights: weights, bias: bias, stride: stride, padding: padding)
}
