import XCTest

@testable import MeasureCohort

final class MeasureTests: XCTestCase {
    func testAMeasureIsMetWithinItsLimits() {
        func isMet(_ value: Double, _ least: Double?, _ greatest: Double?) -> Bool? {
            Measure("key", "words", value, from: least, to: greatest).isMet
        }
        XCTAssertEqual(isMet(0.7, 0.7, 0.85), true)
        XCTAssertEqual(isMet(0.85, 0.7, 0.85), true)
        XCTAssertEqual(isMet(0.69, 0.7, 0.85), false)
        XCTAssertEqual(isMet(0.86, 0.7, 0.85), false)
        XCTAssertEqual(isMet(-7, nil, 0.92), true)
        XCTAssertEqual(isMet(0.93, nil, 0.92), false)
        XCTAssertEqual(isMet(0.49, 0.5, nil), false)
        XCTAssertNil(isMet(5, nil, nil))
    }

    func testWhatCouldNotBeMeasuredIsNotMet() {
        XCTAssertEqual(Measure("key", "words", .nan, to: 1).isMet, false)
        XCTAssertEqual(Measure("key", "words", .infinity, from: 0.5).isMet, false)
    }

    func testNumbersArePrintedWithTheirDecimals() {
        func text(_ value: Double, _ decimals: Int) -> String {
            Measure("key", "words", value, decimals: decimals).valueText
        }
        XCTAssertEqual(text(0.0449, 2), "0.04")
        XCTAssertEqual(text(0.9999, 3), "1.000")
        XCTAssertEqual(text(-1.25, 1), "-1.3")
        XCTAssertEqual(text(-0.001, 2), "0.00")
        XCTAssertEqual(text(12.6, 0), "13")
        XCTAssertEqual(text(.nan, 3), "none")
    }

    func testATableShowsMarkNumberWordsAndTarget() {
        let table = MeasureTable(measures: [
            Measure("a", "first", 0.75, from: 0.7, to: 0.85),
            Measure("b", "second", 0.95, to: 0.92),
            Measure("c", "third", 3, decimals: 0),
        ])
        XCTAssertEqual(
            table.lines,
            [
                "ok    0.750  first  (target 0.700 to 0.850)",
                "NO    0.950  second  (target at most 0.920)",
                "          3  third",
            ])
    }
}
