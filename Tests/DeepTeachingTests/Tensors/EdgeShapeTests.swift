import XCTest

@testable import DeepTeaching

/// Shapes with nothing, or only one thing, along an axis; and numbers that are none.
final class EdgeShapeTests: XCTestCase {
    private let empty = Tensor<Float>.zeros([0, 3])
    private let single = Tensor<Float>(7)

    func testNothing() {
        XCTAssertEqual(empty.transposed([1, 0]).shape, [3, 0])
        XCTAssertEqual(empty.reversed(axis: 0).shape, [0, 3])
        XCTAssertEqual(empty.strided(by: 2, axis: 0).shape, [0, 3])
        XCTAssertEqual(empty.spread(by: 2, axis: 0).shape, [0, 3])
        XCTAssertEqual(
            empty.padded(before: [1, 0], after: [1, 0], with: 4).elements, [4, 4, 4, 4, 4, 4])
        XCTAssertEqual(empty.gathered([], axis: 1).shape, [0, 0])
        XCTAssertEqual(empty.scattered(to: [], length: 2).elements, [0, 0, 0, 0, 0, 0])
        XCTAssertEqual(empty.picked([]).shape, [0])
        XCTAssertEqual(empty.unstacked(axis: 0).count, 0)
        XCTAssertEqual(empty.unstacked(axis: 1).map(\.shape), [[0], [0], [0]])
        XCTAssertEqual(empty.maximum(axes: [1]).shape, [0])
        XCTAssertEqual(empty.logSumExp(axes: [1], keepingAxes: true).shape, [0, 1])
        XCTAssertEqual((empty .< 1).shape, [0, 3])
        XCTAssertEqual(empty.replacing(with: .ones([]), where: empty).shape, [0, 3])
        XCTAssertEqual(empty[0..<0, 1..<2].shape, [0, 1])
        XCTAssertEqual(Tensor<Float>.concatenated([empty, .ones([1, 3])]).elements, [1, 1, 1])
        XCTAssertEqual(Tensor<Float>.oneHot([], classes: 3).shape, [0, 3])
        XCTAssertEqual(empty.matrixProduct(.ones([3, 2])).shape, [0, 2])
        XCTAssertEqual(
            Tensor<Float>.ones([2, 0]).matrixProduct(.zeros([0, 2])).elements, [0, 0, 0, 0])
    }

    func testASingleNumber() {
        XCTAssertEqual(single.transposed([]).scalar, 7)
        XCTAssertEqual(single.maximum().scalar, 7)
        XCTAssertEqual(single.minimum(axes: []).scalar, 7)
        XCTAssertEqual(single.logSumExp(axes: []).scalar, 7)
        XCTAssertEqual(single.broadcast(to: [2, 2]).elements, [7, 7, 7, 7])
        XCTAssertEqual(single.padded(before: [], after: []).scalar, 7)
        XCTAssertEqual(single.insertingAxis(at: 0).shape, [1])
        XCTAssertEqual(Tensor.stacked([single, single]).elements, [7, 7])
    }

    func testBlocksAreWrittenWhereTheyAreRead() {
        var grid = Tensor<Float>.counting(12).reshaped([3, 4])
        let before = grid
        XCTAssertEqual(grid[1..<3, 2..<4].elements, [6, 7, 10, 11])
        grid[1..<3, 2..<4] = Tensor([60, 70, 100, 110], shape: [2, 2])
        XCTAssertEqual(grid.elements, [0, 1, 2, 3, 4, 5, 60, 70, 8, 9, 100, 110])
        grid[0..<1] = .zeros([1, 4])
        XCTAssertEqual(grid.slice(0..<1).elements, [0, 0, 0, 0])
        XCTAssertEqual(before.elements, (0..<12).map { Float($0) })
    }

    func testSpreadIsWhatSteppingDoesBackwards() {
        let row = Tensor<Float>([1, 2, 3], shape: [3])
        XCTAssertEqual(row.spread(by: 3, axis: 0).elements, [1, 0, 0, 2, 0, 0, 3])
        XCTAssertEqual(row.spread(by: 2, axis: 0, length: 6).elements, [1, 0, 2, 0, 3, 0])
        XCTAssertEqual(row.spread(by: 2, axis: 0, length: 6).strided(by: 2, axis: 0), row)
    }

    func testLogSumExpOfExtremes() {
        let rows = Tensor<Float>(rows: [
            [1000, 1000], [-1000, -1000], [-.infinity, -.infinity], [.infinity, 0], [.nan, 0],
        ])
        let found = rows.logSumExp(axes: [1]).elements
        XCTAssertEqual(found[0], 1000 + log(2), accuracy: 1e-4)
        XCTAssertEqual(found[1], -1000 + log(2), accuracy: 1e-4)
        XCTAssertEqual(found[2], -.infinity)
        XCTAssertEqual(found[3], .infinity)
        XCTAssertTrue(found[4].isNaN)
    }

    func testExtremeArguments() {
        let far = Tensor<Float>([-200, 200], shape: [2])
        XCTAssertEqual(far.softplus().elements, [0, 200])
        XCTAssertEqual(far.sigmoid().elements, [0, 1])
        XCTAssertEqual(far.gelu().elements, [0, 200])
    }

    func testWhatIsNotANumberIsNotHidden() {
        let nan = Tensor<Float>([1, .nan, 3], shape: [3])
        XCTAssertTrue(nan.maximum().scalar.isNaN)
        XCTAssertTrue(nan.minimum().scalar.isNaN)
        XCTAssertEqual(nan.argmax(), [1])
        XCTAssertTrue(Tensor.pointwiseMax(nan, .ones([3]))[1].isNaN)
        XCTAssertTrue(Tensor.pointwiseMin(.ones([3]), nan)[1].isNaN)
        XCTAssertTrue(nan.clamped(lowerBound: 0, upperBound: 2)[1].isNaN)
        XCTAssertTrue(nan.leakyRelu()[1].isNaN)
        XCTAssertEqual((nan .== nan).elements, [1, 0, 1])
        XCTAssertEqual((nan .!= nan).elements, [0, 1, 0])
        XCTAssertTrue(nan.firstNotFinite!.isNaN)
        XCTAssertEqual(Tensor<Double>([1, -.infinity], shape: [2]).firstNotFinite, -.infinity)
        XCTAssertNil(Tensor<Float>.ones([1000]).firstNotFinite)
        // In each place of a pooled square.
        for place in 0..<4 {
            var elements = [Float](repeating: 1, count: 4)
            elements[place] = .nan
            let image = Variable(Tensor(elements, shape: [1, 2, 2, 1]))
            XCTAssertTrue(image.maximumPooled().value.scalar.isNaN, "place \(place)")
            for activation in [Activation.identity, .relu] {
                let layer = Convolution2D<Float>(
                    weights: .ones([1, 1, 1, 1]), bias: .zeros([1]), activation: activation,
                    pooling: .maximum)
                XCTAssertTrue(layer(image, in: .inference).value.scalar.isNaN, "place \(place)")
            }
        }
    }

    func testDrawsOfZerosAndOnes() {
        var generator = SeededGenerator(seed: 2)
        let draws = Tensor<Float>.bernoulli([10_000], probability: 0.3, using: &generator)
        XCTAssertEqual(Set(draws.elements), [0, 1])
        XCTAssertEqual(draws.mean().scalar, 0.3, accuracy: 0.02)
        XCTAssertEqual(
            Tensor<Float>.bernoulli([9], probability: 1, using: &generator), .ones([9]))
    }
}
