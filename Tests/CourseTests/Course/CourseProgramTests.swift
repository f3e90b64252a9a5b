import Foundation
import GraderKit
import Graders
import XCTest

/// The program `course`, in checkouts of its own that it cannot build.
final class CourseProgramTests: XCTestCase {
    func testTheListNamesEveryExercise() throws {
        let course = try ScratchCourse()
        let result = try course.shell("$COURSE list")
        XCTAssertEqual(result.code, 0)
        for exercise in LessonGrader.all.flatMap(\.lesson.exercises) {
            XCTAssertTrue(result.output.contains(exercise.function))
        }
    }

    func testACommandLineThatMakesNoSenseIs64() throws {
        let course = try ScratchCourse()
        XCTAssertEqual(try course.shell("$COURSE praise").code, 64)
        XCTAssertEqual(try course.shell("$COURSE certify --seeds 0").code, 64)
    }

    func testWhatTheToolCannotDoIsOneSentenceAnd2() throws {
        let course = try ScratchCourse()
        for command in [
            "cd / && $COURSE list", "$COURSE check Lesson77", "$COURSE check 12 nothing",
            "$COURSE new-lesson topic", "$COURSE new-lesson Lesson12Clustering",
        ] {
            let result = try course.shell(command)
            XCTAssertEqual(result.code, 2, command)
            XCTAssertEqual(result.error.split(separator: "\n").count, 1, result.error)
            XCTAssertTrue(result.error.hasPrefix("error: "), result.error)
        }
    }

    func testAReaderThatHasSeenEnoughEndsItQuietly() throws {
        let course = try ScratchCourse()
        let result = try course.shell("$COURSE list | head -1")
        XCTAssertEqual(result.code, 0)
        XCTAssertEqual(result.error, "")
        XCTAssertEqual(result.output.split(separator: "\n").count, 1)
    }

    func testResetMakesTheStubAnewAndKeepsTheOldText() throws {
        let course = try ScratchCourse()
        let path = "Exercises/Lesson12Clustering.swift"
        let stub = try String(contentsOf: course.root.appending(path: path), encoding: .utf8)
        let result = try course.shell(
            "echo mine >> \(path) && $COURSE reset 12 && cat .deepteaching/kept/*")
        XCTAssertEqual(result.code, 0, result.error)
        XCTAssertEqual(
            try String(contentsOf: course.root.appending(path: path), encoding: .utf8), stub)
        XCTAssertTrue(result.output.contains("mine"))
        XCTAssertTrue(try course.shell("$COURSE reset 12").output.contains("fresh already"))
    }

    func testANewLessonIsWrittenOnceAndListedInOrder() throws {
        let course = try ScratchCourse()
        XCTAssertEqual(try course.shell("$COURSE new-lesson Lesson07Example").code, 0)
        let manifest = try String(
            contentsOf: course.root.appending(path: "Package.swift"), encoding: .utf8)
        XCTAssertEqual(
            manifest.split(separator: "\n").map(String.init),
            [
                "let lessons: [Lesson] = [", "    Lesson(\"Lesson07Example\"),",
                "    Lesson(\"Lesson12Clustering\")", "]",
            ])
        for path in [
            "Exercises/Lesson07Example.swift", "Tests/Graders/Lesson07Example.swift",
            "Lessons/Lesson07Example/README.md",
        ] {
            XCTAssertTrue(
                FileManager.default.fileExists(atPath: course.root.appending(path: path).path), path
            )
        }
        XCTAssertEqual(try course.shell("$COURSE new-lesson Lesson07Example").code, 2)
    }

    func testASecondWatcherIsRefused() throws {
        let course = try ScratchCourse()
        let lock = try FileLock(
            course.folder, name: "watch.lock", waits: false)
        defer { lock.release() }
        let result = try course.shell("$COURSE watch")
        XCTAssertEqual(result.code, 2)
        XCTAssertTrue(result.error.contains("another"), result.error)
    }

    func testWatchingEndsWithQAlsoWithoutATerminal() throws {
        let course = try ScratchCourse()
        // As if every file had been graded as it stands: then nothing needs to be built.
        for grader in LessonGrader.all {
            let text = try course.folder.text(of: course.folder.exercises(of: grader.lesson))
            try StateFile(course.folder).update {
                $0.record(grader.notRun(.notCompiled, "so far"), text: text)
            }
        }
        let result = try course.shell("printf 'lq' | $COURSE watch")
        XCTAssertEqual(result.code, 0, result.error)
        XCTAssertTrue(result.output.contains("updateCentroids"), "l lists")
    }
}
