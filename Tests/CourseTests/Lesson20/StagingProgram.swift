import Foundation
import GraderKit
import TestSupport
import XCTest

/// The program of Lesson 20, run as a user runs it: a process in a folder of its own.
struct StagingProgram {
    /// What a process left behind.
    struct Result {
        let status: Int32
        let wasKilled: Bool
        let output: String
        let error: String

        /// Whether it came as far as to train a network, or to map slides with one that was there.
        var hasLearnt: Bool { Self.tellsOfLearning(error) }

        static func tellsOfLearning(_ error: String) -> Bool {
            error.contains("Training network") || error.contains("Mapping slides")
        }

        /// What stands on standard error beside the lines of progress.
        var complaints: [String] {
            error.split(separator: "\n").map(String.init)
                .filter { !$0.contains(/: +\d+ %$/) }
        }
    }

    private static let course = CourseFolder.ofTests(
        file: URL(filePath: #filePath).deletingLastPathComponent().path)

    /// The built program: it lies beside the test bundle.
    static let executable = course.products.appending(path: "Lesson20Staging")

    /// The top folder of the package.
    static let package = course.root

    /// The working directory; `Data` and `output` appear there.
    let folder: URL

    /// A program in a new folder, removed when the test ends.
    init(for test: XCTestCase) throws {
        folder = try Self.temporaryFolder()
        let made = folder
        test.addTeardownBlock { try? FileManager.default.removeItem(at: made) }
    }

    init(in folder: URL) { self.folder = folder }

    static func temporaryFolder() throws -> URL {
        let url = FileManager.default.temporaryDirectory
            .appending(path: "staging-\(UUID().uuidString)").resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    /// A file below the working directory.
    func file(_ path: String) -> URL { folder.appending(path: path) }

    /// Runs the program to its end, at most `seconds` long.
    func run(
        _ arguments: String..., environment: [String: String] = [:], seconds: Double = 120
    ) throws -> Result {
        let run = try StagingProcess(
            executable: Self.executable, arguments: arguments, folder: folder,
            environment: environment)
        return run.result(within: seconds)
    }

    /// Starts the program and sends it a signal as soon as `isTime` holds, or 30 s have passed.
    func run(
        _ arguments: [String], environment: [String: String] = [:], killedBy signal: Int32,
        when isTime: (_ error: String) -> Bool
    ) throws -> Result {
        let run = try StagingProcess(
            executable: Self.executable, arguments: arguments, folder: folder,
            environment: environment)
        let end = Date(timeIntervalSinceNow: 30)
        while run.isRunning, !isTime(run.errorSoFar), Date() < end { usleep(2_000) }
        run.send(signal)
        return run.result(within: 30)
    }

    /// Runs the program until it learns: what it has to say of its files, it has said by then. If all
    /// is to be proved, it runs to its end.
    func runUntilItLearns(
        _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Result {
        guard isProving else {
            return try run(
                arguments, environment: environment, killedBy: SIGKILL,
                when: Result.tellsOfLearning)
        }
        return try StagingProcess(
            executable: Self.executable, arguments: arguments, folder: folder,
            environment: environment
        ).result(within: 120)
    }

    /// All files below a folder, without folders; sorted.
    func files(below path: String) -> [String] {
        let top = file(path)
        let all = (try? FileManager.default.subpathsOfDirectory(atPath: top.path)) ?? []
        return all.filter { name in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(
                atPath: top.appending(path: name).path, isDirectory: &isFolder)
            return exists && !isFolder.boolValue
        }.sorted()
    }

    /// The numbers of a report.
    func report(in output: String = "output/Lesson20Staging") throws -> StagingReport {
        try StagingReport(file(output).appending(path: "report.json"))
    }

    /// The text of a report.
    func reportText(in output: String = "output/Lesson20Staging") throws -> String {
        try String(contentsOf: file(output).appending(path: "report.json"), encoding: .utf8)
    }
}
