import Foundation

/// A program that is trusted: the compiler.
enum Tool {
    /// Runs a program to its end and returns its code and all that it printed, both outputs in one.
    ///
    /// - Throws: `CourseError.noCompiler` if it cannot be started.
    static func run(_ arguments: [String], in folder: URL) throws -> (code: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw CourseError.noCompiler(reason: error.localizedDescription)
        }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        if process.terminationStatus == 127 {
            throw CourseError.noCompiler(reason: "\(arguments[0]) is not in the PATH")
        }
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}

/// The Swift toolchain.
public enum Toolchain {
    /// What `swift --version` says first, or nil if there is none.
    public static func version(in folder: URL) -> String? {
        guard let (code, output) = try? Tool.run(["swift", "--version"], in: folder), code == 0
        else { return nil }
        return output.split(separator: "\n").first { $0.contains("Swift version") }.map(String.init)
    }
}
