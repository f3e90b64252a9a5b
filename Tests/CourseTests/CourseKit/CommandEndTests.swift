import ArgumentParser
import XCTest

@testable import CourseKit

/// How commands end, and what they say.
final class CommandEndTests: XCTestCase {
    private struct Sample: LessonCommand {
        static let text = LessonText(file: "Lessons/Sample/Lesson.md", markdown: "# Title")
        @OptionGroup var options: LessonOptions
        @Option var data: String?
        func teach(_ lesson: Lesson) throws {}
    }

    func testOptionsOfLessonAndCourse() throws {
        let command = try Sample.parse(["--seed", "9", "--data", "slides", "--from", "2"])
        XCTAssertEqual(command.options.seed, 9)
        XCTAssertEqual(command.options.from, 2)
        XCTAssertEqual(command.data, "slides")
        XCTAssertEqual(Sample._commandName, "Sample")
    }

    func testUsageErrorsEndWith64() {
        for arguments in [
            ["--nonsense"], ["--from", "0"], ["--seed", "x"], ["--pictures", "oil"],
        ] {
            XCTAssertThrowsError(try Sample.parse(arguments)) { error in
                XCTAssertEqual(Sample.exitCode(for: error).rawValue, 64)
                XCTAssertTrue(Sample.speaksForItself(error))
            }
        }
    }

    func testOtherErrorsBecomeASentence() {
        let error = LessonError.unwritable(path: "a", reason: "b")
        XCTAssertFalse(Sample.speaksForItself(error))
        XCTAssertFalse(Sample.speaksForItself(CocoaError(.fileNoSuchFile)))
        XCTAssertTrue(Sample.speaksForItself(ExitCode(1)))
        XCTAssertTrue(Sample.speaksForItself(CleanExit.helpRequest()))
    }

    func testErrorIsOneLine() {
        struct TwoLines: Error, CustomStringConvertible {
            let description = "first\nsecond"
        }
        XCTAssertEqual(ErrorSentence.text(TwoLines()), "first second")
    }

    func testAnErrorThatStandsForSeveralHasALineForEach() {
        struct Faults: DetailedError, CustomStringConvertible {
            let description = "two faults"
            let details = ["a.tif is empty", "b.tif is\ncut off"]
        }
        XCTAssertEqual(
            ErrorSentence.lines(Faults()),
            ["two faults", "  - a.tif is empty", "  - b.tif is cut off"])
        XCTAssertEqual(
            ErrorSentence.lines(LessonError.unwritable(path: "a", reason: "b")).count, 1)
    }

    func testErrorsOfTheSystemNameFileAndReason() {
        XCTAssertThrowsError(try Data(contentsOf: URL(fileURLWithPath: "/no/such/file"))) { error in
            XCTAssertEqual(ErrorSentence.text(error), "/no/such/file: No such file or directory")
        }
    }
}
