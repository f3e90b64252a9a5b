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
}
