import Foundation
import XCTest

/// Linux's account of this process' resident memory, in bytes.
enum ProcessMemory {
    /// What is resident now.
    static func resident() throws -> Int { try value("VmRSS") }

    /// The highest mark since the last reset.
    static func highest() throws -> Int { try value("VmHWM") }

    /// Forgets the highest mark, which earlier tests may have set.
    static func resetHighestMark() throws {
        guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else {
            throw XCTSkip("the highest mark of the memory cannot be reset here")
        }
        try file.write(contentsOf: Data("5".utf8))
    }

    private static func value(_ name: String) throws -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name + ":") }),
            let kilobytes = line.split(separator: " ").compactMap({ Int($0) }).first
        else { throw XCTSkip("this system does not tell a process's memory in /proc") }
        return kilobytes * 1024
    }
}
