import Foundation

/// The cursor is hidden while a line is rewritten, and comes back on every way out.
enum Cursor {
    static func hide(on output: TextOutput) {
        _ = restoresOnInterrupt
        output.write("\u{1B}[?25l")
    }

    static func show(on output: TextOutput) { output.write("\u{1B}[?25h") }

    /// Ctrl-C shows the cursor, then ends the process as it would have ended without us.
    private static let restoresOnInterrupt: Void = {
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                let text: StaticString = "\u{1B}[?25h\u{1B}[0m\n"
                _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }()
}
