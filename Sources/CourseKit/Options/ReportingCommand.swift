import ArgumentParser

/// A command that ends as all commands of the course do.
///
/// - Done: exit status 0.
/// - An error that was thrown: one sentence on standard error, `error: ...`, exit status 1.
/// - Arguments that make no sense: the usage, exit status 64.
/// - A reader that has seen enough (`| head -1`): quietly.
public protocol ReportingCommand: ParsableCommand {}

extension ReportingCommand {
    /// Runs the command from the arguments of the process.
    public static func main() { runFromArguments() }

    /// Runs the command from the arguments of the process, and ends it if something goes wrong.
    static func runFromArguments() {
        ProcessEnd.quietlyOnClosedPipe()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(reporting: error)
        }
    }

    /// Says what went wrong and ends the process.
    private static func end(reporting error: any Error) -> Never {
        guard speaksForItself(error) else {
            ProcessEnd.report(error)
            ProcessEnd.exit(status: 1)
        }
        exit(withError: error)
    }

    /// Whether the argument parser words the error: help, version, usage, an exit code.
    static func speaksForItself(_ error: any Error) -> Bool {
        error is ExitCode || exitCode(for: error) != .failure
    }
}
