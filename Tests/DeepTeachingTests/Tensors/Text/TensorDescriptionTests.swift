import DeepTeaching
import XCTest

/// Tensors print as NumPy prints them, with commas.
final class TensorDescriptionTests: XCTestCase {
    private func text(_ elements: [Double], _ shape: [Int]) -> String {
        "\(Tensor(elements, shape: shape))"
    }

    func testASingleNumberHasNoBrackets() {
        XCTAssertEqual("\(Tensor<Float>(3.5))", "3.5 (shape [], Float)")
    }

    func testAnEmptyTensorShowsItsShape() {
        XCTAssertEqual(text([], [0]), "[] (shape [0], Double)")
        XCTAssertEqual(text([], [2, 0, 3]), "[] (shape [2, 0, 3], Double)")
    }

    func testARowStandsInOneLine() {
        XCTAssertEqual(text([1, -2, 3.25], [3]), "[ 1.00, -2.00,  3.25] (shape [3], Double)")
    }

    func testAMatrixStandsInRows() {
        XCTAssertEqual(
            "\(Tensor<Float>([1, 2, 3, 40], shape: [2, 2]))",
            """
            [[ 1.0,  2.0],
             [ 3.0, 40.0]] (shape [2, 2], Float)
            """)
    }

    func testMatricesAreParted() {
        XCTAssertEqual(
            text([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2]),
            """
            [[[1.0, 2.0],
              [3.0, 4.0]],

             [[5.0, 6.0],
              [7.0, 8.0]]] (shape [2, 2, 2], Double)
            """)
    }

    func testWhatIsNoNumberLinesUp() {
        XCTAssertEqual(
            text([.nan, -.infinity, 1.5, .infinity], [2, 2]),
            """
            [[ nan, -inf],
             [ 1.5,  inf]] (shape [2, 2], Double)
            """)
        XCTAssertEqual(text([.nan], [1]), "[nan] (shape [1], Double)")
    }

    func testMixedMagnitudesGetPowersOfTen() {
        XCTAssertEqual(
            text([1e-7, 1, 123456], [3]),
            "[1.0000e-07, 1.0000e+00, 1.2346e+05] (shape [3], Double)")
        XCTAssertEqual(text([1e8, 0], [2]), "[1.0e+08, 0.0e+00] (shape [2], Double)")
        XCTAssertEqual(
            text([99_999_999, 0], [2]), "[99999999.0,        0.0] (shape [2], Double)")
        XCTAssertEqual(text([0.001, 0], [2]), "[0.001, 0.000] (shape [2], Double)")
    }

    func testDecimalsAreRoundedToFour() {
        XCTAssertEqual(
            "\(Tensor<Float>([0.1, 1.0 / 3], shape: [2]))", "[0.1000, 0.3333] (shape [2], Float)")
    }

    func testALargeTensorIsShownInPart() {
        XCTAssertEqual(
            "\(Tensor<Float>.counting(1001))",
            "[   0.0,    1.0,    2.0, ...,  998.0,  999.0, 1000.0] (shape [1001], Float)")
        let matrix = "\(Tensor<Float>.counting(2000).reshaped([1000, 2]))"
        XCTAssertEqual(matrix.split(separator: "\n").count, 7)
        XCTAssertTrue(matrix.contains("\n ...,\n"), matrix)
        XCTAssertTrue(matrix.hasSuffix("[1998.0, 1999.0]] (shape [1000, 2], Float)"), matrix)
    }

    func testLongRowsAreWrapped() {
        let lines = "\(Tensor<Float>.counting(100))".split(separator: "\n")
        XCTAssertGreaterThan(lines.count, 5)
        XCTAssertTrue(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
        XCTAssertTrue(lines.dropLast().allSatisfy { $0.count <= 100 }, "\(lines)")
    }
}
