import ArgumentParser
import GraderKit

/// Says where to go on.
struct NextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Say which exercise comes next, and where it stands.")

    func run() throws {
        let session = try CourseSession()
        print(try Self.text(session))
    }

    /// The next exercise with file, line and lesson.
    static func text(_ session: CourseSession) throws -> String {
        guard let (grader, function) = try session.next() else {
            return "Every exercise has passed. `course progress` shows them all."
        }
        let lesson = grader.lesson
        let file = session.file(of: grader)
        let source = (try? file.text()).map { StudentSource(text: $0) }
        let line = source?.line(of: function).map { ":\($0)" } ?? ""
        let exercise = lesson[function]
        let problem = file.problem().map { "\n  first        \($0)" } ?? ""
        return """
            \(function): \(exercise?.title ?? "")
              write it in  \(lesson.exercisesPath)\(line)
              learn it     swift run \(lesson.name)   (step "\(exercise?.step ?? "")")
              read more    \(exercise?.documentation ?? "")
              check it     swift run course check \(lesson.shortName) \(function)\(problem)
            """
    }
}
