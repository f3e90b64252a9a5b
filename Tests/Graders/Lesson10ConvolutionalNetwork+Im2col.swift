import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension ConvolutionalNetworkGraders {
    static let im2col = ExerciseGrader(
        "im2col",
        checks: [
            Check(
                "windows", "a row is a window, row by row, pixel by pixel, channel by channel",
                inputs: { generator in
                    let kernel = 2 + generator.index(below: 2)
                    return [Im2colInputs(image: generator.tensor([4, 6, 2]), kernel: kernel)]
                }, compare: compare),
            Check(
                "padding", "beyond the border a window sees zeros",
                inputs: { generator in
                    [
                        Im2colInputs(image: generator.tensor([3, 4, 1]), kernel: 3, padding: 1),
                        Im2colInputs(image: generator.tensor([2, 3, 1]), kernel: 3, padding: 2),
                    ]
                }, compare: compareSums),
            Check(
                "stride", "windows begin at multiples of the stride, for as long as they fit",
                inputs: { generator in
                    let stride = 2 + generator.index(below: 2)
                    return [
                        Im2colInputs(image: generator.tensor([7, 9, 1]), kernel: 2, stride: stride)
                    ]
                }, compare: compareSums),
        ],
        misconceptions: im2colMisconceptions,
        alternatives: [answer(ConvolutionalNetworkAlternatives.CutOutWindows.self)],
        hints: Hints(
            question: "In which order do the pixels of a window follow each other?",
            concept: "Two loops choose a window, which is a row of the matrix; three loops walk "
                + "over it: dy, dx and the channel, the channel fastest, just as a kernel lies in "
                + "memory.",
            step: "Row oy * columns + ox, column (dy * kernel + dx) * channels + c. Begin with "
                + "zeros, and write only what lies on the image."))

    private static let im2colMisconceptions = [
        Misconception(
            "your windows are columns, not rows",
            mutant: answer(ConvolutionalNetworkMutants.WindowsAreColumns.self), check: "windows",
            hints: Hints(
                question: "How many rows has your matrix, and how many windows has the image?",
                concept: "Many texts put windows into columns (hence the name im2col). Here images "
                    + "keep their channel last, and a window is a row: then its pixels lie side by "
                    + "side in memory.",
                step: "The shape is [rows * columns, kernel * kernel * channels].")),
        Misconception(
            "the numbers of a channel stand together",
            mutant: answer(ConvolutionalNetworkMutants.ChannelsFirst.self), check: "windows",
            hints: Hints(
                question: "Red, green and blue of one pixel: how far apart do they stand in your "
                    + "row?",
                concept: "The channel is the last axis, so it varies fastest, in the image, in the "
                    + "kernel and in the row.",
                step: "(dy * kernel + dx) * channels + c, not (c * kernel + dy) * kernel + dx.")),
        Misconception(
            "a window is read column by column",
            mutant: answer(ConvolutionalNetworkMutants.WindowReadByColumns.self),
            check: "windows",
            hints: Hints(
                question: "The window [[1, 2], [4, 5]]: which number comes second?",
                concept: "Row-major: one goes along a row before one goes down.",
                step: "dy * kernel + dx, not dx * kernel + dy.")),
        Misconception(
            "the windows come column by column",
            mutant: answer(ConvolutionalNetworkMutants.WindowsByColumns.self), check: "windows",
            hints: Hints(
                question:
                    "Which window follows the first one: its right neighbour or the one below?",
                concept:
                    "The rows of the matrix become an image again when it is reshaped; so they "
                    + "come row by row.",
                step: "oy * (windows side by side) + ox.")),
        Misconception(
            "all the padding stands above and to the left",
            mutant: answer(ConvolutionalNetworkMutants.WindowsPaddedOnOneSide.self),
            check: "padding",
            hints: Hints(
                question: "Where in the padded image does the image lie?",
                concept: "In its middle: as many zeros before as behind.",
                step: "y = oy * stride + dy - padding, not - 2 * padding.")),
        Misconception(
            "beyond the border you repeat its pixels",
            mutant: answer(ConvolutionalNetworkMutants.WindowsRepeatTheBorder.self),
            check: "padding",
            hints: Hints(
                question: "What does a window see beyond the border?",
                concept: "Zeros. A network learns what they mean; repeated pixels would look like "
                    + "tissue that is not there.",
                step: "Leave the zero of the matrix as it is where y or x lies beyond the border.")),
        Misconception(
            "beyond the right border you run into the next row",
            mutant: answer(ConvolutionalNetworkMutants.RunsIntoTheNextRow.self), check: "padding",
            hints: Hints(
                question: "Which number lies in memory right behind the last one of a row?",
                concept: "The first of the next row. So a place beyond the border must be found by "
                    + "x and y, not by the place in memory.",
                step: "guard 0 <= y, y < height, 0 <= x, x < width before you read.")),
        Misconception(
            "your windows are one pixel apart, whatever the stride",
            mutant: answer(ConvolutionalNetworkMutants.WindowsWithoutStride.self),
            check: "stride",
            hints: Hints(
                question: "With stride 3, where does the third window begin?",
                concept: "Window number ox begins at ox times the stride.",
                step: "x = ox * stride + dx - padding.")),
        Misconception(
            "the last window hangs over the border",
            mutant: answer(ConvolutionalNetworkMutants.WindowsHangOver.self), check: "stride",
            hints: Hints(
                question: "Seven rows, windows of two, stride 2: how many fit?",
                concept: "Three, at 0, 2 and 4: the division is rounded down.",
                step: "(height + 2 * padding - kernel) / stride + 1, in whole numbers.")),
    ]

    /// The sum of each window: its inner order is the business of the first check.
    private static func compareSums(
        _ expected: Tensor<Double>, _ got: Tensor<Double>
    ) -> Verdict {
        guard expected.shape == got.shape else { return compare(expected, got) }
        return compare(expected.sum(axes: [1]), got.sum(axes: [1])).about("the sums of the windows")
    }
}
