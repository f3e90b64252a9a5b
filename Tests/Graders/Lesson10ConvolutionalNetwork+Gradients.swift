import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConvolutionalNetworkCalls.convolution2DGradients

extension ConvolutionalNetworkGraders {
    static let convolution2DGradients = ExerciseGrader(
        call,
        checks: [
            call.check(
                "weights", "a weight collects gradient times pixel over all places and images",
                inputs: gradientInputs,
                compare: { compare($0.weights, $1.weights).about("the gradient of the weights") }),
            call.check(
                "images", "a pixel collects gradient times weight from every window that saw it",
                inputs: gradientInputs,
                compare: { compare($0.images, $1.images).about("the gradient of the images") }),
            call.check(
                "bias", "a bias collects the gradients of all its outputs",
                inputs: gradientInputs,
                compare: { compare($0.bias, $1.bias).about("the gradient of the bias") }),
        ],
        misconceptions: gradientMisconceptions,
        alternatives: [
            call.answer("gathers the products in another order than the solution") {
                images, weights, stride, padding, outputGradient in
                var gradients = Convolution2DGradients(
                    images: .zeros(images.shape), weights: .zeros(weights.shape),
                    bias: outputGradient.sum(axes: [0, 1, 2]))
                for tap in Taps(images, weights, stride, padding, outputGradient).all.reversed() {
                    let g = outputGradient[tap.b, tap.oy, tap.ox, tap.o]
                    gradients.weights[tap.dy, tap.dx, tap.i, tap.o] +=
                        g * images[tap.b, tap.y, tap.x, tap.i]
                    gradients.images[tap.b, tap.y, tap.x, tap.i] +=
                        g * weights[tap.dy, tap.dx, tap.i, tap.o]
                }
                return gradients
            }
        ],
        hints: Hints(
            question:
                "Which loops did the way forward have, and what changes if you walk them once "
                + "more?",
            concept: "The same loops, the same y and x. Forwards stood one product inside; now "
                + "stand two, each adding gradient times the other factor to its own sum.",
            step: "Begin with three tensors of zeros. Inside: g = outputGradient[b, oy, ox, o]; "
                + "weights[dy, dx, i, o] += g * images[b, y, x, i]; images[b, y, x, i] += g * "
                + "weights[dy, dx, i, o]. The bias gets += g, outside of dy, dx and i."))

    private static let gradientMisconceptions = [
        call.misconception(
            "each image of the batch overwrites the gradient of the weights", check: "weights",
            hints: Hints(
                question: "How many images have used a weight, and how many of them does your "
                    + "gradient remember?",
                concept:
                    "All images share one weight, so its gradient is the sum over all of them.",
                step: "+= where you write =, and the zeros stand before the loop over b.")
        ) { images, weights, stride, padding, outputGradient in
            let last = images.shape[0] - 1
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.weights = try solution(
                images.slice(last..<last + 1), weights, stride, padding,
                outputGradient.slice(last..<last + 1)
            ).weights
            return gradients
        },
        call.misconception(
            "you take the mean over the batch", check: "weights",
            hints: Hints(
                question: "Where in a training step is the loss divided by the number of patches?",
                concept: "In the loss, if at all; then outputGradient holds the division already.",
                step: "Do not divide once more.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.weights = gradients.weights / Double(images.shape[0])
            return gradients
        },
        call.misconception(
            "the gradient of the weights stands on its head", check: "weights",
            hints: Hints(
                question: "Which pixels has the top left weight met?",
                concept:
                    "The top left pixel of every window. Only where the way back is written as "
                    + "a convolution of its own does a kernel get flipped, and that is the one for "
                    + "the images.",
                step: "weights[dy, dx, i, o] goes with the pixel at oy * stride + dy - padding.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.weights = gradients.weights.reversed(axis: 0).reversed(axis: 1)
            return gradients
        },
        call.misconception(
            "the weights look at the images without their padding", check: "weights",
            hints: Hints(
                question: "Do forward and backward compute the same y for the same oy and dy?",
                concept: "They must: a weight meets on the way back the very pixel that it met on "
                    + "the way forward.",
                step: "y = oy * stride + dy - padding.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.weights = try solution(
                images.framed(before: 0, after: 2 * padding, axis: 1), weights, stride, 0,
                outputGradient
            ).weights
            return gradients
        },
        call.misconception(
            "on the way back the window moves by one pixel, whatever the stride", check: "weights",
            hints: Hints(
                question: "With stride 2, which pixels did output 3 see?",
                concept: "Those from 3 * 2 on, forwards and backwards.",
                step: "y = oy * stride + dy - padding, and likewise x.")
        ) { images, weights, _, padding, outputGradient in
            try solution(images, weights, 1, padding, outputGradient)
        },
        call.misconception(
            "where windows overlap, the last one overwrites the others", check: "images",
            hints: Hints(
                question: "How many windows of 3 x 3 see a pixel in the middle of an image?",
                concept: "Nine, with stride 1. What was used nine times gets nine gradients, added "
                    + "up: the rule of every value that is used more than once.",
                step: "images[b, y, x, i] += ..., not =.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.images = .zeros(images.shape)
            for tap in Taps(images, weights, stride, padding, outputGradient).all {
                let g = outputGradient[tap.b, tap.oy, tap.ox, tap.o]
                gradients.images[tap.b, tap.y, tap.x, tap.i] =
                    g * weights[tap.dy, tap.dx, tap.i, tap.o]
            }
            return gradients
        },
        call.misconception(
            "only the first output sends something back to the images", check: "images",
            hints: Hints(
                question: "How many outputs have looked at one pixel through one window?",
                concept: "All of them: 16 features mean 16 gradients, added up.",
                step: "The sum for a pixel runs over o, too.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.images = try solution(
                images, weights.slice(0..<1, axis: 3), stride, padding,
                outputGradient.slice(0..<1, axis: 3)
            ).images
            return gradients
        },
        call.misconception(
            "the images get their gradient through a flipped kernel", check: "images",
            hints: Hints(
                question: "A pixel was multiplied by the weight (dy, dx). By which weight is its "
                    + "gradient multiplied?",
                concept: "By the same one. The flip of the textbooks appears only if one gathers "
                    + "from the pixel's point of view; whoever walks the windows does not flip.",
                step: "g * weights[dy, dx, i, o], with the dy and dx that gave y and x.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.images = try solution(
                images, weights.reversed(axis: 0).reversed(axis: 1), stride, padding,
                outputGradient
            ).images
            return gradients
        },
        call.misconception(
            "you return a corner of the padded images' gradient", check: "images",
            hints: Hints(
                question: "Where in the padded image does pixel (0, 0) lie?",
                concept: "At (padding, padding). What the zeros around it get is thrown away, on "
                    + "all sides.",
                step: "Cut off `padding` rows and columns at the beginning, too; or subtract the "
                    + "padding before you write.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.images = try solution(
                images.framed(before: padding, after: padding, axis: 1), weights, stride, 0,
                outputGradient
            ).images.corner(rows: images.shape[1], columns: images.shape[2], axis: 1)
            return gradients
        },
        call.misconception(
            "the bias gets the mean of its gradients", check: "bias",
            hints: Hints(
                question: "If the bias grows by 0.1, how many outputs grow by 0.1?",
                concept: "Every place of every image: so the gradients add up.",
                step: "bias[o] += g, without a division.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.bias = outputGradient.mean(axes: [0, 1, 2])
            return gradients
        },
        call.misconception(
            "the bias counts its outputs", check: "bias",
            hints: Hints(
                question: "Does your gradient of the bias depend on outputGradient?",
                concept: "The derivative of an output by its bias is 1; times the gradient of that "
                    + "output it is g.",
                step: "bias[o] += g, not += 1.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            let count = outputGradient.count / weights.shape[3]
            gradients.bias = Tensor(repeating: Double(count), shape: gradients.bias.shape)
            return gradients
        },
        call.misconception(
            "the bias remembers the last place only", check: "bias",
            hints: Hints(
                question: "How often is a bias used in one pass?",
                concept: "Once for every place of every image; its gradient is the sum.",
                step: "bias[o] += g, not = g.")
        ) { images, weights, stride, padding, outputGradient in
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.bias = Tensor(
                outputGradient.elements.suffix(weights.shape[3]).map(\.self),
                shape: gradients.bias.shape)
            return gradients
        },
    ]

    /// Two batches: overlapping windows with padding, and windows with a stride.
    private static func gradientInputs(
        _ generator: inout SeededGenerator
    ) -> [(Tensor<Double>, Tensor<Double>, Int, Int, Tensor<Double>)] {
        [
            (
                generator.tensor([2, 4, 5, 2]), generator.tensor([3, 3, 2, 2]),
                1, 1, generator.tensor([2, 4, 5, 2])
            ),
            (
                generator.tensor([2, 5, 6, 1]), generator.tensor([3, 2, 1, 3]),
                2, 1, generator.tensor([2, 3, 4, 3])
            ),
        ]
    }
}

/// Every product that a convolution adds up.
private struct Taps {
    struct Tap { let b, oy, ox, o, dy, dx, i, y, x: Int }

    let all: [Tap]

    init(
        _ images: Tensor<Double>, _ weights: Tensor<Double>, _ stride: Int, _ padding: Int,
        _ outputGradient: Tensor<Double>
    ) {
        let output = outputGradient.shape
        let counts = [output[0], output[1], output[2], output[3]] + weights.shape.prefix(3)
        all = (0..<counts.reduce(1, *)).compactMap { number in
            var rest = number
            let place = counts.reversed().map { count in
                defer { rest /= count }
                return rest % count
            }
            let (i, dx, dy, o, ox, oy, b) = (
                place[0], place[1], place[2], place[3], place[4], place[5], place[6]
            )
            let (y, x) = (oy * stride + dy - padding, ox * stride + dx - padding)
            guard 0 <= y, y < images.shape[1], 0 <= x, x < images.shape[2] else { return nil }
            return Tap(b: b, oy: oy, ox: ox, o: o, dy: dy, dx: dx, i: i, y: y, x: x)
        }
    }
}

private func solution(
    _ images: Tensor<Double>, _ weights: Tensor<Double>, _ stride: Int, _ padding: Int,
    _ outputGradient: Tensor<Double>
) throws -> Convolution2DGradients {
    try ConvolutionalNetworkSolution.convolution2DGradients(
        images: images, weights: weights, stride: stride, padding: padding,
        outputGradient: outputGradient)
}
