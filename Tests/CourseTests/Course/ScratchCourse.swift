import Foundation
import GraderKit
import Graders
import XCTest

/// A checkout in a temporary folder, with the solutions and stubs of all lessons, that the program
/// `course` takes for one but cannot build.
final class ScratchCourse {
    /// What one run of a command gave.
    struct Result: Sendable {
        let code: Int32
        let output: String
        let error: String
    }

    private static let real = CourseFolder.ofTests(
        file: URL(filePath: #filePath).deletingLastPathComponent().path)

    /// The lesson with whose file the tests play.
    let lesson = LessonGrader.clustering.lesson

    let root: URL
    var folder: CourseFolder { CourseFolder(root: root, products: root) }

    /// The student's file of that lesson.
    var file: URL { folder.exercises(of: lesson) }

    /// - Parameter lineEnd: how the files of the checkout end their lines.
    init(lineEnd: LineEnd = .lineFeed) throws {
        root = FileManager.default.temporaryDirectory
            .appending(path: "scratch course \(UUID().uuidString)")
        for name in ["Exercises", "Lessons", "Solutions"] {
            try FileManager.default.createDirectory(
                at: root.appending(path: name), withIntermediateDirectories: true)
        }
        let manifest = "let lessons: [Lesson] = [\n    Lesson(\"Lesson12Clustering\")\n]\n"
        try write(manifest.withLineEnds(lineEnd), to: "Package.swift")
        for lesson in LessonGrader.all.map(\.lesson) {
            let solution = try Self.real.text(of: Self.real.solution(of: lesson))
            let stub = try Stub.text(of: lesson, fromSolution: solution)
            try write(solution.withLineEnds(lineEnd), to: "Solutions/\(lesson.name).swift")
            try write(stub.withLineEnds(lineEnd), to: lesson.exercisesPath)
        }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    private func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: root.appending(path: path))
    }

    /// The bytes of every kept copy, by the copies' names.
    func kept() throws -> [String: Data] {
        let kept = root.appending(path: ".deepteaching/kept")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: kept.path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: try names.map {
                ($0, try Data(contentsOf: kept.appending(path: $0)))
            })
    }

    /// Runs `course` through a shell, where `$COURSE` names it.
    func shell(_ command: String) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // The path of the checkout may hold spaces.
        process.arguments = ["-c", command.replacing("$COURSE", with: "\"$COURSE\"")]
        process.currentDirectoryURL = root
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["COURSE": Self.real.products.appending(path: "course").path]) { $1 }
        let output = Pipe()
        let error = Pipe()
        process.standardOutput = output
        process.standardError = error
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let errorText = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            error: String(decoding: errorText, as: UTF8.self))
    }
}
