import Foundation

/// Where a lesson is shown, and where answers come from.
struct Console: Sendable {
    let abilities: TerminalAbilities
    let output: TextOutput

    /// Reads a line of input; nil if nobody is there to answer.
    let readLine: (@Sendable () -> String?)?

    func write(_ text: String) { output.write(text) }

    /// The terminal, or the pipe, of this process.
    static func standard(pictures: PictureStyle?) -> Console {
        let isAnswered = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        let ask: @Sendable () -> String? = { Swift.readLine() }
        return Console(
            abilities: TerminalAbilities.current(pictures: pictures), output: .standardOutput,
            readLine: isAnswered ? ask : nil)
    }
}
