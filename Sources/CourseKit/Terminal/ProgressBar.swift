import Foundation

/// How far a long computation is, on standard error.
///
/// On a terminal one line is rewritten, with the time that is left; elsewhere there is a line
/// every 10 %. `report` may be called from several threads.
public final class ProgressBar: @unchecked Sendable {  // all state is behind the lock
    private let words: String
    private let isTerminal: Bool
    private let isQuiet: Bool
    private let width: Int
    private let output: TextOutput
    private let seconds: @Sendable () -> Double
    private let lock = NSLock()
    private var done = 0.0
    private var lastShown: Int?
    private let start: Double

    /// A bar on the standard error of this process; a quiet one shows nothing.
    public convenience init(_ words: String, quiet: Bool = false) {
        let clock = ContinuousClock()
        let begin = clock.now
        self.init(
            words, isTerminal: isatty(STDERR_FILENO) == 1, quiet: quiet,
            width: TerminalAbilities.columns(STDERR_FILENO) ?? 80, output: .standardError,
            seconds: { (clock.now - begin) / .seconds(1) })
    }

    init(
        _ words: String, isTerminal: Bool, quiet: Bool = false, width: Int = 80,
        output: TextOutput, seconds: @escaping @Sendable () -> Double
    ) {
        self.words = words
        self.isTerminal = isTerminal
        isQuiet = quiet
        self.width = width
        self.output = output
        self.seconds = seconds
        start = seconds()
        if isTerminal && !quiet { Cursor.hide(on: output) }
    }

    /// Says which part is done, 0 to 1. Smaller values than before are ignored, so that threads
    /// may report in any order.
    public func report(_ part: Double) {
        lock.lock()
        defer { lock.unlock() }
        guard !isQuiet, part.isFinite, part >= done || lastShown == nil else { return }
        done = min(1, max(0, part))
        if isTerminal { rewrite() } else { printTenths() }
    }

    /// Ends the line and shows the cursor again; the bar is gone, what follows takes its place.
    public func end() {
        lock.lock()
        defer { lock.unlock() }
        guard isTerminal, !isQuiet else { return }
        output.write("\r\u{1B}[K")
        Cursor.show(on: output)
    }

    private func printTenths() {
        let tenths = Int(done * 10 + 1e-9)
        guard tenths > (lastShown ?? 0) else { return }
        lastShown = tenths
        output.write("\(words): \(tenths * 10) %\n")
    }

    private func rewrite() {
        let elapsed = seconds() - start
        let tenthOfSecond = Int(elapsed * 10)
        guard lastShown != tenthOfSecond || done >= 1 else { return }  // ten times a second
        lastShown = tenthOfSecond
        output.write("\r\u{1B}[K" + line(elapsed: elapsed))
    }

    private func line(elapsed: Double) -> String {
        let tail = " \(Int(done * 100)) %" + left(elapsed: elapsed)
        let room = min(30, width - TextWidth.of(words) - TextWidth.of(tail) - 2)
        guard room >= 5 else { return words + tail }
        let filled = Int(Double(room) * done)
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
        return "\(words) \(bar)\(tail)"
    }

    private func left(elapsed: Double) -> String {
        guard done > 0.01, elapsed > 1, done < 1 else { return "" }
        let rest = Int((elapsed * (1 - done) / done).rounded())
        let time = rest < 60 ? "\(rest) s" : "\(rest / 60) min \(rest % 60) s"
        return ", \(time) left"
    }
}
