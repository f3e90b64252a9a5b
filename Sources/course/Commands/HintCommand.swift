import ArgumentParser
import GraderKit

/// Helps, one step further each time.
struct HintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hint",
        abstract: "Give the next of three hints, chosen by what your answer looks like.")

    @Argument(help: "The lesson; without it the next exercise.")
    var lesson: String?

    @Argument(help: "The exercise; without it the lesson's first that has not passed.")
    var exercise: String?

    func run() throws {
        let session = try CourseSession()
        guard let (grader, function) = try Target(lesson, exercise).find(session) else {
            return print("Every exercise has passed.")
        }
        print(try Self.text(session, grader, function))
    }

    /// The next hint for an exercise as it stands.
    static func text(
        _ session: CourseSession, _ grader: LessonGrader, _ function: String
    ) throws -> String {
        let report = try session.grade(grader, functions: [function])
        guard let exercise = report.exercises.first, exercise.status != .passed else {
            return "\(function) has passed: `course solution \(grader.lesson.shortName) "
                + "\(function)` shows another way."
        }
        if exercise.status == .notCompiled || exercise.status == .graderError {
            return session.text.text(of: exercise, in: grader.lesson)
        }
        let hints = exercise.hints.isEmpty ? grader[function]?.hints.all ?? [] : exercise.hints
        var number = 0
        session.remember { state in
            let seen = state[grader.lesson.name, function].hintsSeen
            number = min(seen, hints.count - 1)
            state[grader.lesson.name, function].hintsSeen = number + 1
        }
        let heading = exercise.suspicion.map { "\($0)\n" } ?? ""
        let end = number + 1 < hints.count ? "Ask again for the next one." : "That was the last."
        return "\(heading)Hint \(number + 1) of \(hints.count): \(hints[number])\n\(end)"
    }
}

/// The exercise that a command is about.
struct Target {
    let lesson: String?
    let exercise: String?

    init(_ lesson: String?, _ exercise: String?) {
        self.lesson = lesson
        self.exercise = exercise
    }

    /// The exercise named, or the lesson's first that has not passed, or the course's next.
    func find(_ session: CourseSession) throws -> (grader: LessonGrader, function: String)? {
        guard let lesson else { return try session.next() }
        let grader = try session.grader(named: lesson)
        if let exercise { return (grader, try session.function(exercise, in: grader)) }
        let state = try session.state()
        let functions = grader.lesson.exercises.map(\.function)
        let open = functions.first { state[grader.lesson.name, $0].status != .passed }
        return (open ?? functions.first).map { (grader, $0) }
    }
}
