import Curriculum
import DeepTeaching
import GraderKit

private let call = NeuralNetworkCalls.flattenPatches

extension NeuralNetworkGraders {
    static let flattenPatches = ExerciseGrader(
        call,
        checks: [
            call.check(
                "order", "rows of a picture after each other, red, green and blue of a pixel too",
                inputs: { generator in
                    let size = PixelSize(width: 3 + generator.index(below: 3), height: 2)
                    return [3, 1].map { count in (0..<count).map { _ in random(size, &generator) } }
                },
                compare: { expected, got in
                    compareWithoutScale(expected, got) { $0.elements.max() ?? 0 }
                        .about("divided by the largest number")
                }),
            call.check(
                "scale", "black is 0 and white is 1",
                inputs: { generator in
                    let size = PixelSize(width: 2, height: 2 + generator.index(below: 2))
                    let levels = [255, 0, 1 + generator.index(below: 254)]
                    let patches = levels.map { level in
                        let byte = UInt8(level)
                        return Image(size: size, color: RGB(byte, byte, byte))
                    }
                    // Also a batch in which nothing is white.
                    return [patches, [patches[2]]]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: flattenMisconceptions,
        alternatives: [
            call.answer("the bytes of a picture as they lie, which is in this order") { patches in
                rows(of: patches) { $0 }
            }
        ],
        hints: Hints(
            question: "Which loop must be the outer one: over the pictures, the rows, the columns "
                + "or the colours?",
            concept: "The last index varies fastest: for each picture, for each y, for each x, the "
                + "three colours of the pixel. Append byte / 255 to one long list, and give it the "
                + "shape at the end.",
            step: "Double(color.red) / 255: turn the byte into a Double first. The shape of 3 "
                + "pictures of 2 x 2 pixels is [3, 12]."))

    private static let flattenMisconceptions = [
        call.misconception(
            "your numbers are bytes, up to 255", check: "scale",
            hints: Hints(
                question: "How large is a sum of ten thousand numbers up to 255, each with its "
                    + "weight?",
                concept: "Weights are drawn for inputs of about 1. Larger ones make the first "
                    + "sums huge, and the first steps too.",
                step: "Divide by 255: white becomes 1.")
        ) { patches in
            rows(of: patches) { $0 * 255 }
        },
        call.misconception(
            "you divide by 256, and white is not quite 1", check: "scale",
            hints: Hints(
                question: "What is the largest byte?",
                concept: "A byte has 256 values, from 0 to 255. The largest is to become 1.",
                step: "255 / 255 = 1, but 255 / 256 = 0.996.")
        ) { patches in
            rows(of: patches) { $0 * 255 / 256 }
        },
        call.misconception(
            "you go column by column", check: "order",
            hints: Hints(
                question: "Which pixel follows the first one: its right neighbour or the one "
                    + "below?",
                concept: "Row-major: x varies faster than y.",
                step: "The loop over y is the outer one, that over x the inner.")
        ) { patches in
            reordered(patches, [0, 2, 1, 3])
        },
        call.misconception(
            "all red comes first, then all green, then all blue", check: "order",
            hints: Hints(
                question: "Which axis is the last of [height, width, channel]?",
                concept: "The channel varies fastest: the three numbers of a pixel stay together.",
                step: "Put the loop over the colours inside that over x.")
        ) { patches in
            reordered(patches, [0, 3, 1, 2])
        },
        call.misconception(
            "blue stands before red", check: "order",
            hints: Hints(
                question: "Which colour has the first number of a pixel?",
                concept: "Red, green, blue. Some libraries keep blue first; nobody complains, and "
                    + "the network that learnt from the other order sees wrong colours.",
                step: "[color.red, color.green, color.blue].")
        ) { patches in
            let batch = batch(of: patches)
            return batch.reversed(axis: 3).reshaped([patches.count, batch.count / patches.count])
        },
        call.misconception(
            "all pictures stand in one row", check: "order",
            hints: Hints(
                question: "How many answers should the network give for three pictures?",
                concept: "A batch keeps its first axis: one row for each picture.",
                step: "The shape is [patches.count, numbers of one picture].")
        ) { patches in
            let batch = batch(of: patches)
            return batch.reshaped([1, batch.count])
        },
        call.misconception(
            "you keep the mean colour only", check: "order",
            hints: Hints(
                question: "How many numbers has a picture of 2 x 3 pixels?",
                concept: "To flatten is to change the shape: no number is lost.",
                step: "height * width * 3 numbers a row.")
        ) { patches in
            batch(of: patches).mean(axes: [1, 2])
        },
    ]

    private static func random(_ size: PixelSize, _ generator: inout SeededGenerator) -> Image {
        Image(
            size: size,
            pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 256)) })
    }
}

/// All numbers from 0 to 1, changed by a function, a row for each picture.
private func rows(of patches: [Image], _ change: (Double) -> Double) -> Tensor<Double> {
    Tensor(
        patches.flatMap { $0.pixels.map { change(Double($0) / 255) } },
        shape: [patches.count, patches[0].pixels.count])
}

/// Axes [patch, height, width, channel].
private func batch(of patches: [Image]) -> Tensor<Double> {
    let size = patches[0].size
    return rows(of: patches) { $0 }.reshaped([patches.count, size.height, size.width, 3])
}

private func reordered(_ patches: [Image], _ order: [Int]) -> Tensor<Double> {
    let batch = batch(of: patches)
    return batch.transposed(order).reshaped([patches.count, batch.count / patches.count])
}
