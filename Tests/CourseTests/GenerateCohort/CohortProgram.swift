import Foundation
import TestSupport
import XCTest

/// The program `GenerateCohort`, run as a user runs it: a process in a folder of its own.
struct CohortProgram {
    private static let executable = StagingProgram.executable.deletingLastPathComponent()
        .appending(path: "GenerateCohort")

    /// The working directory.
    let folder: URL

    /// A program in a new folder, removed when the test ends.
    init(for test: XCTestCase) throws {
        folder = try StagingProgram.temporaryFolder()
        let made = folder
        test.addTeardownBlock { try? FileManager.default.removeItem(at: made) }
    }

    /// Puts all slides of the nano cohort but `missing` into the folder "cohort", so that the next run
    /// has only these to paint.
    func fillUp(but missing: Int) throws {
        let cohort = folder.appending(path: "cohort")
        let paths = PaintedCohort.generator.plan.slides.map(\.slidePath).filter {
            !FileManager.default.fileExists(atPath: cohort.appending(path: $0).path)
        }
        for path in paths.dropLast(missing) {
            try FileManager.default.copyItem(
                at: PaintedCohort.folder().appending(path: path),
                to: cohort.appending(path: path))
        }
    }

    /// Runs the program to its end.
    func run(_ arguments: String...) throws -> StagingProgram.Result { try run(arguments) }

    /// Runs the program to its end.
    func run(_ arguments: [String]) throws -> StagingProgram.Result {
        try start(arguments).result(within: 120)
    }

    /// Runs the program with files of at most `kilobytes`, as on a disk that fills up.
    func run(
        _ arguments: [String], withFilesUpTo kilobytes: Int
    ) throws -> StagingProgram.Result {
        // The shell's unit is 512 bytes. Ignored, the signal becomes an error of the write.
        let script = "trap '' XFSZ; ulimit -f \(2 * kilobytes); exec \"$0\" \"$@\""
        return try StagingProcess(
            executable: URL(filePath: "/bin/sh"),
            arguments: ["-c", script, Self.executable.path] + arguments, folder: folder,
            environment: [:]
        ).result(within: 120)
    }

    /// Starts the program and sends it a signal as soon as `isTime` holds, or 30 s have passed.
    func run(
        _ arguments: [String], signalled signal: Int32, when isTime: (_ error: String) -> Bool
    ) throws -> StagingProgram.Result {
        let process = try start(arguments)
        let end = Date(timeIntervalSinceNow: 30)
        while process.isRunning, !isTime(process.errorSoFar), Date() < end { usleep(1_000) }
        process.send(signal)
        return process.result(within: 30)
    }

    /// The bytes of all files below a folder, by path.
    func contents(_ path: String) throws -> [String: Data] {
        try folder.appending(path: path).contentsOfAllFiles()
    }

    private func start(_ arguments: [String]) throws -> StagingProcess {
        try StagingProcess(
            executable: Self.executable, arguments: arguments, folder: folder, environment: [:])
    }
}

extension URL {
    /// The bytes of all files below this folder, by path.
    func contentsOfAllFiles() throws -> [String: Data] {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { return [:] }
        var contents: [String: Data] = [:]
        for name in try manager.subpathsOfDirectory(atPath: path) {
            var isFolder: ObjCBool = false
            let file = appending(path: name)
            guard manager.fileExists(atPath: file.path, isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            contents[name] = try Data(contentsOf: file)
        }
        return contents
    }
}
