import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConvolutionalNetworkCalls.im2col

extension ConvolutionalNetworkGraders {
    static let im2col = ExerciseGrader(
        call,
        checks: [
            call.check(
                "windows", "a row is a window, row by row, pixel by pixel, channel by channel",
                inputs: { generator in
                    let kernel = 2 + generator.index(below: 2)
                    return [(generator.tensor([4, 6, 2]), kernel, stride: 1, padding: 0)]
                }, compare: compare),
            call.check(
                "padding", "beyond the border a window sees zeros",
                inputs: { generator in
                    [
                        (generator.tensor([3, 4, 1]), kernel: 3, stride: 1, padding: 1),
                        (generator.tensor([2, 3, 1]), kernel: 3, stride: 1, padding: 2),
                    ]
                }, compare: compareSums),
            call.check(
                "stride", "windows begin at multiples of the stride, for as long as they fit",
                inputs: { generator in
                    let stride = 2 + generator.index(below: 2)
                    return [(generator.tensor([7, 9, 1]), kernel: 2, stride, padding: 0)]
                }, compare: compareSums),
        ],
        misconceptions: im2colMisconceptions,
        alternatives: [
            call.answer("cuts every window out of the padded image") {
                image, kernel, stride, padding in
                let padded = image.framed(before: padding, after: padding, axis: 0)
                var rows: [[Double]] = []
                for y in Swift.stride(from: 0, through: padded.shape[0] - kernel, by: stride) {
                    for x in Swift.stride(from: 0, through: padded.shape[1] - kernel, by: stride) {
                        rows.append(
                            padded.slice(y..<y + kernel).slice(x..<x + kernel, axis: 1).elements)
                    }
                }
                return Tensor(rows: rows)
            }
        ],
        hints: Hints(
            question: "In which order do the pixels of a window follow each other?",
            concept: "Two loops choose a window, which is a row of the matrix; three loops walk "
                + "over it: dy, dx and the channel, the channel fastest, just as a kernel lies in "
                + "memory.",
            step: "Row oy * columns + ox, column (dy * kernel + dx) * channels + c. Begin with "
                + "zeros, and write only what lies on the image."))

    private static let im2colMisconceptions = [
        call.misconception(
            "your windows are columns, not rows", check: "windows",
            hints: Hints(
                question: "How many rows has your matrix, and how many windows has the image?",
                concept: "Many texts put windows into columns (hence the name im2col). Here images "
                    + "keep their channel last, and a window is a row: then its pixels lie side by "
                    + "side in memory.",
                step: "The shape is [rows * columns, kernel * kernel * channels].")
        ) { image, kernel, stride, padding in
            try solution(image, kernel, stride, padding).transposed()
        },
        call.misconception(
            "the numbers of a channel stand together", check: "windows",
            hints: Hints(
                question: "Red, green and blue of one pixel: how far apart do they stand in your "
                    + "row?",
                concept: "The channel is the last axis, so it varies fastest, in the image, in the "
                    + "kernel and in the row.",
                step: "(dy * kernel + dx) * channels + c, not (c * kernel + dy) * kernel + dx.")
        ) { image, kernel, stride, padding in
            let matrix = try solution(image, kernel, stride, padding)
            return matrix.reshaped([matrix.shape[0], kernel * kernel, image.shape[2]])
                .transposed([0, 2, 1]).reshaped(matrix.shape)
        },
        call.misconception(
            "a window is read column by column", check: "windows",
            hints: Hints(
                question: "The window [[1, 2], [4, 5]]: which number comes second?",
                concept: "Row-major: one goes along a row before one goes down.",
                step: "dy * kernel + dx, not dx * kernel + dy.")
        ) { image, kernel, stride, padding in
            let matrix = try solution(image, kernel, stride, padding)
            return matrix.reshaped([matrix.shape[0], kernel, kernel, image.shape[2]])
                .transposed([0, 2, 1, 3]).reshaped(matrix.shape)
        },
        call.misconception(
            "the windows come column by column", check: "windows",
            hints: Hints(
                question:
                    "Which window follows the first one: its right neighbour or the one below?",
                concept:
                    "The rows of the matrix become an image again when it is reshaped; so they "
                    + "come row by row.",
                step: "oy * (windows side by side) + ox.")
        ) { image, kernel, stride, padding in
            let matrix = try solution(image, kernel, stride, padding)
            let rows = (image.shape[0] + 2 * padding - kernel) / stride + 1
            return matrix.reshaped([rows, matrix.shape[0] / rows, matrix.shape[1]])
                .transposed([1, 0, 2]).reshaped(matrix.shape)
        },
        call.misconception(
            "all the padding stands above and to the left", check: "padding",
            hints: Hints(
                question: "Where in the padded image does the image lie?",
                concept: "In its middle: as many zeros before as behind.",
                step: "y = oy * stride + dy - padding, not - 2 * padding.")
        ) { image, kernel, stride, padding in
            try solution(image.framed(before: 2 * padding, after: 0, axis: 0), kernel, stride, 0)
        },
        call.misconception(
            "beyond the border you repeat its pixels", check: "padding",
            hints: Hints(
                question: "What does a window see beyond the border?",
                concept: "Zeros. A network learns what they mean; repeated pixels would look like "
                    + "tissue that is not there.",
                step: "Leave the zero of the matrix as it is where y or x lies beyond the border.")
        ) { image, kernel, stride, padding in
            try solution(image.borderRepeated(padding, axis: 0), kernel, stride, 0)
        },
        call.misconception(
            "beyond the right border you run into the next row", check: "padding",
            hints: Hints(
                question: "Which number lies in memory right behind the last one of a row?",
                concept: "The first of the next row. So a place beyond the border must be found by "
                    + "x and y, not by the place in memory.",
                step: "guard 0 <= y, y < height, 0 <= x, x < width before you read.")
        ) { image, kernel, stride, padding in
            // Beyond the right border comes the next row, as the memory has it.
            let (width, channels) = (image.shape[1], image.shape[2])
            let elements = image.elements
            let rows = (image.shape[0] + 2 * padding - kernel) / stride + 1
            let columns = (width + 2 * padding - kernel) / stride + 1
            var matrix: [Double] = []
            for window in 0..<rows * columns {
                for tap in 0..<kernel * kernel {
                    let y = window / columns * stride + tap / kernel - padding
                    let x = window % columns * stride + tap % kernel - padding
                    for c in 0..<channels {
                        let place = (y * width + x) * channels + c
                        matrix.append(elements.indices.contains(place) ? elements[place] : 0)
                    }
                }
            }
            return Tensor(matrix, shape: [rows * columns, kernel * kernel * channels])
        },
        call.misconception(
            "your windows are one pixel apart, whatever the stride", check: "stride",
            hints: Hints(
                question: "With stride 3, where does the third window begin?",
                concept: "Window number ox begins at ox times the stride.",
                step: "x = ox * stride + dx - padding.")
        ) { image, kernel, stride, padding in
            let right = try solution(image, kernel, stride, padding)
            let rows = (image.shape[0] + 2 * padding - kernel) / stride + 1
            let dense = try solution(image, kernel, 1, padding)
            let denseRows = image.shape[0] + 2 * padding - kernel + 1
            return dense.reshaped([denseRows, dense.shape[0] / denseRows, dense.shape[1]])
                .corner(rows: rows, columns: right.shape[0] / rows, axis: 0).reshaped(right.shape)
        },
        call.misconception(
            "the last window hangs over the border", check: "stride",
            hints: Hints(
                question: "Seven rows, windows of two, stride 2: how many fit?",
                concept: "Three, at 0, 2 and 4: the division is rounded down.",
                step: "(height + 2 * padding - kernel) / stride + 1, in whole numbers.")
        ) { image, kernel, stride, padding in
            try solution(
                image.framed(before: padding, after: padding + stride - 1, axis: 0), kernel, stride,
                0)
        },
    ]

    /// The sum of each window: its inner order is the business of the first check.
    private static func compareSums(
        _ expected: Tensor<Double>, _ got: Tensor<Double>
    ) -> Verdict {
        guard expected.shape == got.shape else { return compare(expected, got) }
        return compare(expected.sum(axes: [1]), got.sum(axes: [1])).about("the sums of the windows")
    }
}

private func solution(
    _ image: Tensor<Double>, _ kernel: Int, _ stride: Int, _ padding: Int
) throws -> Tensor<Double> {
    try ConvolutionalNetworkSolution.im2col(
        image, kernel: kernel, stride: stride, padding: padding)
}
