import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program that is trusted: the compiler.
enum Tool {
    /// Runs a program to its end and returns its code and all that it printed, both outputs in one.
    ///
    /// - Parameter onWaiting: called once if it waits two seconds for another SwiftPM.
    /// - Throws: `CourseError.noCompiler` if it cannot be started.
    static func run(
        _ arguments: [String], in folder: URL, onWaiting: () -> Void = {}
    ) throws -> (code: Int32, output: String) {
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
        let text = output(of: pipe.fileHandleForReading, onWaiting: onWaiting)
        process.waitUntilExit()
        if process.terminationStatus == 127 {
            throw CourseError.noCompiler(reason: "\(arguments[0]) is not in the PATH")
        }
        return (process.terminationStatus, text)
    }

    /// What SwiftPM prints when another one holds the build folder.
    private static let waiting = "Another instance of SwiftPM"

    /// Whether another SwiftPM worked in the build folder first, as an output tells.
    static func hasWaited(_ output: String) -> Bool { output.contains(waiting) }

    /// Reads to the end. SwiftPM says at once that it waits, and then nothing until it goes on.
    private static func output(of handle: FileHandle, onWaiting: () -> Void) -> String {
        var data = Data()
        var isToldOf = false
        while true {
            var descriptor = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
            let isSilent = poll(&descriptor, 1, isToldOf ? -1 : 2000) == 0
            if isSilent && String(decoding: data, as: UTF8.self).contains(waiting) {
                isToldOf = true
                onWaiting()
            }
            if isSilent { continue }
            let bytes = handle.availableData
            if bytes.isEmpty { return String(decoding: data, as: UTF8.self) }
            data += bytes
        }
    }
}

/// The Swift toolchain.
public enum Toolchain {
    /// What `swift --version` says first, or nil if there is none.
    public static func version(in folder: URL) -> String? {
        guard let (code, output) = try? Tool.run(["swift", "--version"], in: folder), code == 0
        else { return nil }
        return output.sourceLines.first { $0.contains("Swift version") }.map(String.init)
    }
}
