import XCTest

/// The lesson as a program, on the slides of the nano cohort.
final class SlideFormatsLessonTests: XCTestCase {
    /// All tests look at the same run.
    static let run = Result {
        try LessonRun("Lesson05SlideFormats", arguments: ["--profile", "nano"])
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson05SlideFormats")
    }

    /// What was computed by hand.
    func testByHand() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("realGigabytes"), 60)
        XCTAssertEqual(try number("fourGigabytes"), 4.295, accuracy: 1e-3)
        XCTAssertEqual(try number("cameraMicrons"), 352.78, accuracy: 0.01)
        XCTAssertEqual(
            try number("thirdTilePlace"), try number("offsetsPlace") + 2 * number("offsetsSize"))
        XCTAssertEqual(
            try number("firstIndex"),
            try number("firstRow") * number("tileColumns") + number("firstColumn"))
        XCTAssertEqual(try number("neededCount"), 4)
    }

    func testTheFileSaysWhatTheGeneratorWrote() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("pixelMicrons"), 4, accuracy: 1e-4)
        XCTAssertEqual(try number("saidMicrons"), 4, accuracy: 1e-4)
        XCTAssertEqual(try number("inchMicrons") / number("saidMicrons"), 2.54, accuracy: 1e-6)
        XCTAssertEqual(
            try number("plainMegabytes"),
            try 3 * number("levelZeroWidth") * number("levelZeroHeight") / 1e6, accuracy: 0.05)
        XCTAssertGreaterThan(try number("compression"), 5)
    }

    func testTheWrongWaysAreWorse() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThan(try number("wrongPlace"), try number("fileBytes"))
        XCTAssertNotEqual(try number("wrongTag"), try number("rightTag"))
        XCTAssertNotEqual(try number("wrongIndex"), try number("swappedIndex"))
        XCTAssertEqual(try number("wrongDistance"), 0.5, accuracy: 0.1)
        XCTAssertEqual(try number("smallerStages"), 2)
        XCTAssertEqual(
            try number("rightLength") / number("wrongLength"), 2.54, accuracy: 1e-6)
        XCTAssertLessThan(try number("wrongDetail"), try 2 / 3 * number("fineDetail"))
        // A third of the width and the height is a ninth of the area: 9 / 8 is 1.125.
        XCTAssertEqual(try number("wrongAreaShare"), 0.125, accuracy: 0.005)
        XCTAssertGreaterThan(try number("wrongStarShare"), 0.05)
        XCTAssertGreaterThan(try number("missingTiles"), 0)
        XCTAssertLessThan(try number("sparseKilobytes"), try number("denseKilobytes"))
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...10 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
