import Foundation

/// How a command ends.
enum ProcessEnd {
    /// A closed pipe ends the process as it ends every Unix tool: at once and without a word.
    static func quietlyOnClosedPipe() { signal(SIGPIPE, SIG_DFL) }

    /// One line on standard error, and one more for each detail.
    static func report(_ error: any Error) {
        let details = (error as? any DetailedError)?.details ?? []
        let lines = ["error: \(ErrorSentence.text(error))"] + details.map { "  - \($0)" }
        TextOutput.standardError.write(lines.joined(separator: "\n") + "\n")
    }

    static func exit(status: Int32) -> Never { Foundation.exit(status) }
}

/// Runs the body of a command; an error becomes one sentence on standard error and exit status 1.
///
/// For programs that do not use `ReportingCommand`.
public func runReportingErrors(_ body: () throws -> Void) {
    ProcessEnd.quietlyOnClosedPipe()
    do {
        try body()
    } catch {
        ProcessEnd.report(error)
        ProcessEnd.exit(status: 1)
    }
}
