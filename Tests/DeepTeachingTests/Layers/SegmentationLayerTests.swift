import XCTest

@testable import DeepTeaching

/// Shapes, gradients and independence of networks that answer for each pixel.
final class SegmentationLayerTests: XCTestCase {
    private var generator = SeededGenerator(seed: 4)

    private func check(
        _ layer: some Layer<Double>, _ shape: [Int], _ name: String, line: UInt = #line
    ) {
        let input = Variable(Tensor<Double>.normal(shape, using: &generator))
        let weights = Variable(
            Tensor<Double>.normal(layer(input, in: .inference).shape, using: &generator))
        let byParameters = gradientCheck(of: layer, step: 1e-6, samples: 12) { layer in
            (layer(input, in: .inference) * weights).sum()
        }
        XCTAssertLessThan(byParameters, 1e-6, "\(name), parameters", line: line)
        let byInput = gradientCheck(of: input, step: 1e-6, samples: 12) { input in
            (layer(input, in: .inference) * weights).sum()
        }
        XCTAssertLessThan(byInput, 1e-6, "\(name), input", line: line)
    }

    func testGradients() {
        check(UNet<Double>(inputs: 2, channels: [3, 2], using: &generator), [2, 4, 6, 2], "U-Net")
        check(
            UNet<Double>(inputs: 1, channels: [2], using: &generator), [1, 3, 5, 1], "flat U-Net")
        check(
            RowColumnSweep<Double>(inputs: 2, hidden: 3, patch: 2, using: &generator),
            [2, 4, 2, 2],
            "sweep")
        check(
            TransposedConvolution2D<Double>(
                inputs: 2, outputs: 3, kernel: 3, stride: 3, activation: .softplus,
                using: &generator), [2, 1, 2, 2], "blocks")
    }

    func testShapes() {
        let network = UNet<Float>(inputs: 3, channels: [4, 5, 6], classes: 2, using: &generator)
        XCTAssertEqual(network.depth, 2)
        XCTAssertEqual(network(.ones([2, 8, 12, 3])).shape, [2, 8, 12, 2])
        XCTAssertEqual(network(.ones([0, 8, 12, 3])).shape, [0, 8, 12, 2])
        let sweep = RowColumnSweep<Float>(inputs: 3, hidden: 4, patch: 2, using: &generator)
        XCTAssertEqual(sweep(.ones([2, 6, 4, 3])).shape, [2, 3, 2, 8])
        XCTAssertEqual(sweep(.ones([0, 6, 4, 3])).shape, [0, 3, 2, 8])
        XCTAssertEqual(sweep(.ones([2, 0, 4, 3])).shape, [2, 0, 2, 8])
    }

    /// What an image gets does not depend on what else is in the batch.
    func testImagesAreStrangers() {
        let sweep = RowColumnSweep<Double>(inputs: 2, hidden: 3, using: &generator)
        let images = Tensor<Double>.normal([3, 4, 5, 2], using: &generator)
        let together = sweep(images)
        for image in 0..<3 {
            let alone = sweep(images.slice(image..<image + 1))
            let difference = (alone - together.slice(image..<image + 1)).absolute()
            XCTAssertLessThan(difference.elements.max() ?? 0, 1e-14)
        }
    }

    /// A pixel in one corner changes the answer in the opposite one.
    func testSweepsReachEveryPixel() {
        let sweep = RowColumnSweep<Double>(inputs: 1, hidden: 2, using: &generator)
        let image = Tensor<Double>.normal([1, 6, 7, 1], using: &generator)
        for corner in [[0, 0], [0, 6], [5, 0], [5, 6]] {
            var changed = image
            changed[0, corner[0], corner[1], 0] += 1
            let difference = (sweep(changed) - sweep(image)).absolute()
            XCTAssertGreaterThan(
                difference[0..<1, 5 - corner[0]..<6 - corner[0], 6 - corner[1]..<7 - corner[1]]
                    .sum().elements[0], 0)
        }
    }
}
