import Foundation

/// A place for text: a file descriptor, or memory in a test.
struct TextOutput: Sendable {
    let write: @Sendable (String) -> Void

    static let standardOutput = TextOutput { write($0, to: STDOUT_FILENO) }
    static let standardError = TextOutput { write($0, to: STDERR_FILENO) }

    /// Writes all bytes; a place that takes no more is not a reason to stop the lesson.
    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return }
            bytes = bytes.dropFirst(count)
        }
    }
}
