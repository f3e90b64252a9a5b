import Foundation

/// Ctrl-C, and `kill`: the first one is remembered, so that the work can stop at a good place; a
/// second one ends the process at once.
final class Interruption: @unchecked Sendable {  // all state is behind the lock
    private let lock = NSLock()
    private var signal: Int32?

    /// Listens from now on. To be made before any other thread begins, since threads inherit that
    /// they leave the signals to the one that listens.
    init() {
        var signals = Self.set(of: [SIGINT, SIGTERM])
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        Thread.detachNewThread { [weak self] in
            var awaited = Self.set(of: [SIGINT, SIGTERM])
            var number: Int32 = 0
            while sigwait(&awaited, &number) == 0 {
                guard let self, self.remember(number) else { Self.end(by: number) }
            }
        }
    }

    /// Whether the process is to stop.
    var hasCome: Bool { lock.withLock { signal != nil } }

    /// Says a sentence and ends the process as the signal would have ended it.
    func end(saying sentence: String) -> Never {
        FileHandle.standardError.write(Data("\(sentence)\n".utf8))
        Self.end(by: lock.withLock { signal ?? SIGINT })
    }

    /// Whether this signal is the first one.
    private func remember(_ number: Int32) -> Bool {
        lock.withLock {
            guard signal == nil else { return false }
            signal = number
            return true
        }
    }

    private static func end(by number: Int32) -> Never {
        // A progress bar hides the cursor.
        if isatty(STDERR_FILENO) == 1 { FileHandle.standardError.write(Data("\u{1B}[?25h".utf8)) }
        var signals = set(of: [number])
        Foundation.signal(number, SIG_DFL)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
        // Not reached: the signal has ended the process.
        exit(128 + number)
    }

    private static func set(of numbers: [Int32]) -> sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in numbers { sigaddset(&signals, number) }
        return signals
    }
}
