import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// A convolution as a matrix product.
extension ConvolutionCourse {
    func showMatrix(_ patch: ExamplePatch) throws {
        try lesson.step("matrix") { step in
            var generator = SeededGenerator(seed: lesson.seed, stream: "matrix")
            let weights = Tensor<Double>(
                (0..<75 * 16).map { _ in generator.uniform(-1, 1) }, shape: [5, 5, 3, 16])
            let image = patch.color.removingAxis(0)
            // listing: ConvolutionCourse.matrixProduct
            let rows = image.windows(5)  // [windows, 75]
            let columns = weights.reshaped([75, 16])  // [75, outputs]
            let product = rows.matrixProduct(columns)  // [windows, outputs]
            // end listing
            step.number("windowRows", rows.shape[0])
            step.number("windowShare", Double(rows.count) / Double(image.count), .decimals(1))
            let library = patch.color.convolved(weights: weights, bias: .zeros([16]))
            step.number(
                "matrixDifference",
                product.reshaped(library.shape).largestDifference(from: library),
                .scientific(1))
            step.duration("convolutionTime", seconds: timeOfAHundred())
            let (kernel, stride, padding) = (5, 1, 0)
            try step.compare(
                mine, ConvolutionalNetworkCalls.im2col, image, kernel, stride, padding, with: rows)
        }
    }

    /// The seconds that the library takes for a hundred convolutions in single precision.
    private func timeOfAHundred() -> Double {
        let side = source.grid.side
        let images = Variable(Tensor<Float>.ones([1, side, side, 3]))
        let weights = Variable(Tensor<Float>.ones([5, 5, 3, 16]))
        let bias = Variable(Tensor<Float>.zeros([16]))
        let start = Date()
        for _ in 0..<100 { _ = images.convolved(weights: weights, bias: bias) }
        return Date().timeIntervalSince(start)
    }
}
