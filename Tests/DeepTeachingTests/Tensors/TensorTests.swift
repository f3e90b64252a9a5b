import XCTest

@testable import DeepTeaching

final class TensorTests: XCTestCase {
    private let counting = Tensor<Float>((0..<24).map { Float($0) }, shape: [2, 3, 4])

    func testRowMajorOrder() {
        XCTAssertEqual(counting[1, 2, 3], 23)
        XCTAssertEqual(counting[1, 0, 2], 14)
        XCTAssertEqual(counting.rank, 3)
        XCTAssertEqual(counting.count, 24)
    }

    func testACopyIsAValue() {
        var copy = counting
        copy[0, 0, 0] = 100
        XCTAssertEqual(counting[0, 0, 0], 0)
        XCTAssertEqual(copy[0, 0, 0], 100)
        var reshaped = counting.reshaped([6, -1])
        reshaped.add(.ones([6, 4]))
        XCTAssertEqual(counting[0, 0, 0], 0)
        XCTAssertEqual(reshaped[5, 3], 24)
    }

    func testMemoryIsAligned() {
        for count in [1, 3, 17, 1000, 100_003] {
            let tensor = Tensor<Float>.zeros([count])
            withPointers(tensor.storage) {
                XCTAssertEqual(UInt(bitPattern: $0) % 64, 0, "\(count) elements")
            }
        }
    }

    func testBroadcastShapes() {
        XCTAssertEqual(broadcastShape([2, 1, 3], [4, 1]), [2, 4, 3])
        XCTAssertEqual(broadcastShape([], [5]), [5])
        XCTAssertEqual(broadcastShape([0, 3], [1, 3]), [0, 3])
        XCTAssertNil(broadcastShape([2, 3], [2]))
    }

    func testBroadcastRepeats() {
        let column = Tensor<Double>([1, 2], shape: [2, 1])
        let row = Tensor<Double>([10, 20, 30], shape: [3])
        XCTAssertEqual((column + row).elements, [11, 21, 31, 12, 22, 32])
        XCTAssertEqual((row - column).elements, [9, 19, 29, 8, 18, 28])
        XCTAssertEqual((column + row).unbroadcast(to: [2, 1]).elements, [63, 66])
        XCTAssertEqual((Tensor<Float>.zeros([0, 3]) + Tensor.ones([3])).shape, [0, 3])
    }

    func testSumsOfMany() {
        // One million tenths: a single running sum in Float would be wrong in the third digit.
        XCTAssertNotEqual(
            (0..<1_000_003).reduce(Float(0)) { sum, _ in sum + 0.1 }, 100_000.3, accuracy: 100)
        let tenths = Tensor<Float>(repeating: 0.1, shape: [1_000_003])
        XCTAssertEqual(tenths.sum().scalar, 100_000.3, accuracy: 0.1)
        XCTAssertEqual(tenths.reshaped([1_000_003, 1]).sum(axes: [0])[0], 100_000.3, accuracy: 0.1)
        XCTAssertEqual(counting.sum(axes: [0, 2]).elements, [60, 92, 124])
        XCTAssertEqual(counting.sum(axes: [1], keepingAxes: true).shape, [2, 1, 4])
        XCTAssertEqual(Tensor<Float>.zeros([0, 2]).sum(axes: [0]).elements, [0, 0])
    }

    func testRows() {
        XCTAssertEqual(counting.slice(1..<2).elements, (12..<24).map { Float($0) })
        XCTAssertEqual(counting.reshaped([6, 4]).gathered([5, 0, 5])[2, 1], 21)
        XCTAssertEqual(counting.slice(1..<1).shape, [0, 3, 4])
        let joined = Tensor.concatenated([counting, counting.slice(0..<1)])
        XCTAssertEqual(joined.shape, [3, 3, 4])
        let wide = Tensor.concatenated([counting, counting], axis: 1)
        XCTAssertEqual(wide.shape, [2, 6, 4])
        XCTAssertEqual(wide[1, 4, 0], counting[1, 1, 0])
        XCTAssertEqual(Tensor.stacked([counting, counting]).shape, [2, 2, 3, 4])
        XCTAssertEqual(counting.reshaped([6, 4]).transposed()[3, 5], 23)
    }

    func testSoftmaxOfLargeNumbers() {
        let large = Tensor<Float>([1000, 1000, -1000, 0], shape: [2, 2])
        XCTAssertEqual(large.softmax().elements, [0.5, 0.5, 0, 1])
        XCTAssertEqual(large.logSoftmax().elements, [-log(2), -log(2), -1000, 0])
    }

    func testTheFirstOfEqualsIsTheMaximum() {
        let scores = Tensor<Float>([1, 3, 3, 2, 2, 1], shape: [2, 3])
        XCTAssertEqual(scores.argmax(), [1, 0])
    }

    func testDrawsFollowTheSeed() {
        var first = SeededGenerator(seed: 1)
        var second = SeededGenerator(seed: 1)
        let draws = Tensor<Float>.normal([10_000], mean: 2, standardDeviation: 3, using: &first)
        XCTAssertEqual(draws, .normal([10_000], mean: 2, standardDeviation: 3, using: &second))
        XCTAssertEqual(draws.mean().scalar, 2, accuracy: 0.1)
        let deviation = ((draws - 2) * (draws - 2)).mean().scalar.squareRoot()
        XCTAssertEqual(deviation, 3, accuracy: 0.1)
        let uniform = Tensor<Double>.uniform([1000], from: -1, to: 1, using: &first).elements
        XCTAssertTrue(uniform.allSatisfy { -1 <= $0 && $0 < 1 })
        XCTAssertLessThan(uniform.min()!, -0.9)
        XCTAssertGreaterThan(uniform.max()!, 0.9)
    }
}
