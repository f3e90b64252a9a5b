import Curriculum

/// A report as a student reads it.
public struct ReportText: Sendable {
    private let paint: Paint

    /// How many of the three hints are shown below a wrong answer.
    private let hintsShown: Int

    /// Reports with or without colour.
    public init(usesColor: Bool, hintsShown: Int = 1) {
        paint = Paint(isOn: usesColor)
        self.hintsShown = hintsShown
    }

    /// The report of a lesson, and what to type next.
    public func text(of report: LessonReport, in lesson: LessonOutline) -> String {
        // One file, one build: its message is said once, not for each exercise.
        let statuses = Set(report.exercises.map(\.status))
        if statuses.count == 1, let status = statuses.first,
            let message = report.exercises.first?.message
        {
            return "\(mark(status)) \(lesson.exercisesPath): \(status.words)\n"
                + indented(message) + "\n"
        }
        let parts = report.exercises.map { text(of: $0, in: lesson) }
        let sum = "\(report.earned) of \(report.points) points"
        let end = report.isComplete ? paint.good("Everything passed: \(sum).") : "\(sum)."
        return (parts + [end]).joined(separator: "\n\n") + "\n"
    }

    /// The report of one exercise.
    public func text(of report: ExerciseReport, in lesson: LessonOutline) -> String {
        let points = "(\(report.earned) of \(report.points) points)"
        var lines = ["\(mark(report.status)) \(paint.strong(report.function)) \(points)"]
        lines[0] += "  " + report.title
        switch report.status {
        case .passed: return lines[0]
        case .notAttempted:
            lines.append("  not attempted: \(place(report.line, lesson))")
        case .notCompiled, .graderError:
            lines.append("  \(report.status.words)")
            if let message = report.message { lines.append(indented(message)) }
        default:
            lines += report.checks.flatMap { self.lines(of: $0, report, lesson) }
            lines += advice(report, lesson)
        }
        return lines.joined(separator: "\n")
    }

    private func lines(
        of check: CheckReport, _ report: ExerciseReport, _ lesson: LessonOutline
    ) -> [String] {
        let points = "(\(check.earned) of \(check.points))"
        var lines = ["  \(mark(check.status)) \(check.name) \(points): \(check.statement)"]
        guard check.status != .passed else { return lines }
        if check.status != .wrong {
            let place = check.line.map { " in \(self.place($0, lesson))" } ?? ""
            lines.append("      \(check.status.words)\(place)")
        }
        if let difference = check.difference { lines.append("      \(difference)") }
        if let input = check.input { lines.append(paint.faint("      input: \(input)")) }
        if let printed = check.printed {
            lines.append(paint.faint("      it printed: \(printed.prefix(200))"))
        }
        return lines
    }

    private func advice(_ report: ExerciseReport, _ lesson: LessonOutline) -> [String] {
        if let name = report.librarysOwn.first {
            let words = "The exercise asks to write \(name); calling the library's earns nothing."
            return [paint.warning("  " + words)]
        }
        var lines: [String] = []
        if let suspicion = report.suspicion { lines.append(paint.warning("  \(suspicion)")) }
        lines += report.hints.prefix(hintsShown).map { "  Hint: \($0)" }
        let seed = report.checks.lazy.compactMap(\.seed).first.map { " --seed \($0)" } ?? ""
        lines.append(
            paint.faint(
                "  again: swift run course check \(lesson.shortName) \(report.function)\(seed)"))
        return lines
    }

    private func place(_ line: Int?, _ lesson: LessonOutline) -> String {
        line.map { "\(lesson.exercisesPath):\($0)" } ?? lesson.exercisesPath
    }

    private func mark(_ status: Status) -> String {
        switch status {
        case .passed: paint.good("✓")
        case .partial: paint.warning("~")
        case .notAttempted: paint.faint("·")
        default: paint.bad("✗")
        }
    }

    private func indented(_ text: String) -> String {
        text.sourceLines.map { "    " + $0 }.joined(separator: "\n")
    }
}

/// Words in colour, or plain.
struct Paint: Sendable {
    let isOn: Bool

    func good(_ text: String) -> String { wrap(text, 32) }
    func bad(_ text: String) -> String { wrap(text, 31) }
    func warning(_ text: String) -> String { wrap(text, 33) }
    func strong(_ text: String) -> String { wrap(text, 1) }
    func faint(_ text: String) -> String { wrap(text, 2) }

    private func wrap(_ text: String, _ code: Int) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
