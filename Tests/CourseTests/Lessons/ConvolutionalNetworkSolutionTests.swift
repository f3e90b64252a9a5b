import Curriculum
import DeepTeaching
import GraderKit
import Solutions
import XCTest

/// The library and the solutions of Lesson 10 give the same answers.
final class ConvolutionalNetworkSolutionTests: XCTestCase {
    private typealias Solution = ConvolutionalNetworkSolution

    private var generator = SeededGenerator(seed: 10)

    private func tensor(_ shape: [Int]) -> Tensor<Double> {
        Tensor((0..<shape.reduce(1, *)).map { _ in generator.uniform(-1, 1) }, shape: shape)
    }

    private func assertEqual(
        _ got: Tensor<Double>, _ expected: Tensor<Double>, accuracy: Double = 1e-12,
        _ words: String = "", line: UInt = #line
    ) {
        XCTAssertEqual(got.shape, expected.shape, words, line: line)
        for (a, b) in zip(got.elements, expected.elements) {
            XCTAssertEqual(a, b, accuracy: accuracy, words, line: line)
        }
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        let nine = (1...9).map(Double.init)
        assertEqual(
            try Solution.convolution2D(
                Tensor(nine, shape: [1, 3, 3, 1]),
                weights: Tensor([1, 0, 0, -1], shape: [2, 2, 1, 1]),
                bias: Tensor([10], shape: [1]), stride: 1, padding: 0),
            Tensor([6, 6, 6, 6], shape: [1, 2, 2, 1]))
        assertEqual(
            try Solution.im2col(Tensor(nine, shape: [3, 3, 1]), kernel: 2, stride: 1, padding: 0),
            Tensor(rows: [[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]]))
        assertEqual(
            try Solution.maxPooling(
                Tensor([1, 5, 2, 0, 3, 4, 8, 9], shape: [1, 2, 4, 1]), size: 2),
            Tensor([5, 9], shape: [1, 1, 2, 1]))
        assertEqual(
            try Solution.maxPoolingGradient(
                images: Tensor([7, 7, 3, 1], shape: [1, 2, 2, 1]), size: 2,
                outputGradient: Tensor([5], shape: [1, 1, 1, 1])),
            Tensor([5, 0, 0, 0], shape: [1, 2, 2, 1]))
        assertEqual(
            try Solution.fullyConvolutional(
                Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3, 1]),
                weights: Tensor([1, 10, 100, 1000], shape: [4, 1]),
                bias: Tensor([0.5], shape: [1]), side: 2),
            Tensor([5421.5, 6532.5], shape: [1, 2, 1]))
    }

    func testTheWorkedExamplesOfGradientsAndNormalizationAreRight() throws {
        let gradients = try Solution.convolution2DGradients(
            images: Tensor([1, 2, 3], shape: [1, 1, 3, 1]),
            weights: Tensor([10, 20], shape: [1, 2, 1, 1]), stride: 1, padding: 0,
            outputGradient: Tensor([1, 1], shape: [1, 1, 2, 1]))
        assertEqual(gradients.weights, Tensor([3, 5], shape: [1, 2, 1, 1]))
        assertEqual(gradients.images, Tensor([10, 30, 20], shape: [1, 1, 3, 1]))
        assertEqual(gradients.bias, Tensor([2], shape: [1]))
        let normalized = try Solution.batchNormalization(
            Tensor([1, 3], shape: [2, 1, 1, 1]),
            layer: NormalizationLayer(
                scale: Tensor([2], shape: [1]), shift: Tensor([10], shape: [1]),
                runningMean: Tensor([0], shape: [1]),
                runningVariance: Tensor([1], shape: [1])),
            training: true, momentum: 0.1, epsilon: 0)
        assertEqual(normalized.output, Tensor([8, 12], shape: [2, 1, 1, 1]))
        assertEqual(normalized.runningMean, Tensor([0.2], shape: [1]))
        assertEqual(normalized.runningVariance, Tensor([1.1], shape: [1]))
    }

    func testConvolutionAndItsGradientsAreTheLibrarys() throws {
        for (stride, padding) in [(1, 0), (1, 1), (2, 1), (3, 1), (2, 0)] {
            let images = tensor([2, 7, 8, 3])
            let weights = tensor([3, 2, 3, 4])
            let bias = tensor([4])
            let words = "stride \(stride), padding \(padding)"
            let library = images.convolved(
                weights: weights, bias: bias, stride: stride, padding: padding)
            assertEqual(
                try Solution.convolution2D(
                    images, weights: weights, bias: bias, stride: stride,
                    padding: padding), library, words)
            let outputGradient = tensor(library.shape)
            let own = try Solution.convolution2DGradients(
                images: images, weights: weights, stride: stride, padding: padding,
                outputGradient: outputGradient)
            let variables = [images, weights, bias].map { Variable($0) }
            let expected = gradients(of: variables) { variables in
                (variables[0].convolved(
                    weights: variables[1], bias: variables[2], stride: stride, padding: padding)
                    * Variable(outputGradient)).sum()
            }.gradients.values
            assertEqual(own.images, expected[0], words)
            assertEqual(own.weights, expected[1], words)
            assertEqual(own.bias, expected[2], words)
        }
    }

    /// The gradients of the solution are those of its own way forward.
    func testGradientsAgreeWithCentralDifferences() throws {
        let (images, weights) = (tensor([1, 4, 4, 2]), tensor([3, 3, 2, 2]))
        let outputGradient = tensor([1, 2, 2, 2])
        func loss(_ images: Tensor<Double>, _ weights: Tensor<Double>) throws -> Double {
            let output = try Solution.convolution2D(
                images, weights: weights, bias: .zeros([2]), stride: 2, padding: 1)
            return (output * outputGradient).sum().scalar
        }
        let own = try Solution.convolution2DGradients(
            images: images, weights: weights, stride: 2, padding: 1,
            outputGradient: outputGradient)
        let byPixel = try CentralDifference.verdict(
            on: own.images.elements, of: { try loss(Tensor($0, shape: images.shape), weights) },
            at: images.elements)
        XCTAssertTrue(byPixel.isRight, byPixel.difference ?? "")
        let byWeight = try CentralDifference.verdict(
            on: own.weights.elements, of: { try loss(images, Tensor($0, shape: weights.shape)) },
            at: weights.elements)
        XCTAssertTrue(byWeight.isRight, byWeight.difference ?? "")
    }

    func testWindowsTimesKernelsAreTheLibrarysConvolution() throws {
        for (stride, padding) in [(1, 0), (2, 1), (3, 2)] {
            let image = tensor([6, 9, 2])
            let weights = tensor([3, 3, 2, 5])
            let rows = try Solution.im2col(image, kernel: 3, stride: stride, padding: padding)
            let library = image.insertingAxis(at: 0).convolved(
                weights: weights, bias: .zeros([5]), stride: stride, padding: padding)
            assertEqual(
                rows.matrixProduct(weights.reshaped([18, 5])).reshaped(library.shape), library,
                "stride \(stride), padding \(padding)")
        }
    }

    func testPoolingAndItsGradientAreTheLibrarys() throws {
        for size in [2, 3] {
            // Few different numbers, most of them negative: many squares tie, many lie below 0.
            let images = tensor([2, 7, 8, 3]).map { ($0 * 2 - 2).rounded() }
            let library = Variable(images).maximumPooled(size: size).value
            assertEqual(try Solution.maxPooling(images, size: size), library)
            let outputGradient = tensor(library.shape)
            let expected = gradients(of: Variable(images)) { images in
                (images.maximumPooled(size: size) * Variable(outputGradient)).sum()
            }.gradients.values[0]
            assertEqual(
                try Solution.maxPoolingGradient(
                    images: images, size: size, outputGradient: outputGradient), expected)
        }
    }

    func testBatchNormalizationIsTheLibrarys() throws {
        var library = BatchNormalization<Double>(features: 3, momentum: 0.2, epsilon: 1e-3)
        library.scale = Variable(tensor([3]))
        library.shift = Variable(tensor([3]))
        for step in 0..<3 {
            let input = tensor([4, 3, 2, 3]) * 3 + 1
            let layer = NormalizationLayer(
                scale: library.scale.value, shift: library.shift.value,
                runningMean: library.runningMean, runningVariance: library.runningVariance)
            func own(_ training: Bool) throws -> NormalizedBatch {
                try Solution.batchNormalization(
                    input, layer: layer, training: training, momentum: 0.2,
                    epsilon: 1e-3)
            }
            assertEqual(try own(false).output, library(input), accuracy: 1e-9, "step \(step)")
            let pass = Pass.training(seed: 1)
            assertEqual(
                try own(true).output, library(Variable(input), in: pass).value, accuracy: 1e-9)
            library.updateStatistics(from: pass)
            assertEqual(try own(true).runningMean, library.runningMean)
            assertEqual(try own(true).runningVariance, library.runningVariance)
        }
    }

    func testEveryPlaceIsTheLibrarysDenseLayerOnItsWindow() throws {
        let (side, channels) = (3, 2)
        let features = tensor([6, 5, channels])
        let dense = Dense(
            weights: tensor([side * side * channels, 4]), bias: tensor([4]))
        let own = try Solution.fullyConvolutional(
            features, weights: dense.weights.value, bias: dense.bias.value,
            side: side)
        XCTAssertEqual(own.shape, [4, 3, 4])
        for y in 0..<4 {
            for x in 0..<3 {
                let window = features.slice(y..<y + side).slice(x..<x + side, axis: 1)
                let expected = dense(window.reshaped([1, side * side * channels]))
                assertEqual(
                    own.slice(y..<y + 1).slice(x..<x + 1, axis: 1).reshaped([1, 4]), expected,
                    "(\(y), \(x))")
            }
        }
    }
}
