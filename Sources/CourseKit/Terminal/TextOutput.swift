import Foundation

/// A place for text: a file descriptor, or memory in a test.
struct TextOutput: Sendable {
    let write: @Sendable (String) -> Void

    /// What a lesson says. If it takes no more, the process ends: on a full disk with a sentence,
    /// at a closed pipe without.
    static let standardOutput = TextOutput { text in
        let failure = write(text, to: STDOUT_FILENO)
        if failure == 0 { return }
        if failure != EPIPE { ProcessEnd.report(OutputFailure(code: failure)) }
        ProcessEnd.exit(status: 1)
    }

    /// Progress and errors. If it takes no more, nobody is there to be told.
    static let standardError = TextOutput { _ = write($0, to: STDERR_FILENO) }

    /// Writes all bytes; returns the error number of the system, 0 for none.
    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return count < 0 ? errno : EIO }
            bytes = bytes.dropFirst(count)
        }
        return 0
    }
}

/// Standard output takes no more.
private struct OutputFailure: Error, CustomStringConvertible {
    let code: Int32

    var description: String {
        "cannot write to standard output (\(String(cString: strerror(code))))"
    }
}
