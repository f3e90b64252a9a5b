import ArgumentParser
import Foundation

/// The command line of the course.
@main
struct Course: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course",
        abstract: "Your way through the lessons: what is next, is it right, what helps.",
        discussion: """
            Exit codes: 0 fine, 1 not everything passed, 2 the tool failed, 3 does not compile, \
            64 the command line makes no sense.
            """,
        subcommands: [
            ListCommand.self, NextCommand.self, CheckCommand.self, WatchCommand.self,
            HintCommand.self, SolutionCommand.self, ResetCommand.self, ProgressCommand.self,
            CertifyCommand.self, NewLessonCommand.self, DoctorCommand.self,
            ConvertCommand.self,
        ])

    static func main() {
        HostileAnswer.runIfAsked()
        // A reader that has seen enough (`| head`) ends us quietly, as it ends every Unix tool.
        signal(SIGPIPE, SIG_DFL)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            end(error)
        }
    }

    /// Usage and help are the argument parser's; everything else is one sentence and exit code 2.
    private static func end(_ error: any Error) -> Never {
        if error is ExitCode || exitCode(for: error) != .failure { exit(withError: error) }
        FileHandle.standardError.write(Data("error: \(error)\n".utf8))
        Foundation.exit(ExitCode.toolFailed.rawValue)
    }
}

extension ExitCode {
    /// Not everything passed.
    static let notPassed = ExitCode(1)

    /// The tool failed.
    static let toolFailed = ExitCode(2)

    /// The student's file does not compile.
    static let notCompiled = ExitCode(3)
}
