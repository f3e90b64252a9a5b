import ArgumentParser
import GraderKit
import Graders

/// Shows all exercises.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the lessons and exercises, with what is known of each."
    )

    func run() throws {
        let session = try CourseSession()
        print(try Self.text(session))
    }

    /// The list, with the last known status of each exercise.
    static func text(_ session: CourseSession) throws -> String {
        let state = try session.state()
        return LessonGrader.all.map { grader in
            let lesson = grader.lesson
            let lines = lesson.exercises.map { exercise in
                let status = state[lesson.name, exercise.function].status
                let name = exercise.function.padding(to: 24)
                let points = "\(exercise.points)".padding(to: 3, atStart: true)
                return "  \(status.words.padding(to: 18)) \(name) \(points)  \(exercise.title)"
            }
            let problem = session.file(of: grader).problem().map { ["  ! \($0)"] } ?? []
            let heading = ["\(lesson.name): \(lesson.question)"] + problem
            return (heading + lines).joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}

extension String {
    /// The text, filled with spaces to a width.
    func padding(to width: Int, atStart: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - count))
        return atStart ? spaces + self : self + spaces
    }
}
