import CKernels
import XCTest

@testable import DeepTeaching

/// The fast kernels against the plain loops that one can read, for each instruction set.
final class KernelTests: XCTestCase {
    func testMatrixProduct() {
        var generator = SeededGenerator(seed: 1)
        let sizes = [
            (1, 1, 1), (3, 5, 7), (8, 32, 16), (9, 33, 17), (17, 100, 300), (40, 129, 513),
            (64, 256, 64), (200, 10, 84), (5, 40, 0), (0, 3, 4), (70, 31, 260),
            // More rows than the kernel takes at once, and columns enough not to part the rows.
            (530, 129, 260),
        ]
        for (rows, columns, depth) in sizes {
            for flags in 0..<8 {
                let (first, second) = (flags & 1 == 1, flags & 2 == 2)
                let a = Tensor<Double>.normal(
                    first ? [depth, rows] : [rows, depth], using: &generator)
                let b = Tensor<Double>.normal(
                    second ? [columns, depth] : [depth, columns], using: &generator)
                let bias = Tensor<Double>.normal([columns], using: &generator)
                let activation: Activation = flags & 4 == 4 ? .relu : .identity
                let expected = a.matrixProduct(
                    b, transposingFirst: first, transposingSecond: second, bias: bias,
                    activation: activation)
                forEachInstructionSet { name in
                    let found = a.float.matrixProduct(
                        b.float, transposingFirst: first, transposingSecond: second,
                        bias: bias.float, activation: activation)
                    XCTAssertEqual(
                        found.distance(to: expected), 0, accuracy: 1e-5,
                        "\(name) \(rows) x \(depth) x \(columns), flags \(flags)")
                }
            }
        }
    }

    func testBatchedMatrixProduct() {
        var generator = SeededGenerator(seed: 4)
        for (first, second) in [
            ([3, 9, 17], [3, 17, 33]), ([2, 1, 5, 7], [4, 7, 1]), ([6, 2], [0, 2, 3]),
        ] {
            let a = Tensor<Double>.normal(first, using: &generator)
            let b = Tensor<Double>.normal(second, using: &generator)
            let expected = a.matrixProduct(b)
            forEachInstructionSet { name in
                let found = a.float.matrixProduct(b.float)
                XCTAssertLessThan(found.distance(to: expected), 1e-5, "\(name) \(first) \(second)")
            }
        }
    }

    func testAdam() {
        let step = AdamStep(
            rate: 0.1, firstMomentDecay: 0.8, secondMomentDecay: 0.9, secondMomentScale: 1.5,
            epsilon: 1e-4,
            weightDecay: 0.1)
        for count in [0, 1, 7, 16, 100, 16_384 + 3] {
            var generator = SeededGenerator(seed: 15)
            let gradient = Tensor<Double>.normal([count], using: &generator)
            var expected = (Tensor<Double>.ones([count]), gradient * 0.5, gradient * gradient)
            let start = (expected.0.float, expected.1.float, expected.2.float)
            DoubleKernels.adamStep(step, &expected.0, &expected.1, &expected.2, gradient: gradient)
            forEachInstructionSet { name in
                var found = start
                FloatKernels.adamStep(step, &found.0, &found.1, &found.2, gradient: gradient.float)
                XCTAssertLessThan(found.0.distance(to: expected.0), 1e-5, "\(name) \(count)")
                XCTAssertLessThan(found.1.distance(to: expected.1), 1e-5, "\(name) \(count)")
                XCTAssertLessThan(found.2.distance(to: expected.2), 1e-5, "\(name) \(count)")
            }
        }
    }

    func testConvolution() {
        for shape in ConvolutionShape.all {
            var generator = SeededGenerator(seed: 2, stream: "\(shape)")
            let (convolution, input, weights, bias) = shape.operands(using: &generator)
            let expected = DoubleKernels.convolution(
                convolution, input, weights: weights, bias: bias)
            let gradient = Tensor<Double>.normal(expected.output.shape, using: &generator)
            let expectedGradients = DoubleKernels.convolutionGradients(
                convolution, input, weights: weights, result: expected, gradient: gradient,
                needsInput: true)
            forEachInstructionSet { name in
                let found = FloatKernels.convolution(
                    convolution, input.float, weights: weights.float, bias: bias.float)
                let gradients = FloatKernels.convolutionGradients(
                    convolution, input.float, weights: weights.float, result: found,
                    gradient: gradient.float, needsInput: true)
                for (part, difference) in [
                    ("output", found.output.distance(to: expected.output)),
                    ("weights", gradients.weights.distance(to: expectedGradients.weights)),
                    ("bias", gradients.bias.distance(to: expectedGradients.bias)),
                    ("input", gradients.input!.distance(to: expectedGradients.input!)),
                ] {
                    XCTAssertEqual(difference, 0, accuracy: 1e-5, "\(name) \(shape): \(part)")
                }
            }
        }
    }
}

/// Sizes that fit the kernels' blocks, and sizes that do not.
struct ConvolutionShape {
    var batch = 3
    var height = 9
    var width = 11
    var inputs = 3
    var outputs = 5
    var kernel = 3
    var stride = 1
    var padding = 1
    var dilation = 1
    var activation = Activation.relu
    var pooling = Pooling.none

    static var all: [ConvolutionShape] {
        var shapes = [
            ConvolutionShape(), ConvolutionShape(batch: 0), ConvolutionShape(batch: 1),
            ConvolutionShape(batch: 10, height: 8, width: 8, inputs: 16, outputs: 32),
            ConvolutionShape(inputs: 1, outputs: 6, kernel: 5, padding: 2),
            ConvolutionShape(height: 12, width: 7, inputs: 6, outputs: 16, kernel: 5, padding: 0),
            ConvolutionShape(stride: 2), ConvolutionShape(height: 10, stride: 3, padding: 0),
            ConvolutionShape(height: 3, width: 3, padding: 0),
            ConvolutionShape(kernel: 1, padding: 0), ConvolutionShape(inputs: 17, outputs: 33),
            ConvolutionShape(height: 40, width: 66, inputs: 2, outputs: 49),
            ConvolutionShape(padding: 2, dilation: 2), ConvolutionShape(stride: 2, dilation: 3),
            ConvolutionShape(inputs: 17, outputs: 33, padding: 0, dilation: 4),
            // No row of the kernel meets the image.
            ConvolutionShape(height: 1, width: 9, kernel: 2, padding: 3, dilation: 4),
            // Several pixels in a vector: rows that they fill, and rows that they do not.
            ConvolutionShape(height: 19, width: 28, inputs: 1, outputs: 6, kernel: 5, padding: 2),
            ConvolutionShape(height: 5, width: 13, inputs: 2, outputs: 3, kernel: 5, padding: 4),
            ConvolutionShape(height: 11, width: 34, inputs: 1, outputs: 1, stride: 2),
            ConvolutionShape(height: 4, width: 31, inputs: 7, outputs: 4, kernel: 2, stride: 3),
            ConvolutionShape(height: 1, width: 2, inputs: 4, outputs: 2),
        ]
        shapes += shapes.map {
            var shape = $0
            shape.activation = .identity
            return shape
        }
        return shapes
            + shapes.filter(\.leavesASquare).map {
                var shape = $0
                shape.pooling = .maximum
                return shape
            }
    }

    /// Whether pooling finds a square of 2 x 2.
    private var leavesASquare: Bool {
        [height, width].allSatisfy {
            ($0 + 2 * padding - (kernel - 1) * dilation - 1) / stride + 1 >= 2
        }
    }

    func operands(
        using generator: inout SeededGenerator
    ) -> (Convolution, Tensor<Double>, Tensor<Double>, Tensor<Double>) {
        let input = Tensor<Double>.normal([batch, height, width, inputs], using: &generator)
        let weights = Tensor<Double>.normal([kernel, kernel, inputs, outputs], using: &generator)
        let bias = Tensor<Double>.normal([outputs], using: &generator)
        let convolution = Convolution(
            input: input.shape, weights: weights.shape, bias: bias.shape, stride: stride,
            padding: padding, dilation: dilation, activation: activation, pooling: pooling)
        // Values that Float holds exactly, so that both kinds choose the same maxima.
        return (convolution, input.float.inDouble, weights.float.inDouble, bias.float.inDouble)
    }
}

extension XCTestCase {
    /// Runs `body` with each instruction set that this machine has.
    func forEachInstructionSet(_ body: (String) throws -> Void) rethrows {
        for (limit, name) in ["generic", "AVX2", "AVX-512"].enumerated() {
            let before = kernels_limit_instruction_set(CInt(limit))
            defer { _ = kernels_limit_instruction_set(before) }
            if kernels_instruction_set() == CInt(limit) { try body(name) }
        }
    }
}

extension Tensor<Double> {
    var float: Tensor<Float> { Tensor<Float>(elements.map { Float($0) }, shape: shape) }
}

extension Tensor<Float> {
    /// The largest difference, relative to the largest expected number.
    func distance(to expected: Tensor<Double>) -> Double {
        guard shape == expected.shape else { return .infinity }
        let scale = expected.elements.reduce(1) { Swift.max($0, abs($1)) }
        return zip(elements, expected.elements).reduce(0) { largest, pair in
            let difference = abs(Double(pair.0) - pair.1) / scale
            return difference <= largest ? largest : difference
        }
    }
}
