import Curriculum
import DeepTeaching
import GraderKit

private let call = ConvolutionalNetworkCalls.maxPooling

extension ConvolutionalNetworkGraders {
    static let maxPooling = ExerciseGrader(
        call,
        checks: [
            call.check(
                "maxima", "the largest number of each square, channel by channel",
                inputs: { generator in
                    [
                        (generator.tensor([2, 4, 6, 3], from: 0), size: 2),
                        (generator.tensor([1, 6, 3, 2], from: 0), size: 3),
                    ]
                }, compare: compare),
            call.check(
                "below zero", "the largest number may be negative",
                inputs: { generator in
                    [
                        (generator.tensor([1, 4, 4, 1], to: -0.1), size: 2),
                        (generator.tensor([1, 4, 2, 1], from: -90_000, to: -70_000), size: 2),
                    ]
                }, compare: compare),
            call.check(
                "rest", "rows and columns that fill no square are left out",
                inputs: { generator in
                    [
                        (generator.tensor([2, 5, 7, 1], from: 0), size: 2),
                        (generator.tensor([1, 4, 8, 1], from: 0), size: 3),
                    ]
                }, compare: compare),
        ],
        misconceptions: poolingMisconceptions,
        alternatives: [
            call.answer("a shape of six axes, and the largest along two of them") { images, size in
                let (rows, columns) = (images.shape[1] / size, images.shape[2] / size)
                return images.corner(rows: rows * size, columns: columns * size, axis: 1)
                    .reshaped([images.shape[0], rows, size, columns, size, images.shape[3]])
                    .maximum(axes: [2, 4])
            }
        ],
        hints: Hints(
            question: "With what do you begin, if all numbers of a square may be negative?",
            concept: "Four loops choose an output; two more walk over its square and keep the "
                + "largest number so far.",
            step:
                "The square of output (oy, ox) holds the rows oy * size ..< (oy + 1) * size. Begin "
                + "with -Double.infinity, and keep max(largest, images[b, y, x, c])."))

    private static let poolingMisconceptions = [
        call.misconception(
            "you take the mean of the square", check: "maxima",
            hints: Hints(
                question: "Did a feature occur in the square: does the mean tell?",
                concept: "The largest number says whether a feature was seen anywhere in the "
                    + "square; the mean dilutes it. (Average pooling exists, too.)",
                step: "Keep the largest, and do not divide.")
        ) { images, size in
            pooled(images, size) { $0.reduce(0, +) / Double($0.count) }
        },
        call.misconception(
            "you keep the smallest number", check: "maxima",
            hints: Hints(
                question: "Of 1, 5, 3 and 4, which one do you keep?",
                concept: "The largest. The comparison stands the wrong way round.",
                step: "Replace the number so far where the new one is larger.")
        ) { images, size in
            pooled(images, size) { $0.min() ?? 0 }
        },
        call.misconception(
            "the squares move on by one pixel", check: "maxima",
            hints: Hints(
                question: "Four columns, squares of two: how many lie side by side?",
                concept: "They lie edge to edge: pooling makes the image smaller by its size.",
                step: "Square number ox begins at ox * size.")
        ) { images, size in
            pooled(images, size, step: 1) { $0.max() ?? 0 }
        },
        call.misconception(
            "you take the largest of all channels", check: "maxima",
            hints: Hints(
                question: "One channel finds nuclei, another one fat. What does the larger of both "
                    + "say?",
                concept: "Nothing. Channels are different features and stay apart.",
                step: "Let the loop over c stand outside of the search for the largest.")
        ) { images, size in
            let output = pooled(images, size) { $0.max() ?? 0 }
            return output.maximum(axes: [3], keepingAxes: true).broadcast(to: output.shape)
        },
        call.misconception(
            "your search begins at 0", check: "below zero",
            hints: Hints(
                question: "What comes out for a square of -3, -1, -2 and -5?",
                concept: "0 is not among them. A search must begin with something smaller than "
                    + "everything, or with the first number. (After a ReLU it would not matter; a "
                    + "layer does not know what stands before it.)",
                step: "var largest = -Double.infinity.")
        ) { images, size in
            pooled(images, size) { $0.reduce(0, max) }
        },
        call.misconception(
            "you keep the number that lies farthest from 0", check: "below zero",
            hints: Hints(
                question: "Which is larger, -1 or -5?",
                concept: "-1. The size without its sign is another question.",
                step: "Compare the numbers themselves, without abs.")
        ) { images, size in
            pooled(images, size) { $0.max { abs($0) < abs($1) } ?? 0 }
        },
        call.misconception(
            "squares hang over the border", check: "rest",
            hints: Hints(
                question: "Five rows, squares of two: how many squares?",
                concept: "Two; the fifth row fills none and is left out.",
                step: "images.shape[1] / size, which Swift rounds down.")
        ) { images, size in
            func fill(_ length: Int) -> Int { (size - length % size) % size }
            let filled = images.padded(
                before: [0, 0, 0, 0], after: [0, fill(images.shape[1]), fill(images.shape[2]), 0],
                with: -.infinity)
            return pooled(filled, size) { $0.max() ?? 0 }
        },
    ]
}

/// One number for each square, whatever it is.
private func pooled(
    _ images: Tensor<Double>, _ size: Int, step: Int? = nil, _ choose: ([Double]) -> Double
) -> Tensor<Double> {
    let step = step ?? size
    let (rows, columns) = (
        (images.shape[1] - size) / step + 1, (images.shape[2] - size) / step + 1
    )
    var output = Tensor<Double>.zeros([images.shape[0], rows, columns, images.shape[3]])
    for b in 0..<images.shape[0] {
        for oy in 0..<rows {
            for ox in 0..<columns {
                for c in 0..<images.shape[3] {
                    output[b, oy, ox, c] = choose(
                        (0..<size * size).map {
                            images[b, oy * step + $0 / size, ox * step + $0 % size, c]
                        })
                }
            }
        }
    }
    return output
}
