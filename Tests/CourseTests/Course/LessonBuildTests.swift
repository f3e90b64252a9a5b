import Curriculum
import Foundation
import TestSupport
import XCTest

@testable import GraderKit

/// Builds of a package in a temporary folder that has the shape of the course: an exercise of one
/// file, and a program that prints what it returns.
final class LessonBuildTests: XCTestCase {
    private static let lesson = LessonOutline(
        name: "Lesson99Topic", question: "", exercises: [])
    private let lesson = LessonBuildTests.lesson
    private var root = URL(filePath: "/")

    private var folder: CourseFolder {
        CourseFolder(
            root: root,
            products: root.appending(path: ".build/debug").resolvingSymlinksInPath())
    }

    /// The folder's name has what people have in names of folders.
    private static let package = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        .appending(path: "Kürs #1 'a' \(UUID().uuidString)")

    /// Built once: the products' folder exists, and is resolved, only after a first build.
    private static let firstBuild = Result {
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
        _ = try Tool.run(["swift", "build", "--product", lesson.name], in: package)
    }

    override func setUpWithError() throws {
        try Self.firstBuild.get()
        root = Self.package
        try? FileManager.default.removeItem(at: folder.exercises(of: lesson))
        try write(source(1), to: lesson.exercisesPath)
    }

    override class func tearDown() { try? FileManager.default.removeItem(at: package) }

    private static func write(_ text: String, to path: String) throws {
        try CourseFolder(root: package, products: package)
            .write(text, to: package.appending(path: path))
    }

    private func write(_ text: String, to path: String) throws {
        try Self.write(text, to: path)
    }

    private static func source(_ number: Int) -> String {
        "// für \(number)\npublic func answer() -> Int { \(number) }\n"
    }

    private func source(_ number: Int) -> String { Self.source(number) }

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
        let moments = isProving ? [300, 500, 700, 900] : [300, 700]
        for (index, milliseconds) in moments.enumerated() {
            let number = 2 * index + 2
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
            let marks = isProving || end == .lineFeed ? ["", "\u{FEFF}"] : ["\u{FEFF}"]
            for mark in marks {
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
