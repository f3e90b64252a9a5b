import ArgumentParser
import GraderKit
import Graders

/// Shows how far the student is.
struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: "Show how far you are, as far as it was checked.")

    @Flag(help: "Print the numbers as JSON.")
    var json = false

    func run() throws {
        let session = try CourseSession()
        let state = try session.state()
        if json { return print(try Output.json(state)) }
        for grader in LessonGrader.all {
            print(line(grader, state, session))
        }
    }

    private func line(
        _ grader: LessonGrader, _ state: CourseState, _ session: CourseSession
    ) -> String {
        let lesson = grader.lesson
        let known = lesson.exercises.map { state[lesson.name, $0.function] }
        let passed = known.count { $0.status == .passed }
        let bar =
            String(repeating: "#", count: passed)
            + String(repeating: ".", count: known.count - passed)
        let file = session.file(of: grader)
        let hash = (try? file.text()).map(CourseState.hash)
        let isOld = known.contains { $0.textHash != nil && $0.textHash != hash }
        let state = file.problem() ?? (isOld ? "changed since, check it again" : "")
        let attempts = known.reduce(0) { $0 + $1.attempts }
        return "\(lesson.name.padding(to: 28)) [\(bar)] \(passed) of \(known.count) passed, "
            + "\(attempts) attempts" + (state.isEmpty ? "" : "; \(state)")
    }
}
