import XCTest

/// The lesson as a program, on the slides of the nano cohort.
final class ConfidenceMapsLessonTests: XCTestCase {
    /// All tests look at the same run, with the instructions that every processor has, as the golden
    /// text: networks are trained.
    static let run = Result {
        try LessonRun(
            "Lesson14ConfidenceMaps", arguments: ["--profile", "nano"],
            environment: ["DEEPTEACHING_INSTRUCTIONS": "generic"])
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson14ConfidenceMaps")
    }

    /// What was computed by hand.
    func testByHand() throws {
        let run = try Self.run.get()
        XCTAssertTrue(run.text.contains("The library: 0.90, 0.60, 0.45, 0.60"))
        XCTAssertEqual(try run.number("chance"), 0.8647, accuracy: 1e-4)
        XCTAssertEqual(try run.number("detectorCount"), 3)
        // Patches of 32 pixels, one every 8.
        XCTAssertEqual(try run.number("seenBy"), 16)
    }

    /// The fully convolutional pass gives the answers of patches.
    func testAllAtOnceIsPatchByPatch() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("patchDifference"), 0, accuracy: 1e-5)
        XCTAssertEqual(try number("denseDifference"), 0, accuracy: 1e-5)
        XCTAssertLessThan(try number("denseCost"), try number("placesCost"))
    }

    /// What holds of any map, whatever the networks have learnt.
    func testWhatMustHold() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("laterCount"), try number("peakCount"))
        XCTAssertLessThan(try number("tissuePatches"), try number("allPatches"))
        XCTAssertLessThan(try number("radiusAlarms"), try number("allAlarms"))
        XCTAssertLessThanOrEqual(
            try number("transposedHighest"), try number("rightHighest") + 1e-6)
        XCTAssertLessThanOrEqual(try number("spacedFound"), try number("rightFound"))
        XCTAssertEqual(try number("foundCells"), 0)
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...9 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
