import Foundation
import XCTest

@testable import GraderKit

final class StateFileTests: XCTestCase {
    private var root = URL(filePath: "/")
    private var folder: CourseFolder { CourseFolder(root: root, products: root) }
    private var file: URL { root.appending(path: ".deepteaching/state.json") }

    override func setUpWithError() throws {
        root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    override func tearDownWithError() throws { try FileManager.default.removeItem(at: root) }

    func testConcurrentChangesAreAllKept() throws {
        let memory = StateFile(folder)
        DispatchQueue.concurrentPerform(iterations: 24) { index in
            try? memory.update { $0["Lesson99Topic", "f\(index)"].attempts += 1 }
        }
        XCTAssertEqual(try memory.read().exercises.count, 24)
    }

    func testAStateOfANewerCourseIsLeftAlone() throws {
        try folder.write("{\"version\": 99, \"future\": true}", to: file)
        let memory = StateFile(folder)
        XCTAssertThrowsError(try memory.read()) {
            XCTAssertEqual(
                $0 as? CourseError,
                .newerState(version: 99, path: ".deepteaching/state.json"))
        }
        XCTAssertThrowsError(try memory.update { $0["a", "b"].attempts = 1 })
        XCTAssertTrue(try folder.text(of: file).contains("future"))
    }

    func testADamagedStateIsSetAside() throws {
        try folder.write("{\"version\": 1, \"exerc", to: file)
        let memory = StateFile(folder)
        XCTAssertEqual(try memory.read(), CourseState())
        let aside = root.appending(path: ".deepteaching/state.damaged.json")
        XCTAssertEqual(try folder.text(of: aside), "{\"version\": 1, \"exerc")
    }

    func testASecondWatcherIsRefusedUntilTheFirstHasEnded() throws {
        let first = try FileLock(folder, name: "watch.lock", waits: false)
        XCTAssertThrowsError(try FileLock(folder, name: "watch.lock", waits: false)) {
            XCTAssertEqual(
                $0 as? CourseError, .alreadyWatching(path: ".deepteaching/watch.lock"))
        }
        first.release()
        XCTAssertNoThrow(try FileLock(folder, name: "watch.lock", waits: false).release())
    }

    func testWhereNothingCanBeWrittenASentenceSaysSo() throws {
        try Data().write(to: root.appending(path: ".deepteaching"))  // a file, not a folder
        XCTAssertThrowsError(try StateFile(folder).update { $0["a", "b"].attempts = 1 }) {
            XCTAssertEqual(
                $0 as? CourseError, .unwritable(path: ".deepteaching/state.lock"))
        }
    }

    func testAttemptsCountChangesOfTheTextAndHintsBelongToAMistake() {
        var state = CourseState()
        let check = CheckReport(
            name: "a", statement: "", status: .wrong, points: 1, earned: 0)
        var report = LessonReport(
            lesson: "L", seeds: [7],
            exercises: [
                ExerciseReport(
                    function: "f", title: "", status: .wrong, checks: [check],
                    misconception: "one")
            ])
        state.record(report, text: "x")
        state.record(report, text: "x")
        XCTAssertEqual(state["L", "f"].attempts, 1)
        XCTAssertEqual(state["L", "f"].lastSeed, 7)
        state["L", "f"].hintsSeen = 2
        state.record(report, text: "y")
        XCTAssertEqual(state["L", "f"].attempts, 2)
        XCTAssertEqual(state["L", "f"].hintsSeen, 2)
        report.exercises[0].misconception = "two"
        state.record(report, text: "z")
        XCTAssertEqual(state["L", "f"].hintsSeen, 0)
    }
}
