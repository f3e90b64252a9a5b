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
        XCTAssertEqual(navigator.move("q"), .leave)
        XCTAssertEqual(navigator.move(nil), .leave, "the end of the input leaves")
    }

    func testGuessIsAskedBeforeTheAnswer() throws {
        let (text, lesson) = try run(answers: ["3", "", ""])
        let guess = try XCTUnwrap(text.range(of: "Your guess: "))
        let answer = try XCTUnwrap(text.range(of: "> 2) The disc"))
        XCTAssertLessThan(guess.lowerBound, answer.lowerBound)
        guard case .question(let question) = lesson.steps[0].blocks[2] else {
            return XCTFail("the third block is the question")
        }
        XCTAssertEqual(question.guess, "3")
        XCTAssertEqual(question.answer?.choice, 1)
    }

    func testBackShowsTheStepAgain() throws {
        let (text, _) = try run(answers: ["3", "", "b", "", ""])
        XCTAssertEqual(text.components(separatedBy: "1. Where is tissue?").count - 1, 2)
        XCTAssertEqual(text.components(separatedBy: "2. What does").count - 1, 2)
        XCTAssertTrue(text.contains("index.html"))
    }

    func testLeavingWritesNothing() throws {
        let (text, lesson) = try run(answers: ["3", "q"])
        XCTAssertTrue(text.hasSuffix("Left after step 1. Go on with --from 2.\n"))
        XCTAssertEqual(lesson.steps.count, 1)
        XCTAssertFalse(
            FileManager.default.fileExists(
                atPath: lesson.outputFolder.appendingPathComponent("index.html").path))
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
