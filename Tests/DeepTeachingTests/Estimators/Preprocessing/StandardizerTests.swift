import DeepTeaching
import Foundation
import XCTest

/// A standardiser learns from the training samples and changes all others by the same rule.
final class StandardizerTests: XCTestCase {
    private let training = Tensor<Double>(rows: [[1, 5, 0.1], [3, 5, 0.1], [8, 5, 0.1]])

    func testMeansAndDeviations() throws {
        let standardizer = try Standardizer().fit(training)
        XCTAssertEqual(standardizer.means, [4, 5, 0.1])
        // sqrt((9 + 1 + 16) / 3), as NumPy's std gives it.
        assertEqual(standardizer.standardDeviations, [2.943920288775949, 0, 0], accuracy: 1e-15)
        let result = try standardizer.standardized(training)
        XCTAssertEqual(result.shape, [3, 3])
        let column = [0, 3, 6].map { result.elements[$0] }
        XCTAssertEqual(column.reduce(0, +), 0, accuracy: 1e-15)
        XCTAssertEqual(column.reduce(0) { $0 + $1 * $1 } / 3, 1, accuracy: 1e-15)
    }

    func testOtherSamplesAreChangedByTheTrainingsNumbers() throws {
        let standardizer = try Standardizer().fit(training)
        let other = Tensor<Float>(rows: [[4, 7, 0.1]])
        let result = try standardizer.standardized(other)
        XCTAssertEqual(result[0, 0], 0)
        // A feature that was constant is shifted and not scaled.
        XCTAssertEqual(result[0, 1], 2)
    }

    func testConstantColumnsStayZeroWhateverTheirRounding() throws {
        let table = Tensor(repeating: 0.1, shape: [7, 1])
        let standardizer = try Standardizer().fit(table)
        XCTAssertEqual(try standardizer.standardized(table), .zeros([7, 1]))
    }

    func testInverseGivesTheSamplesBack() throws {
        var generator = SeededGenerator(seed: 1)
        let table = Tensor<Double>.normal(
            [50, 4], mean: 3, standardDeviation: 20, using: &generator)
        let standardizer = try Standardizer().fit(table)
        let back = try standardizer.restored(try standardizer.standardized(table))
        assertEqual(back.elements, table.elements, accuracy: 1e-12)
    }

    func testLargeNumbersDoNotOverflow() throws {
        let standardizer = try Standardizer().fit(Tensor<Double>(rows: [[1e300], [-1e300]]))
        XCTAssertEqual(standardizer.means, [0])
        XCTAssertEqual(standardizer.standardDeviations[0] / 1e300, 1, accuracy: 1e-12)
    }

    func testWhatCannotBeUsedIsThrown() throws {
        assertThrows(EstimatorError.notFinite(value: "nan", sample: 1, feature: 0)) {
            try Standardizer().fit(Tensor<Double>(rows: [[1], [.nan]]))
        }
        assertThrows(EstimatorError.noSamples) {
            try Standardizer().fit(Tensor<Double>.zeros([0, 2]))
        }
        let standardizer = try Standardizer().fit(training)
        assertThrows(EstimatorError.featureCount(found: 2, expected: 3)) {
            try standardizer.standardized(Tensor<Double>.zeros([1, 2]))
        }
        assertThrows(EstimatorError.notFinite(value: "inf", sample: 0, feature: 2)) {
            try standardizer.restored(Tensor<Double>(rows: [[0, 0, .infinity]]))
        }
        assertThrows(EstimatorError.notFinite(value: "inf after scaling", sample: 0, feature: 0)) {
            let tiny = try Standardizer().fit(Tensor<Double>(rows: [[0], [1e-10]]))
            return try tiny.standardized(Tensor<Float>(rows: [[1e30]]))
        }
    }

    func testDamagedFilesAreRefused() throws {
        for text in [
            #"{"means":[],"deviations":[]}"#, #"{"means":[1],"deviations":[]}"#,
            #"{"means":[1],"deviations":[-1]}"#, #"{"means":[1e999],"deviations":[1]}"#,
        ] {
            XCTAssertThrowsError(
                try JSONDecoder().decode(Standardizer.Fitted.self, from: Data(text.utf8)), text)
        }
    }
}
