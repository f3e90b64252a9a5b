import Foundation

/// One line on standard error that says how far the work is.
final class ProgressLine: @unchecked Sendable {
    // Unchecked, because the lock guards all that changes.
    private let lock = NSLock()
    private let isQuiet: Bool
    private let start = Date()
    private var shown = -1

    init(isQuiet: Bool) { self.isQuiet = isQuiet }

    /// Shows a share from 0 to 1, if it differs by a percent from the last.
    func show(_ share: Double) {
        lock.lock()
        defer { lock.unlock() }
        let percent = Int(share * 100)
        guard !isQuiet, percent != shown else { return }
        shown = percent
        let filled = percent * 30 / 100
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 30 - filled)
        let elapsed = Date().timeIntervalSince(start)
        let left = share > 0.01 ? "\(Int(elapsed / share * (1 - share))) s left" : ""
        write("\r[\(bar)] \(percent) % \(left)      ")
    }

    /// Ends the line.
    func finish() {
        lock.lock()
        defer { lock.unlock() }
        if shown >= 0 { write("\n") }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
