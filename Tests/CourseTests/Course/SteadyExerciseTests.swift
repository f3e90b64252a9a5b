import Foundation
import XCTest

@testable import GraderKit

/// What is graded is what lies there, also if it is saved meanwhile.
final class SteadyExerciseTests: XCTestCase {
    /// Works on a file of a scratch course; `during` is what happens to it in each try.
    private func work(
        _ course: ScratchCourse, during: (_ number: Int, _ file: URL) throws -> Void
    ) throws -> (text: String, tries: Int, notes: Int) {
        let file = ExerciseFile(of: course.lesson, in: course.folder)
        var tries = 0
        var notes = 0
        let (text, saved) = try file.whileSteady(note: { _ in notes += 1 }) { saved in
            tries += 1
            try during(tries, course.file)
            return try file.text(of: saved)
        }
        XCTAssertEqual(Data(text.utf8), saved.bytes)
        return (text, tries, notes)
    }

    func testWhatIsSavedDuringTheWorkIsWorkedOn() throws {
        let course = try ScratchCourse()
        let done = try work(course) { number, file in
            if number < 3 { try Data("text \(number)".utf8).write(to: file) }
        }
        XCTAssertEqual(done.text, "text 2")
        XCTAssertEqual(done.tries, 3)
        XCTAssertEqual(done.notes, 2)
    }

    func testTheSameBytesSavedAgainAreWorkedOnAgain() throws {
        // Between the two saves of an editor another text may have been built.
        let course = try ScratchCourse()
        let bytes = try Data(contentsOf: course.file)
        let done = try work(course) { number, file in
            if number == 1 {
                try Data("other".utf8).write(to: file)
                try bytes.write(to: file, options: .atomic)
            }
        }
        XCTAssertEqual(done.tries, 2)
    }

    func testAnEditorThatRemovesAndWritesAnewIsWaitedFor() throws {
        let course = try ScratchCourse()
        let done = try work(course) { number, file in
            guard number == 1 else { return }
            try FileManager.default.removeItem(at: file)
            DispatchQueue.global().asyncAfter(deadline: .now() + 0.05) {
                try? Data("new".utf8).write(to: file, options: .atomic)
            }
        }
        XCTAssertEqual(done.text, "new")
    }

    func testAFileThatNeverRestsEndsInASentence() throws {
        let course = try ScratchCourse()
        XCTAssertThrowsError(
            try work(course) { try Data("text \($0)".utf8).write(to: $1) }
        ) {
            XCTAssertEqual(
                $0 as? StudentFileError, .changedMeanwhile(path: course.lesson.exercisesPath))
        }
        // A program that only touches it, as some that copy folders do, is no reason to stop.
        let touched = try work(course) { number, file in
            chmod(file.path, number.isMultiple(of: 2) ? 0o644 : 0o664)
        }
        XCTAssertEqual(touched.tries, ExerciseFile.tries)
    }
}
