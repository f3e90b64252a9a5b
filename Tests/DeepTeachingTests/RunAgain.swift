import Foundation
import XCTest

/// Starts this test program again, for one test of this module; returns its exit status and all that
/// it printed.
func runAgain(
    test: String, environment: [String: String]
) throws -> (status: Int32, output: String) {
    let (process, pipe) = try startAgain(test: test, environment: environment)
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

/// Starts this test program again, for one test of this module; its output goes to the pipe.
func startAgain(
    test: String, environment: [String: String]
) throws -> (process: Process, output: Pipe) {
    #if os(macOS)
        throw XCTSkip("on macOS a bundle of tests is no program of its own")
    #else
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
        // "DeepTeachingTests", or what else a package calls the module of these tests.
        let module = String(reflecting: ModuleOfTests.self).prefix { $0 != "." }
        process.arguments = ["\(module).\(test)"]
        // Without a backtrace a stop takes milliseconds instead of seconds.
        let quiet = ["SWIFT_BACKTRACE": "enable=no"]
        process.environment = ProcessInfo.processInfo.environment
            .merging(quiet) { $1 }.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        return (process, pipe)
    #endif
}

/// Knows the name of its module.
private enum ModuleOfTests {}
