import ArgumentParser
import Foundation
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
        let folder = session.folder
        let file = folder.exercises(of: grader.lesson)
        let stub = try Stub.text(
            fromSolution: try folder.text(of: folder.solution(of: grader.lesson)))
        let old = try? folder.text(of: file)
        let new =
            try function.map { name in
                try Stub.resetting(name, in: old ?? stub, to: stub)
            } ?? stub
        guard new != old else { return "\(grader.lesson.exercisesPath) is fresh already." }
        var kept = ""
        if let old {
            let time = Int(Date().timeIntervalSince1970)
            let backup = folder.memory.appending(path: "kept/\(grader.lesson.name)-\(time).swift")
            try folder.write(old, to: backup)
            kept = " Your text is kept in \(folder.relative(backup))."
        }
        try folder.write(new, to: file)
        return "\(grader.lesson.exercisesPath) is fresh again.\(kept)"
    }
}
