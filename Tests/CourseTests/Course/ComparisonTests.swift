import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import XCTest

final class ComparisonTests: XCTestCase {
    private let compare: (_ expected: [[Double]], _ got: [[Double]]) -> Verdict = { expected, got in
        Comparison.within(1e-6)(expected, got)
    }

    func testWithinTheToleranceIsRightAndTheErrorIsMeasuredInIt() {
        let verdict = compare([[1, 100]], [[1, 100.00005]])
        XCTAssertTrue(verdict.isRight)
        XCTAssertEqual(verdict.error, 0.5, accuracy: 1e-6)
        XCTAssertNil(verdict.difference)
        XCTAssertTrue(Comparison.exact([Double.nan], [Double.nan]).isRight)
        XCTAssertFalse(Comparison.exact([1.0], [(1.0).nextUp]).isRight)
    }

    func testTheDifferenceIsNamed() {
        let expected: [[Double]] = [[1, 2], [3, 4]]
        func words(_ got: [[Double]]) -> String { compare(expected, got).difference ?? "right" }
        XCTAssertEqual(words([[1, 2]]), "the shape is [1, 2], expected [2, 2]")
        XCTAssertEqual(words([[1, 2], [3]]), "the shape is rows of 2, 1, expected [2, 2]")
        XCTAssertEqual(words([]), "the shape is [0], expected [2, 2]")
        XCTAssertTrue(words([[1, 3], [2, 4]]).hasPrefix("rows and columns are swapped"))
        XCTAssertTrue(words([[-1, -2], [-3, -4]]).hasPrefix("every number has the wrong sign"))
        XCTAssertTrue(words([[2, 4], [6, 8]]).hasPrefix("every number is 2 times the expected"))
        XCTAssertTrue(words([[2, 3], [4, 5]]).hasPrefix("every number is 1 too large"))
        XCTAssertTrue(
            words([[9, 1], [2, 3]]).hasPrefix("every number stands one place too late"))
        XCTAssertTrue(
            words([[2, 3], [4, 9]]).hasPrefix("every number stands one place too early"))
        XCTAssertTrue(words([[1, .nan], [3, 4]]).hasPrefix("1 of 4 numbers are not a number"))
        XCTAssertEqual(words([[1, 2], [7, 4]]), "expected 3, got 7 at [1, 0] (1 of 4 differ)")
    }

    func testAMissingValueIsNoWrongShape() {
        let compare: @Sendable (Double?, Double?) -> Verdict = Comparison.within(1e-9)
        XCTAssertEqual(compare(0.5, nil).difference, "got nil, expected a value")
        XCTAssertEqual(compare(nil, 0.5).difference, "got a value, expected nil")
        XCTAssertNil(compare(nil, 0.5).symptom)
        XCTAssertTrue(compare(nil, nil).isRight)
        XCTAssertEqual(compare(0.5, 0.25).difference, "expected 0.5, got 0.25")
    }

    func testNumbersThatAreNearlyRightAreToldApart() {
        let words = compare([[5.09328, 2]], [[5.09331, 2.00001]]).difference ?? "right"
        XCTAssertEqual(
            words,
            "too imprecise: off by up to 6e-06 of a number's size, where 1e-06 is allowed; "
                + "expected 5.09328, got 5.09331 at [0, 0] (2 of 2 differ)")
        let close = Comparison.within(1e-9)([1.23456789], [1.23456799]).difference ?? "right"
        XCTAssertTrue(close.hasSuffix("; expected 1.2345679, got 1.234568"), close)
    }

    func testAnInfiniteNumberIsNoFactor() {
        XCTAssertTrue(
            (compare([[1, 2]], [[1, .infinity]]).difference ?? "")
                .hasPrefix("1 of 2 numbers are infinite"))
    }

    func testLabelsAreNotComputedWith() {
        XCTAssertEqual(
            Comparison.labels([0, 1, 2], [1, 2, 3]).difference,
            "expected 0, got 1 at [0] (3 of 3 differ)")
        XCTAssertTrue(Comparison.labels([0, 1], [0, 1]).isRight)
        XCTAssertTrue(
            (Comparison.exact([0, 1, 2], [1, 2, 3]).difference ?? "").hasPrefix(
                "every number is 1 too large"))
    }

    func testNotANumberAndInfinityAreNeverNear() {
        XCTAssertEqual(compare([[1]], [[.nan]]).error, .infinity)
        XCTAssertEqual(compare([[.nan]], [[1]]).error, .infinity)
        XCTAssertEqual(compare([[1]], [[.infinity]]).error, .infinity)
        XCTAssertTrue(compare([[.infinity]], [[.infinity]]).isRight)
    }

    /// A student's process can send pictures whose pixels do not fit their size.
    func testAPictureThatContradictsItsSizeIsNoValue() throws {
        func sent(_ value: some Encodable, without text: String) throws -> Data {
            let whole = String(decoding: try ValueCoding.encode(value), as: UTF8.self)
            let cut = whole.replacing(text, with: "", maxReplacements: 1)
            XCTAssertNotEqual(whole, cut)
            return Data(cut.utf8)
        }
        let size = PixelSize(side: 2)
        let mask = try sent(Mask(size: size), without: "false,")
        XCTAssertThrowsError(try ValueCoding.decode(Mask.self, from: mask))
        let plane = try sent(Plane(size: size), without: "0,")
        XCTAssertThrowsError(try ValueCoding.decode(Plane.self, from: plane))
    }

    func testAVerdictOnPartsSpeaksOfTheFirstThatIsWrong() {
        let verdict = Verdict.all(
            .right, Verdict.wrong("too few").about("centroids"), .wrong("later"))
        XCTAssertEqual(verdict.difference, "centroids: too few")
        XCTAssertFalse(verdict.isRight)
    }
}
