import XCTest

/// The lesson as a program, on the slides of the nano cohort.
final class TissueExtractionLessonTests: XCTestCase {
    /// All tests look at the same run.
    static let run = Result {
        try LessonRun("Lesson06TissueExtraction", arguments: ["--profile", "nano"])
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson06TissueExtraction")
    }

    func testTheWrongWaysAreWorse() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("tissueShare"), try number("otsuShare"), accuracy: 0.05)
        // One odd pixel on one side: nothing is tissue, or all but that pixel.
        XCTAssertGreaterThan(abs(try number("wrongThresholdShare") - 0.5), 0.49)
        XCTAssertGreaterThan(try number("wrongInkByDarkness"), 0.9)
        XCTAssertLessThan(try number("inkByColour"), 0.01)
        // A hole of 0.45 times the diameter takes 0.2 of the area: 1 / 0.8 is 1.25.
        XCTAssertEqual(try number("wrongHoleExtra"), 0.25, accuracy: 0.03)
        XCTAssertGreaterThan(try number("wrongInkByDensity"), 0.5)
        // The black block pulls the threshold of the density above all tissue.
        XCTAssertGreaterThan(try number("missedByDensity"), 0.9)
        XCTAssertGreaterThan(try number("gridPatches"), try number("keptPatches"))
        XCTAssertGreaterThan(try number("wrongHanging"), 0)
        XCTAssertGreaterThan(
            try number("wrongSplitScore"), try number("patientSplitScore") + 0.15)
        XCTAssertGreaterThan(try number("wrongSplitScore"), 0.7)
        XCTAssertGreaterThan(try number("wrongHeapShare"), try number("fairShare"))
    }

    func testWhatIsDrawnIsToldApart() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThan(try number("redInTissue"), 0.9)
        XCTAssertGreaterThan(try number("penDice"), 0.9)
        XCTAssertGreaterThan(try number("blockDice"), 0.95)
        XCTAssertGreaterThan(try number("foldDice"), 0.5)
        XCTAssertLessThan(try number("tissueLost"), 0.05)
        XCTAssertLessThan(try number("falseFold"), 0.05)
    }

    func testByHandAndByTheLibraryGivesTheSame() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("rowKept"), 4)
        XCTAssertEqual(try number("handCount"), 4)
        XCTAssertEqual(try number("differentShares"), 0)
        XCTAssertGreaterThan(try number("wrongLooks"), try number("summedLooks"))
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...15 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
