import Foundation
import XCTest

/// The lesson as a program, on the slides of the nano cohort.
final class TissueExtractionLessonTests: XCTestCase {
    /// All tests look at the same run.
    private static let run = Result {
        try LessonRun("Lesson06TissueExtraction", arguments: ["--profile", "nano"])
    }

    /// The plain text is the one that was read and found good; after a change that is meant,
    /// write the new text to the file and read it again.
    func testThePlainTextIsTheGoldenOne() throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Reference/tissue-extraction-nano.txt")
        let expected = try String(contentsOf: golden, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let lines = try Self.run.get().text.split(
            separator: "\n", omittingEmptySubsequences: false)
        for (index, pair) in zip(expected, lines).enumerated() where pair.0 != pair.1 {
            return XCTFail("line \(index + 1): expected \"\(pair.0)\", got \"\(pair.1)\"")
        }
        XCTAssertEqual(lines.count, expected.count)
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
        XCTAssertGreaterThan(try number("gridPatches"), try number("keptPatches"))
        XCTAssertGreaterThan(try number("wrongHanging"), 0)
        XCTAssertGreaterThan(
            try number("wrongSplitScore"), try number("patientSplitScore") + 0.15)
        XCTAssertGreaterThan(try number("wrongSplitScore"), 0.7)
        XCTAssertGreaterThan(try number("wrongHeapShare"), try number("fairShare"))
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        for step in 1...10 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
