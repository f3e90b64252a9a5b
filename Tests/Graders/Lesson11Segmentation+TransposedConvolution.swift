import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = SegmentationCalls.transposedConvolution

extension SegmentationGraders {
    static let transposedConvolution = ExerciseGrader(
        call,
        checks: [
            call.check(
                "one pixel", "a pixel becomes the kernel times its number, and the bias",
                inputs: { generator in
                    [
                        enlargement([1, 1, 1, 1], [2, 3, 1, 1], stride: 2, &generator),
                        enlargement([1, 2, 3, 1], [2, 2, 1, 1], stride: 2, &generator),
                        // Between the windows stands the bias alone.
                        enlargement([1, 2, 2, 1], [1, 2, 1, 1], stride: 3, &generator),
                    ]
                }, compare: compare),
            call.check(
                "overlaps", "where windows overlap, shares are added up",
                inputs: { generator in
                    [
                        enlargement([1, 3, 2, 1], [3, 2, 1, 1], stride: 1, &generator),
                        enlargement([1, 2, 3, 1], [3, 4, 1, 1], stride: 2, &generator),
                    ]
                }, compare: compare),
            call.check(
                "channels", "every output collects from all inputs",
                inputs: { generator in
                    [enlargement([1, 2, 2, 3], [2, 2, 3, 2], stride: 2, &generator)]
                }, compare: compare),
            call.check(
                "batch", "every image of the batch has its own answer",
                inputs: { generator in
                    [enlargement([3, 1, 2, 1], [2, 2, 1, 1], stride: 2, &generator)]
                }, compare: compare),
        ],
        misconceptions: enlargementMisconceptions,
        alternatives: [
            call.answer("asks of each pixel of the result where it comes from") {
                images, weights, bias, stride in
                let (rows, columns) = (
                    (images.shape[1] - 1) * stride + weights.shape[0],
                    (images.shape[2] - 1) * stride + weights.shape[1]
                )
                var output = Tensor<Double>.zeros(
                    [images.shape[0], rows, columns, weights.shape[3]])
                for b in 0..<images.shape[0] {
                    for oy in 0..<rows {
                        for ox in 0..<columns {
                            for o in 0..<weights.shape[3] {
                                output[b, oy, ox, o] =
                                    bias[o] + collected(images, weights, stride, b, oy, ox, o)
                            }
                        }
                    }
                }
                return output
            }
        ],
        hints: Hints(
            question: "Take one pixel of the image. To which pixels of the result does it add?",
            concept: "To a window as large as the kernel, whose corner is (y * stride, x * "
                + "stride). It is a convolution backwards: there a window is gathered into one "
                + "pixel, here one pixel is spread over a window.",
            step: "Begin with Tensor<Double>.zeros([...]) + bias. Then seven loops and one line: "
                + "output[b, y * stride + dy, x * stride + dx, o] += images[b, y, x, i] * "
                + "weights[dy, dx, i, o]."))

    private static let enlargementMisconceptions = [
        call.misconception(
            "you flip the kernel", check: "one pixel",
            hints: Hints(
                question: "A single pixel of 1: what should the result look like?",
                concept: "Like the kernel, the right way round.",
                step: "weights[dy, dx, i, o] goes to row y * stride + dy, not - dy.")
        ) { images, weights, bias, stride in
            try solution(images, weights.reversed(axis: 0).reversed(axis: 1), bias, stride)
        },
        call.misconception(
            "the bias is missing", check: "one pixel",
            hints: Hints(
                question: "An image of zeros: what should come out?",
                concept: "The bias, everywhere.",
                step: "Begin with zeros + bias, not with zeros.")
        ) { images, weights, bias, stride in
            try solution(images, weights, .zeros(bias.shape), stride)
        },
        call.misconception(
            "the bias comes with every share", check: "overlaps",
            hints: Hints(
                question: "How often is the bias added where four windows overlap?",
                concept: "Once: it belongs to the pixel of the result, not to the share.",
                step: "Add the bias before the loops, or after them.")
        ) { images, weights, bias, stride in
            let shares = try solution(
                .ones(images.shape) / Double(images.shape[3]), .ones(weights.shape),
                .zeros(bias.shape), stride)
            return try solution(images, weights, .zeros(bias.shape), stride) + shares * bias
        },
        call.misconception(
            "a later window overwrites an earlier one", check: "overlaps",
            hints: Hints(
                question: "Two windows overlap in a pixel. What should stand there?",
                concept: "The sum of both shares: the result is what all pixels add up to.",
                step: "+= where you write =.")
        ) { images, weights, bias, stride in
            try overwritten(images, weights, stride) + bias
        },
        call.misconception(
            "you repeat pixels and ignore where in the kernel they meet", check: "one pixel",
            hints: Hints(
                question: "Is every pixel of a window the same?",
                concept: "Repeating pixels is a kernel of ones. Here each place of the window has "
                    + "its own weight, which is learnt.",
                step: "weights[dy, dx, i, o], with dy and dx in both places.")
        ) { images, weights, bias, stride in
            let first = weights.slice(0..<1).slice(0..<1, axis: 1)
            return try solution(images, first.broadcast(to: weights.shape), bias, stride)
        },
        call.misconception(
            "inputs and outputs of the weights are swapped", check: "channels",
            hints: Hints(
                question: "Three channels in, two out: what is the shape of the weights?",
                concept: "The axes are [kernel height, kernel width, input, output].",
                step: "weights[dy, dx, i, o]: i runs below shape[2], o below shape[3].")
        ) { images, weights, bias, stride in
            try solution(
                images, weights.transposed([0, 1, 3, 2]).reshaped(weights.shape), bias, stride)
        },
        call.misconception(
            "you look at the first channel only", check: "channels",
            hints: Hints(
                question: "How many channels of a pixel does your output see?",
                concept: "All of them, added up.",
                step: "for i in 0..<weights.shape[2].")
        ) { images, weights, bias, stride in
            try solution(
                images.slice(0..<1, axis: 3), weights.slice(0..<1, axis: 2), bias, stride)
        },
        call.misconception(
            "every image gets the answer of the first", check: "batch",
            hints: Hints(
                question: "Which image do you read when b is 2?",
                concept: "A batch is several images side by side; nothing else connects them.",
                step: "images[b, y, x, i] and output[b, ...].")
        ) { images, weights, bias, stride in
            let first = [Int](repeating: 0, count: images.shape[0])
            return try solution(images.gathered(first), weights, bias, stride)
        },
    ]

    private static func enlargement(
        _ images: [Int], _ weights: [Int], stride: Int, _ generator: inout SeededGenerator
    ) -> (images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int) {
        (
            generator.tensor(images, from: 0.5, to: 2), generator.tensor(weights, from: 0.5, to: 2),
            generator.tensor([weights[3]], from: 3, to: 4), stride
        )
    }
}

/// What a pixel of the result collects.
private func collected(
    _ images: Tensor<Double>, _ weights: Tensor<Double>, _ stride: Int, _ b: Int, _ oy: Int,
    _ ox: Int, _ o: Int
) -> Double {
    var sum = 0.0
    for dy in 0..<weights.shape[0] where oy >= dy && (oy - dy) % stride == 0 {
        for dx in 0..<weights.shape[1] where ox >= dx && (ox - dx) % stride == 0 {
            let (y, x) = ((oy - dy) / stride, (ox - dx) / stride)
            guard y < images.shape[1], x < images.shape[2] else { continue }
            for i in 0..<images.shape[3] { sum += images[b, y, x, i] * weights[dy, dx, i, o] }
        }
    }
    return sum
}

/// Each window in the place of what was there.
private func overwritten(
    _ images: Tensor<Double>, _ weights: Tensor<Double>, _ stride: Int
) throws -> Tensor<Double> {
    let nothing = Tensor<Double>.zeros([weights.shape[3]])
    var output = try solution(.zeros(images.shape), weights, nothing, stride)
    for b in 0..<images.shape[0] {
        for y in 0..<images.shape[1] {
            for x in 0..<images.shape[2] {
                let pixel = images[b..<b + 1, y..<y + 1, x..<x + 1, 0..<images.shape[3]]
                let window = try solution(pixel, weights, nothing, stride)
                for dy in 0..<window.shape[1] {
                    for dx in 0..<window.shape[2] {
                        for o in 0..<window.shape[3] {
                            output[b, y * stride + dy, x * stride + dx, o] = window[0, dy, dx, o]
                        }
                    }
                }
            }
        }
    }
    return output
}

private func solution(
    _ images: Tensor<Double>, _ weights: Tensor<Double>, _ bias: Tensor<Double>, _ stride: Int
) throws -> Tensor<Double> {
    try SegmentationSolution.transposedConvolution(
        images, weights: weights, bias: bias, stride: stride)
}
