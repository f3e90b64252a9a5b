import XCTest

/// The lesson as a program, on the slides of the nano cohort.
final class MorphologyLessonTests: XCTestCase {
    /// All tests look at the same run, with the instructions that every processor has, as the golden
    /// text: networks are trained.
    static let run = Result {
        try LessonRun(
            "Lesson15Morphology", arguments: ["--profile", "nano"],
            environment: ["DEEPTEACHING_INSTRUCTIONS": "generic"])
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson15Morphology")
    }

    func testByHand() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("handBefore"), 38)
        XCTAssertEqual(try number("handEroded"), 3)
        XCTAssertEqual(try number("handDilated"), 79)
        XCTAssertEqual(try number("detectorCount"), 3)
    }

    /// What holds of any map, whatever the networks have learnt.
    func testWhatMustHold() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThanOrEqual(try number("fourCount"), try number("eightCount"))
        XCTAssertGreaterThan(try number("wrongUnmerged"), try number("fourCount"))
        XCTAssertEqual(try number("beforeOpening"), try number("regionCount"))
        XCTAssertLessThan(try number("afterOpening"), try number("beforeOpening"))
        XCTAssertGreaterThan(try number("wrongRadius"), try number("openedCells"))
        XCTAssertEqual(try number("holeLength"), 0)
        XCTAssertEqual(try number("erosionDifference"), 0)
        XCTAssertLessThanOrEqual(try number("afterJoining"), try number("beforeJoining"))
        XCTAssertLessThanOrEqual(try number("wrongJoined"), try number("afterJoining"))
        XCTAssertGreaterThan(try number("wrongEaten"), 0)
        XCTAssertGreaterThan(try number("wrongRows"), 0)
    }

    /// The price of an opening: specks go, and so do small lesions.
    func testOpeningTakesFalseAlarms() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("openedAlarms"), try number("plainAlarms") / 10)
        XCTAssertLessThanOrEqual(try number("openedFound"), try number("plainFound"))
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...9 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
