import ArgumentParser
import Foundation
import GraderKit

/// Shows the solution, once it is earned or asked for twice.
struct SolutionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solution",
        abstract: "Show the solution beside yours, after passing; before, only if asked twice.")

    @Argument(help: "The lesson; without it the next exercise.")
    var lesson: String?

    @Argument(help: "The exercise.")
    var exercise: String?

    func run() throws {
        let session = try CourseSession()
        guard let (grader, function) = try Target(lesson, exercise).find(session) else {
            return print("Every exercise has passed: name the lesson and the exercise.")
        }
        let report = try session.grade(grader, functions: [function])
        guard report.isComplete || isAskedAgain(session, grader, function) else {
            print(
                """
                \(function) has not passed yet. Another hint may be all you need: \
                swift run course hint \(grader.lesson.shortName) \(function)
                If you want to see the solution all the same, ask again.
                """)
            return
        }
        let text = try session.folder.text(of: session.folder.solution(of: grader.lesson))
        let solution = StudentSource(text: text.withoutSolutionMarkers)
        if report.isComplete {
            let own = StudentSource(text: try session.file(of: grader).text())
            print("Yours:\n\n\(own.declarationText(of: function) ?? "")\n")
        }
        print("The solution:\n\n\(solution.declarationText(of: function) ?? "")")
    }

    private func isAskedAgain(
        _ session: CourseSession, _ grader: LessonGrader, _ function: String
    ) -> Bool {
        var requests = 0
        session.remember { state in
            state[grader.lesson.name, function].solutionRequests += 1
            requests = state[grader.lesson.name, function].solutionRequests
        }
        return requests > 1
    }
}

extension String {
    /// The text without the lines that mark what a stub leaves out.
    fileprivate var withoutSolutionMarkers: String {
        sourceLines.filter { line in
            let line = line.trimmingCharacters(in: .whitespaces)
            return line != Stub.begin && line != Stub.end
        }.joined(separator: "\n")
    }
}
