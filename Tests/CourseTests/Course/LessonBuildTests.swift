import Curriculum
import Foundation
import XCTest

@testable import GraderKit

/// Builds of a package in a temporary folder that has the shape of the course: an exercise of one
/// file, and a program that prints what it returns.
final class LessonBuildTests: XCTestCase {
    private let lesson = LessonOutline(name: "Lesson99Topic", question: "", exercises: [])
    private var root = URL(filePath: "/")

    private var folder: CourseFolder {
        CourseFolder(
            root: root,
            products: root.appending(path: ".build/debug").resolvingSymlinksInPath())
    }

    /// The folder's name has what people have in names of folders.
    override func setUpWithError() throws {
        root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "Kürs #1 'a' \(UUID().uuidString)")
        try write(
            """
            // swift-tools-version: 6.2
            import PackageDescription
            let package = Package(name: "Scratch", targets: [
                .target(name: "Lesson99Exercises", path: "Exercises"),
                .executableTarget(
                    name: "Lesson99Topic", dependencies: ["Lesson99Exercises"], path: "Lesson"),
            ])
            """, to: "Package.swift")
        try write("import Lesson99Exercises\nprint(answer())\n", to: "Lesson/main.swift")
        try write(source(1), to: lesson.exercisesPath)
        // The products' folder exists, and is resolved, only after a first build.
        _ = try Tool.run(["swift", "build", "--product", lesson.name], in: root)
    }

    override func tearDownWithError() throws { try FileManager.default.removeItem(at: root) }

    private func write(_ text: String, to path: String) throws {
        try CourseFolder(root: root, products: root).write(text, to: root.appending(path: path))
    }

    private func source(_ number: Int) -> String {
        "// für \(number)\npublic func answer() -> Int { \(number) }\n"
    }

    /// Builds what lies there until it is steady, and runs it.
    private func answer() throws -> String {
        let file = ExerciseFile(of: lesson, in: folder)
        return try file.whileSteady(note: { _ in }) { saved -> String? in
            switch try LessonBuild(folder, note: { _ in }).build(lesson, of: saved) {
            case .outdated: return nil
            case .notCompiled(let words): return words
            case .built:
                let run = try Tool.run([folder.program(of: lesson).path], in: root)
                return run.output.trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }.result
    }

    func testASaveDuringABuildIsGraded() throws {
        let file = folder.exercises(of: lesson)
        for (number, milliseconds) in [(2, 300), (4, 500), (6, 700), (8, 900)] {
            try write(source(number), to: lesson.exercisesPath)
            let text = source(number + 1)
            let isSaved = expectation(description: "saved")
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
                try? Data(text.utf8).write(to: file)
                isSaved.fulfill()
            }
            let first = try answer()
            wait(for: [isSaved], timeout: 10)
            // A save that comes after the report belongs to the next one.
            let last = try answer()
            XCTAssertTrue(["\(number)", "\(number + 1)"].contains(first), first)
            XCTAssertEqual(last, "\(number + 1)", "saved after \(milliseconds) ms")
        }
    }

    /// A save within the clock's grain, or a file that is put back with its old time.
    func testAChangeThatLeavesTimeAndSizeIsBuilt() throws {
        let file = folder.exercises(of: lesson).path
        XCTAssertEqual(try answer(), "1")
        let time = try XCTUnwrap(
            FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date)
        try write(source(2), to: lesson.exercisesPath)
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
        XCTAssertEqual(try answer(), "2")
    }

    /// Another build, of an editor, may have looked at the file before its last save.
    func testWhatAnotherBuildLeftIsNotTrusted() throws {
        XCTAssertEqual(try answer(), "1")
        try write(source(2), to: lesson.exercisesPath)
        _ = try Tool.run(["swift", "build", "--product", lesson.name], in: root)
        let object = folder.products.appending(
            path: "Lesson99Exercises.build/Lesson99Topic.swift.o")
        let before = FileStamp(path: object.path)
        XCTAssertEqual(try answer(), "2")
        XCTAssertNotEqual(FileStamp(path: object.path), before, "compiled by us")
        let own = FileStamp(path: object.path)
        XCTAssertEqual(try answer(), "2")
        XCTAssertEqual(FileStamp(path: object.path), own, "nothing to do")
    }

    func testAnErrorIsShownWithItsLineInEveryKindOfFile() throws {
        let text = "\n// für\npublic func answer() -> Int {\n    let ü = 1; return \"x\"\n}\n"
        for end in LineEnd.allCases {
            for mark in ["", "\u{FEFF}"] {
                try write((mark + text).withLineEnds(end), to: lesson.exercisesPath)
                let words = try answer()
                let lines = words.sourceLines
                XCTAssertTrue(words.hasPrefix("line 4: cannot convert return"), "\(end): \(words)")
                XCTAssertEqual(lines.dropFirst().first, "    let ü = 1; return \"x\"")
                XCTAssertEqual(lines.dropFirst(2).first, "                      ^")
            }
        }
    }

    func testALinkIsFollowed() throws {
        let file = folder.exercises(of: lesson)
        let target = root.appending(path: "elsewhere.swift")
        try FileManager.default.removeItem(at: file)
        try Data(source(5).utf8).write(to: target)
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
        XCTAssertEqual(try answer(), "5")
        try Data(source(6).utf8).write(to: target, options: .atomic)
        XCTAssertEqual(try answer(), "6")
    }
}
