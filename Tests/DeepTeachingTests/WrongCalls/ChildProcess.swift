import Foundation

/// A copy of this process that runs one closure and ends.
///
/// A copy takes a millisecond where a new process takes a tenth of a second. It has one thread only:
/// make it from a process that has done nothing else yet.
struct ChildProcess {
    /// What the closure wrote to either output, and the error that it threw.
    let output: String

    /// Whether the closure came to its end, or threw.
    let hasReturned: Bool

    init(_ body: () throws -> Void) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0, let child = Self.fork() else {
            throw CocoaError(.executableLoad)
        }
        if child == 0 { Self.run(body, writingTo: ends[1]) }
        close(ends[1])
        let reader = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
        output = String(decoding: reader.readDataToEndOfFile(), as: UTF8.self)
        var status: Int32 = 0
        waitpid(child, &status, 0)
        hasReturned = status == 0
    }

    private static func run(_ body: () throws -> Void, writingTo end: Int32) -> Never {
        dup2(end, STDOUT_FILENO)
        dup2(end, STDERR_FILENO)
        alarm(20)  // a call that hangs is killed
        do {
            try body()
        } catch {
            try? FileHandle.standardError.write(contentsOf: Data("thrown: \(error)".utf8))
        }
        _exit(0)
    }

    /// Swift does not lend out `fork`, since a copy of a process of many threads can do little.
    private static func fork() -> pid_t? {
        guard let symbol = dlsym(nil, "fork") else { return nil }
        typealias Fork = @convention(c) () -> pid_t
        let child = unsafeBitCast(symbol, to: Fork.self)()
        return child < 0 ? nil : child
    }
}
