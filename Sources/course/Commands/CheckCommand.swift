import ArgumentParser
import GraderKit
import Graders

/// Grades.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Grade a lesson, one exercise, or everything.")

    @Argument(help: "The lesson: 12, Lesson12 or clustering. Without it: all lessons.")
    var lesson: String?

    @Argument(help: "One exercise of the lesson.")
    var exercise: String?

    @Option(help: "The first of the three seeds that decide the inputs.")
    var seed: UInt64 = 1

    @Flag(help: "Print the report as JSON.")
    var json = false

    func run() throws {
        let session = try CourseSession()
        let graders = try lesson.map { [try session.grader(named: $0)] } ?? LessonGrader.all
        var reports: [LessonReport] = []
        for grader in graders {
            let functions = try exercise.map { [try session.function($0, in: grader)] }
            let report = try session.grade(
                grader, functions: functions, seeds: (0..<3).map { seed &+ $0 })
            reports.append(report)
            if !json { show(report, grader, session, isOneOfMany: graders.count > 1) }
        }
        if json { print(try Output.json(reports)) }
        if let code = Self.exitCode(of: reports) { throw code }
    }

    private func show(
        _ report: LessonReport, _ grader: LessonGrader, _ session: CourseSession,
        isOneOfMany: Bool
    ) {
        if isOneOfMany { print("\n\(grader.lesson.name)\n") }
        print(session.text.text(of: report, in: grader.lesson), terminator: "")
    }

    /// What the reports mean for the exit status; nil if everything passed.
    static func exitCode(of reports: [LessonReport]) -> ExitCode? {
        let statuses = Set(reports.flatMap { $0.exercises.map(\.status) })
        if statuses.contains(.graderError) { return .toolFailed }
        if statuses.contains(.notCompiled) { return .notCompiled }
        return statuses.isSubset(of: [.passed]) ? nil : .notPassed
    }
}
