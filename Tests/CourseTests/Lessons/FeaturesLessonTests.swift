import TestSupport
import XCTest

/// The lesson as a program.
final class FeaturesLessonTests: XCTestCase {
    override func setUpWithError() throws {
        try skipUnlessProving("It runs the lesson as it is, which takes long.")
    }

    /// All tests look at the same run, with the instructions that every processor has, as the golden text.
    static let run = Result {
        try LessonRun(
            "Lesson16Features", environment: ["DEEPTEACHING_INSTRUCTIONS": "generic"])
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson16Features")
    }

    /// What was computed by hand.
    func testByHand() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("handMajor"), 4 / 3.0.squareRoot(), accuracy: 1e-9)
        XCTAssertEqual(try number("handMinor"), 4.0 / 3, accuracy: 1e-9)
        XCTAssertEqual(try number("handEccentricity"), (2 / 3.0).squareRoot(), accuracy: 1e-9)
        XCTAssertEqual(try number("handExtent"), 0.75)
        XCTAssertEqual(try number("pairCount"), 190)
    }

    /// The box and the longest diameter disagree, on both sides of 2 mm.
    func testTheBoxIsNoDiameter() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("slantBox"), 1.66, accuracy: 0.06)
        XCTAssertEqual(try number("slantLongest"), 2.2, accuracy: 0.06)
        XCTAssertGreaterThan(try number("longestLowest"), 2)
        XCTAssertLessThan(try number("boxLowest"), 2)
        XCTAssertLessThan(
            try number("longestHighest") - number("longestLowest"), 0.06)
    }

    func testWhatMustHold() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("wrongMean"), try number("rightMean"))
        XCTAssertEqual(
            try number("wrongMean"), try number("rightMean") * (1 - number("glassShare")),
            accuracy: 1e-6)
        XCTAssertGreaterThan(try number("wrongGaps"), try number("medianGaps"))
        XCTAssertLessThan(try number("medianGaps"), try number("fullGaps"))
    }

    /// The headline: a foreign stain costs an absolute threshold much, and one beside the median little.
    func testAForeignStain() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThan(try number("relativeForeign"), try number("wrongHalf") + 0.05)
        XCTAssertGreaterThan(try number("halfKnown"), try number("wrongHalf") + 0.05)
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...9 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
