import Foundation
import GraderKit
import TestSupport
import XCTest

/// What one run of a lesson's program wrote.
struct LessonRun {
    /// What it printed.
    let text: String

    /// Its index.html.
    let page: String

    /// The numbers of its report.json by their keys.
    let numbers: [String: Double]

    /// The environment of a run with the instructions that every processor has, on one thread.
    static let genericOnOneThread = [
        "DEEPTEACHING_INSTRUCTIONS": "generic", "DEEPTEACHING_THREADS": "1",
    ]

    /// The slides of all runs: what one has painted, the next finds. `ChosenSlidesTests` shows that a
    /// lesson paints what is not there.
    private static let data = Result {
        atexit { try? FileManager.default.removeItem(at: LessonRun.dataFolder) }
        try FileManager.default.createDirectory(
            at: dataFolder, withIntermediateDirectories: true)
        return dataFolder
    }

    private static let dataFolder = FileManager.default.temporaryDirectory
        .appending(path: "lesson-data-\(UUID().uuidString)")

    private static let nano = Result {
        try PaintedCohort.copy(to: dataFolder.appending(path: "cohort-nano-1"))
    }

    /// Runs a lesson in a new folder, to its end and without a terminal; variables are added to the
    /// environment.
    init(
        _ lesson: String, arguments: [String] = [], environment: [String: String] = [:]
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "Data"), withDestinationURL: Self.data.get())
        if arguments.contains("nano") { try Self.nano.get() }
        let process = Process()
        process.executableURL = CourseFolder.ofTests(
            file: URL(filePath: #filePath).deletingLastPathComponent().path
        ).products.appending(path: lesson)
        process.arguments = arguments + ["--quiet", "--output", "out"]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = folder
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(lesson: lesson, status: process.terminationStatus)
        }
        let report = try JSONSerialization.jsonObject(
            with: Data(contentsOf: folder.appending(path: "out/report.json")))
        self.text = String(decoding: text, as: UTF8.self)
        page = try String(contentsOf: folder.appending(path: "out/index.html"), encoding: .utf8)
        numbers = Self.numbers(in: report)
    }

    /// A program that did not end well.
    struct Failure: Error {
        let lesson: String
        let status: Int32
    }

    /// The number under a key; the test fails if there is none.
    func number(_ key: String) throws -> Double { try XCTUnwrap(numbers[key], key) }

    /// Every number of the report by its key, however deep it lies.
    private static func numbers(in value: Any) -> [String: Double] {
        var found: [String: Double] = [:]
        if let array = value as? [Any] {
            for element in array { found.merge(numbers(in: element)) { $1 } }
        } else if let object = value as? [String: Any] {
            if let key = object["key"] as? String, let number = object["value"] as? Double {
                found[key] = number
            }
            for (key, element) in object {
                if let number = element as? Double { found[key] = number }
                found.merge(numbers(in: element)) { $1 }
            }
        }
        return found
    }
}
