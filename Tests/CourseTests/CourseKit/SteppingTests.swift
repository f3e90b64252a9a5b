import XCTest

@testable import CourseKit

/// A learner at the keyboard.
final class SteppingTests: XCTestCase {
    func testWaysThroughTheSteps() {
        var navigator = StepNavigator(shown: 1...3)
        XCTAssertEqual(navigator.move("b"), .show(2))
        XCTAssertEqual(navigator.move("B "), .show(1))
        XCTAssertEqual(navigator.move("b"), .show(1), "nothing stands before the first")
        XCTAssertEqual(navigator.move("p"), .show(1))
        XCTAssertEqual(navigator.move(""), .show(2))
        XCTAssertEqual(navigator.move(""), .show(3))
        XCTAssertEqual(navigator.move(""), .next)
        XCTAssertEqual(navigator.move("?"), .deeper)
        XCTAssertEqual(navigator.move(" e"), .exercise)
        XCTAssertEqual(navigator.move("x y"), .unknown("xy"), "nothing happens by accident")
        XCTAssertEqual(navigator.current, 3)
        XCTAssertEqual(navigator.move("q"), .leave)
        XCTAssertEqual(navigator.move(nil), .leave, "the end of the input leaves")
    }

    func testGuessIsAskedBeforeTheAnswerAndEchoedBesideIt() throws {
        let (text, lesson) = try run(answers: ["3", "", "250", ""])
        assertOrder(["Your guess: ", "You chose 3; it is 2.", "> 2) The disc"], in: text)
        assertOrder(
            [
                "How many thresholds", "Your guess: ",
                "You said 250 thresholds; it is 256 thresholds.",
                "> One for each grey.",
            ], in: text)
        let question = try XCTUnwrap(lesson.steps[0].blocks[2].question)
        XCTAssertEqual(question.guess, "3")
        XCTAssertEqual(question.answer?.choice, 1)
    }

    func testWhatIsNoGuessIsAskedAgain() throws {
        let (text, lesson) = try run(answers: ["4", "half", "3", "", "many", "2,5", ""])
        assertOrder(
            [
                "\"4\" is none of the choices: type a number from 1 to 3.",
                "\"half\" is none of the choices", "You chose 3", "\"many\" is no number",
                "You said 2.5 thresholds",
            ], in: text)
        XCTAssertEqual(lesson.steps[1].blocks.compactMap(\.question).first?.guess, "2.5")
    }

    func testTwoEmptyLinesSkipTheGuess() throws {
        let (text, lesson) = try run(answers: ["", "", "", "1", ""])
        assertOrder(["A guess costs nothing", "Your guess: ", "> 2) The disc"], in: text)
        XCTAssertFalse(text.contains("You chose"))
        XCTAssertNil(lesson.steps[0].blocks[2].question?.guess)
    }

    func testBackShowsTheStepAgain() throws {
        let (text, _) = try run(answers: ["3", "", "1", "b", "", ""])
        XCTAssertEqual(text.components(separatedBy: "1. Where is tissue?").count - 1, 2)
        XCTAssertEqual(text.components(separatedBy: "2. What does").count - 1, 2)
        XCTAssertEqual(text.components(separatedBy: "You chose 3; it is 2.").count - 1, 2)
        XCTAssertTrue(text.contains("index.html"))
    }

    /// A box for the curious is not shown until they ask; then it comes with the new terms.
    func testDeeperIsShownWhenAskedFor() throws {
        let (silent, _) = try run(answers: ["3", "", "1", ""])
        XCTAssertFalse(silent.contains("Glass is noisy."))
        let (asked, _) = try run(answers: ["3", "?", "", "1", "?", ""])
        assertOrder(
            [
                "This step has nothing deeper", "2. What does", "?\u{A0}deeper",
                "Deeper: why not 0?",
                "Glass is noisy.", "H&E: hematoxylin",
            ], in: asked)
        XCTAssertEqual(asked.components(separatedBy: "Glass is noisy.").count - 1, 1)
    }

    func testTheExerciseIsNamed() throws {
        let (text, _) = try run(answers: ["3", "e", "", "1", "e", ""])
        XCTAssertTrue(text.contains("This step has no exercise."))
        XCTAssertEqual(text.components(separatedBy: "→ Exercises/LessonSample.swift").count - 1, 2)
        XCTAssertTrue(text.contains("e\u{A0}exercise"))
    }

    /// With its line, from the file as it stands now.
    func testTheExerciseHasItsLine() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("Lesson.swift")
        let source = "// func otsu(\n\nstruct A {\n    static func otsu() {}\n}\n"
        try Data(source.utf8).write(to: file)
        XCTAssertEqual(
            ExercisePlace.text(function: "otsu", path: file.path), "\(file.path):4")
        XCTAssertEqual(ExercisePlace.text(function: "other", path: file.path), file.path)
    }

    func testUnknownLettersSayWhatThereIs() throws {
        let (text, _) = try run(answers: ["3", "x", "", "1", ""])
        assertOrder(
            ["\"x\" means nothing here. Enter shows the next step", "2. What does"], in: text)
    }

    func testLeavingWritesNothing() throws {
        let (text, lesson) = try run(answers: ["3", "q"])
        XCTAssertTrue(text.hasSuffix("Left after step 1. Go on with --from 2.\n"))
        XCTAssertEqual(lesson.steps.count, 1)
        XCTAssertFalse(
            FileManager.default.fileExists(
                atPath: lesson.outputFolder.appendingPathComponent("index.html").path))
    }

    func testAStepThatIsNotThereIsRefusedWithThoseThatAre() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let lesson = try SampleLesson.lesson(output: folder, arguments: ["--from", "3"])
        XCTAssertThrowsError(try lesson.run(SampleLesson.teach)) { error in
            XCTAssertEqual(
                ErrorSentence.lines(error),
                [
                    "there is no step 3 for --from: this lesson has 2 steps",
                    "  - 1. Where is tissue?", "  - 2. What does the threshold cost?",
                ])
        }
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), [])
    }

    // MARK: Helpers

    private func assertOrder(_ parts: [String], in text: String, line: UInt = #line) {
        var rest = text[...]
        for part in parts {
            guard let range = rest.range(of: part) else {
                return XCTFail("\(part) is missing after what was found: \(text)", line: line)
            }
            rest = rest[range.upperBound...]
        }
    }

    private func run(answers: [String]) throws -> (String, Lesson) {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let recorder = Recorder(answers: answers)
        let lesson = try SampleLesson.lesson(
            output: folder, arguments: ["--step"], recorder: recorder, isAnswered: true)
        try lesson.run(SampleLesson.teach)
        return (recorder.text, lesson)
    }
}
