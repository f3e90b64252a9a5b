import Foundation
import XCTest

/// The scripts in Tests/Reference, run by the Python that is installed, if it has their packages.
enum Python {
    /// Runs a script and returns what it printed.
    ///
    /// - Throws: `XCTSkip` without Python or without one of the packages.
    static func run(
        _ script: String, _ arguments: [String], packages: [String]
    ) throws -> Data {
        let check =
            "import importlib.util as u, sys; "
            + "sys.exit(any(u.find_spec(p) is None for p in sys.argv[1:]))"
        guard try python(["-c", check] + packages).status == 0 else {
            throw XCTSkip("Python with \(packages.joined(separator: ", ")) is not installed")
        }
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = tests.appendingPathComponent("Reference/\(script).py").path
        let (status, output) = try python([file] + arguments)
        XCTAssertEqual(status, 0, "\(script) \(arguments)")
        return output
    }

    private static func python(_ arguments: [String]) throws -> (status: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-B"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, output)
    }
}

/// Runs `body` with a folder that is gone afterwards.
func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("deepteaching-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
}
