import Foundation
import GraderKit
import Graders
import XCTest

/// The program `course`, in a checkout of its own that it cannot build.
final class CourseProgramTests: XCTestCase {
    private let real = CourseFolder.ofTests(
        file: URL(filePath: #filePath).deletingLastPathComponent().path)
    private var root = URL(filePath: "/")

    override func setUpWithError() throws {
        root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        for name in ["Exercises", "Lessons", "Solutions"] {
            try FileManager.default.createDirectory(
                at: root.appending(path: name), withIntermediateDirectories: true)
        }
        try Data("let lessons: [Lesson] = [\n    Lesson(\"Lesson12Clustering\")\n]\n".utf8)
            .write(to: root.appending(path: "Package.swift"))
        for lesson in LessonGrader.all.map(\.lesson) {
            let solution = try real.text(of: real.solution(of: lesson))
            try Data(solution.utf8).write(
                to: root.appending(path: "Solutions/\(lesson.name).swift"))
            try Data(Stub.text(fromSolution: solution).utf8)
                .write(to: root.appending(path: lesson.exercisesPath))
        }
    }

    /// Remembers that every file was graded as it stands, so that nothing needs to be built.
    private func rememberGrading() throws {
        let folder = CourseFolder(root: root, products: root)
        for grader in LessonGrader.all {
            let text = try folder.text(of: folder.exercises(of: grader.lesson))
            try StateFile(folder).update {
                $0.record(grader.notRun(.notCompiled, "so far"), text: text)
            }
        }
    }

    override func tearDownWithError() throws { try FileManager.default.removeItem(at: root) }

    /// Runs `course` through a shell, so that pipes and redirections can be tried.
    private func shell(_ command: String) throws -> (code: Int32, output: String, error: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = root
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["COURSE": real.products.appending(path: "course").path]) { $1 }
        let output = Pipe()
        let error = Pipe()
        process.standardOutput = output
        process.standardError = error
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let errorText = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: text, as: UTF8.self),
            String(decoding: errorText, as: UTF8.self)
        )
    }

    func testTheListNamesEveryExercise() throws {
        let result = try shell("$COURSE list")
        XCTAssertEqual(result.code, 0)
        for exercise in LessonGrader.all.flatMap(\.lesson.exercises) {
            XCTAssertTrue(result.output.contains(exercise.function))
        }
    }

    func testACommandLineThatMakesNoSenseIs64() throws {
        XCTAssertEqual(try shell("$COURSE praise").code, 64)
        XCTAssertEqual(try shell("$COURSE certify --seeds 0").code, 64)
    }

    func testWhatTheToolCannotDoIsOneSentenceAnd2() throws {
        for command in [
            "cd / && $COURSE list", "$COURSE check Lesson77", "$COURSE check 12 nothing",
            "$COURSE new-lesson topic", "$COURSE new-lesson Lesson12Clustering",
            "rm Exercises/* && $COURSE check 12",
        ] {
            let result = try shell(command)
            XCTAssertEqual(result.code, 2, command)
            XCTAssertEqual(result.error.split(separator: "\n").count, 1, result.error)
            XCTAssertTrue(result.error.hasPrefix("error: "), result.error)
        }
    }

    func testAReaderThatHasSeenEnoughEndsItQuietly() throws {
        let result = try shell("$COURSE list | head -1")
        XCTAssertEqual(result.code, 0)
        XCTAssertEqual(result.error, "")
        XCTAssertEqual(result.output.split(separator: "\n").count, 1)
    }

    func testResetMakesTheStubAnewAndKeepsTheOldText() throws {
        let path = "Exercises/Lesson12Clustering.swift"
        let stub = try String(contentsOf: root.appending(path: path), encoding: .utf8)
        let result = try shell(
            "echo mine >> \(path) && $COURSE reset 12 && cat .deepteaching/kept/*")
        XCTAssertEqual(result.code, 0, result.error)
        XCTAssertEqual(try String(contentsOf: root.appending(path: path), encoding: .utf8), stub)
        XCTAssertTrue(result.output.contains("mine"))
        XCTAssertTrue(try shell("$COURSE reset 12").output.contains("fresh already"))
    }

    func testANewLessonIsWrittenOnceAndListedInOrder() throws {
        XCTAssertEqual(try shell("$COURSE new-lesson Lesson07Example").code, 0)
        let manifest = try String(
            contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
        XCTAssertEqual(
            manifest.split(separator: "\n").map(String.init),
            [
                "let lessons: [Lesson] = [", "    Lesson(\"Lesson07Example\"),",
                "    Lesson(\"Lesson12Clustering\")", "]",
            ])
        for path in [
            "Exercises/Lesson07Example.swift", "Tests/Mutants/Lesson07Example.swift",
            "Lessons/Lesson07Example/README.md",
        ] {
            XCTAssertTrue(
                FileManager.default.fileExists(atPath: root.appending(path: path).path), path)
        }
        XCTAssertEqual(try shell("$COURSE new-lesson Lesson07Example").code, 2)
    }

    func testASecondWatcherIsRefused() throws {
        let lock = try FileLock(
            CourseFolder(root: root, products: root), name: "watch.lock", waits: false)
        defer { lock.release() }
        let result = try shell("$COURSE watch")
        XCTAssertEqual(result.code, 2)
        XCTAssertTrue(result.error.contains("another"), result.error)
    }

    func testWatchingEndsWithQAlsoWithoutATerminal() throws {
        try rememberGrading()
        let result = try shell("printf 'lq' | $COURSE watch")
        XCTAssertEqual(result.code, 0, result.error)
        XCTAssertTrue(result.output.contains("updateCentroids"), "l lists")
    }
}
