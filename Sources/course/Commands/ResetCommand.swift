import ArgumentParser
import GraderKit

/// Makes a stub anew.
struct ResetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Make the stub of a lesson, or of one exercise, anew. Your text is kept aside.")

    @Argument(help: "The lesson.")
    var lesson: String

    @Argument(help: "One exercise; without it the whole file.")
    var exercise: String?

    func run() throws {
        let session = try CourseSession()
        let grader = try session.grader(named: lesson)
        let function = try exercise.map { try session.function($0, in: grader) }
        print(try Self.reset(session, grader, function))
    }

    /// Resets, and says where the old text went.
    static func reset(
        _ session: CourseSession, _ grader: LessonGrader, _ function: String?
    ) throws -> String {
        try ExerciseReset(of: grader.lesson, in: session.folder).run(function)
    }
}
