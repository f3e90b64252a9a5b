import DeepTeaching
import XCTest

final class McNemarTestTests: XCTestCase {
    func testBothFormsEqualScipy() throws {
        for example in try IntervalReference.load().mcnemar {
            let test = try McNemarTest(onlyFirst: example.b, onlySecond: example.c)
            XCTAssertEqual(test.exactPValue, example.exact, accuracy: 1e-12)
            XCTAssertEqual(test.chiSquared, example.chi, accuracy: 1e-12)
            XCTAssertEqual(test.chiSquaredPValue, example.p, accuracy: 1e-12)
            // Which one is called the first does not matter.
            let swapped = try McNemarTest(onlyFirst: example.c, onlySecond: example.b)
            XCTAssertEqual(swapped.exactPValue, test.exactPValue)
            XCTAssertEqual(swapped.chiSquared, test.chiSquared)
        }
    }

    func testItCountsWhereJustOneIsRight() throws {
        let test = try McNemarTest(
            labels: [0, 1, 2, 0, 1, 1], predictions: [0, 1, 0, 1, 1, 0],
            otherPredictions: [0, 0, 2, 2, 0, 0])
        XCTAssertEqual(test.onlyFirst, 2)
        XCTAssertEqual(test.onlySecond, 1)
        XCTAssertEqual(test.discordant, 3)
        XCTAssertEqual(test.exactPValue, 1, accuracy: 1e-15)
        // Two of two: 2 (1/2)^2.
        XCTAssertEqual(
            try McNemarTest(onlyFirst: 2, onlySecond: 0).exactPValue, 0.5, accuracy: 1e-15)
    }

    func testReadersWhoNeverDifferDoNotDiffer() throws {
        let test = try McNemarTest(
            labels: ["a", "b"], predictions: ["a", "a"], otherPredictions: ["a", "a"])
        XCTAssertEqual(test.exactPValue, 1)
        XCTAssertEqual(test.chiSquared, 0)
        XCTAssertEqual(test.chiSquaredPValue, 1)
    }

    func testBadInputIsThrown() {
        assertThrows(EvaluationError.nothing) {
            try McNemarTest(labels: [Int](), predictions: [], otherPredictions: [])
        }
        assertThrows(
            EvaluationError.lengths(
                name: "true classes", count: 1, otherName: "other predictions", otherCount: 2)
        ) { try McNemarTest(labels: [1], predictions: [1], otherPredictions: [1, 2]) }
        XCTAssertThrowsError(try McNemarTest(onlyFirst: -1, onlySecond: 0))
        XCTAssertThrowsError(try McNemarTest(onlyFirst: 0, onlySecond: .max))
    }
}
