import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 3: a convolution as a matrix product.
extension ConvolutionCourse {
    func showMatrix(_ patch: ExamplePatch) throws {
        try lesson.step("A convolution is a matrix product") { step in
            step.words(
                """
                Seven loops inside each other are slow, and Lesson 1 has shown what is fast: a matrix \
                product. So write every window as one *row*, its pixels one after the other. The \
                kernels become *columns*. Row times column is just the sum of products that the \
                equation asks for. The name is *im2col*, image to columns [CHE06].
                """)
            step.equation(
                "Z = R W + b",
                where: [
                    "R": "windows, one a row: [windows, kernel² · channels]",
                    "W": "kernels, one a column: [kernel² · channels, outputs]", "b": "the bias",
                ])
            step.code(
                """
                let rows = (height + 2 * padding - kernel) / stride + 1
                let columns = (width + 2 * padding - kernel) / stride + 1
                // Row oy * columns + ox holds the window at (oy, ox):
                matrix[oy * columns + ox, (dy * kernel + dx) * channels + c] = image[y, x, c]
                """,
                caption: "y = oy * stride + dy - padding, x likewise; beyond the border stays 0.")
            let side = source.grid.side
            step.question(
                "A patch has \(side) x \(side) x 3 numbers. Through windows of 5 x 5, how many times "
                    + "as many has the matrix?",
                choices: ["as many", "about 5 times", "about 20 times", "about 75 times"])
            try measureMatrix(patch, step)
            step.words("Exercise: `im2col` in \(LessonOutline.convolutionalNetwork.exercisesPath).")
            step.reference(
                "CHE06",
                "CHELLAPILLA, Kumar, PURI, Sidd and SIMARD, Patrice. High performance convolutional "
                    + "neural networks for document processing. In: Tenth International Workshop on "
                    + "Frontiers in Handwriting Recognition, 2006.")
        }
    }

    private func measureMatrix(_ patch: ExamplePatch, _ step: StepWriter) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "matrix")
        let weights = Tensor<Double>(
            (0..<75 * 16).map { _ in generator.uniform(-1, 1) }, shape: [5, 5, 3, 16])
        let image = patch.color.removingAxis(0)
        let rows = image.windows(5)
        let product = rows.matrixProduct(weights.reshaped([75, 16]))
        let library = patch.color.convolved(weights: weights, bias: .zeros([16]))
        step.number("windowRows", rows.shape[0], "Windows of 5 x 5 in a patch")
        step.number(
            "windowShare", Double(rows.count) / Double(image.count),
            "The matrix is larger than the patch", unit: "times", digits: 1)
        step.answer(
            "About twenty times: nearly every pixel stands in 25 windows, less at the border. That "
                + "is the price; the library's kernel reads the windows where they lie.", choice: 2)
        step.number(
            "matrixDifference", product.reshaped(library.shape).largestDifference(from: library),
            "Largest difference between both ways, 16 kernels", digits: 9)
        try showSpeed(step)
        let (kernel, stride, padding) = (5, 1, 0)
        try compareMine(
            ConvolutionalNetworkCalls.im2col, image, kernel, stride, padding, with: rows, step)
    }

    /// Times both ways on one patch in single precision; times are no part of the report.
    private func showSpeed(_ step: StepWriter) throws {
        let side = source.grid.side
        let images = Variable(Tensor<Float>.ones([1, side, side, 3]))
        let weights = Variable(Tensor<Float>.ones([5, 5, 3, 16]))
        let bias = Variable(Tensor<Float>.zeros([16]))
        let start = Date()
        for _ in 0..<100 { _ = images.convolved(weights: weights, bias: bias) }
        step.duration(
            "A hundred such convolutions by the library",
            seconds: Date().timeIntervalSince(start))
    }
}
