import Foundation

/// How a command ends.
enum ProcessEnd {
    /// A closed pipe ends the process as it ends every Unix tool: at once and without a word.
    static func quietlyOnClosedPipe() { signal(SIGPIPE, SIG_DFL) }

    /// One line on standard error, and one more for each detail.
    static func report(_ error: any Error) {
        let text = ErrorSentence.lines(error).joined(separator: "\n")
        TextOutput.standardError.write("error: \(text)\n")
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
