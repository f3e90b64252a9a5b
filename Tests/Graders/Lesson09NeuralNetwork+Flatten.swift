import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension NeuralNetworkGraders {
    static let flattenPatches = ExerciseGrader(
        "flattenPatches",
        checks: [
            Check(
                "order", "rows of a picture after each other, red, green and blue of a pixel too",
                inputs: { generator in
                    let size = PixelSize(width: 3 + generator.index(below: 3), height: 2)
                    return [
                        FlattenPatchesInputs(
                            patches: (0..<3).map { _ in random(size, &generator) })
                    ]
                },
                comparing: { _, expected, got in
                    compareWithoutScale(expected, got) { $0.elements.max() ?? 0 }
                        .about("divided by the largest number")
                }),
            Check(
                "scale", "black is 0 and white is 1",
                inputs: { generator in
                    let size = PixelSize(width: 2, height: 2 + generator.index(below: 2))
                    let levels = [255, 0, 1 + generator.index(below: 254)]
                    return [
                        FlattenPatchesInputs(
                            patches: levels.map { level in
                                let byte = UInt8(level)
                                return Image(size: size, color: RGB(byte, byte, byte))
                            })
                    ]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: flattenMisconceptions,
        alternatives: [answer(NeuralNetworkAlternatives.BytesOfThePicture.self)],
        hints: Hints(
            question: "Which loop must be the outer one: over the pictures, the rows, the columns "
                + "or the colours?",
            concept: "The last index varies fastest: for each picture, for each y, for each x, the "
                + "three colours of the pixel. Append byte / 255 to one long list, and give it the "
                + "shape at the end.",
            step: "Double(color.red) / 255: turn the byte into a Double first. The shape of 3 "
                + "pictures of 2 x 2 pixels is [3, 12]."))

    private static let flattenMisconceptions = [
        Misconception(
            "your numbers are bytes, up to 255",
            mutant: answer(NeuralNetworkMutants.BytesAsTheyAre.self), check: "scale",
            hints: Hints(
                question: "How large is a sum of ten thousand numbers up to 255, each with its "
                    + "weight?",
                concept: "Weights are drawn for inputs of about 1. Larger ones make the first "
                    + "sums huge, and the first steps too.",
                step: "Divide by 255: white becomes 1.")),
        Misconception(
            "you divide by 256, and white is not quite 1",
            mutant: answer(NeuralNetworkMutants.DividedBy256.self), check: "scale",
            hints: Hints(
                question: "What is the largest byte?",
                concept: "A byte has 256 values, from 0 to 255. The largest is to become 1.",
                step: "255 / 255 = 1, but 255 / 256 = 0.996.")),
        Misconception(
            "you go column by column",
            mutant: answer(NeuralNetworkMutants.PixelsColumnByColumn.self), check: "order",
            hints: Hints(
                question: "Which pixel follows the first one: its right neighbour or the one "
                    + "below?",
                concept: "Row-major: x varies faster than y.",
                step: "The loop over y is the outer one, that over x the inner.")),
        Misconception(
            "all red comes first, then all green, then all blue",
            mutant: answer(NeuralNetworkMutants.ColorAfterColor.self), check: "order",
            hints: Hints(
                question: "Which axis is the last of [height, width, channel]?",
                concept: "The channel varies fastest: the three numbers of a pixel stay together.",
                step: "Put the loop over the colours inside that over x.")),
        Misconception(
            "blue stands before red",
            mutant: answer(NeuralNetworkMutants.BlueFirst.self), check: "order",
            hints: Hints(
                question: "Which colour has the first number of a pixel?",
                concept: "Red, green, blue. Some libraries keep blue first; nobody complains, and "
                    + "the network that learnt from the other order sees wrong colours.",
                step: "[color.red, color.green, color.blue].")),
        Misconception(
            "all pictures stand in one row",
            mutant: answer(NeuralNetworkMutants.AllInOneRow.self), check: "order",
            hints: Hints(
                question: "How many answers should the network give for three pictures?",
                concept: "A batch keeps its first axis: one row for each picture.",
                step: "The shape is [patches.count, numbers of one picture].")),
        Misconception(
            "you keep the mean colour only",
            mutant: answer(NeuralNetworkMutants.MeanColorOnly.self), check: "order",
            hints: Hints(
                question: "How many numbers has a picture of 2 x 3 pixels?",
                concept: "To flatten is to change the shape: no number is lost.",
                step: "height * width * 3 numbers a row.")),
    ]

    private static func random(_ size: PixelSize, _ generator: inout SeededGenerator) -> Image {
        Image(
            size: size,
            pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 256)) })
    }
}
