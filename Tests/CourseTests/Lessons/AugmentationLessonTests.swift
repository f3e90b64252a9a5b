import TestSupport
import XCTest

/// The lesson as a program, on the slides of the nano cohort.
///
/// The networks learn in it, so what is asserted are laws and wide margins, not digits.
final class AugmentationLessonTests: XCTestCase {
    override func setUpWithError() throws {
        try skipUnlessProving("It runs the lesson as it is, which takes long.")
    }

    /// On one thread, with the instructions that every processor has, as the golden text: the same digits
    /// everywhere.
    static let run = Result {
        try LessonRun(
            "Lesson07Augmentation", arguments: ["--profile", "nano"],
            environment: LessonRun.genericOnOneThread)
    }

    private func number(_ key: String) throws -> Double { try Self.run.get().number(key) }

    func testTheEightWaysAreAGroup() throws {
        XCTAssertEqual(try number("reached"), 8)
        XCTAssertEqual(try number("wrongMirrors"), 4)
    }

    func testAMaskThatIsLeftBehindIsWrong() throws {
        XCTAssertLessThan(try number("wrongMaskOverlap"), 0.9)
        XCTAssertGreaterThan(try number("tumorShare"), 0.02)
    }

    func testDrawsAreOfTheirOwnAndComeAgain() throws {
        XCTAssertEqual(try number("waysExpected"), 7.055, accuracy: 0.001)
        XCTAssertEqual(try number("waysSeen"), try number("waysExpected"), accuracy: 0.15)
        XCTAssertEqual(try number("samePictures"), try number("batch"))
    }

    func testTheNetworksLearn() throws {
        XCTAssertGreaterThan(try number("noneKnown"), 0.6)
        for key in ["noneUnknown", "bestUnknown", "worstUnknown", "togetherUnknown"] {
            XCTAssertTrue((0...1).contains(try number(key)), key)
        }
        XCTAssertLessThanOrEqual(try number("worstUnknown"), try number("bestUnknown"))
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson07Augmentation")
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...10 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
