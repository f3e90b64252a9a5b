import ArgumentParser
import Foundation
import GraderKit
import Graders

/// Grades whenever a file is saved.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Grade a lesson whenever you save its file.",
        discussion: "Keys: n next, h hint, l list, c check all, r run again, x reset, q quit.")

    @Argument(help: "The lesson to begin with; without it the next exercise's.")
    var lesson: String?

    func run() throws {
        let session = try CourseSession()
        let first = try lesson.map(session.grader)
        let lock = try? FileLock(session.folder, name: "watch.lock", waits: false)
        if lock == nil { try explainMissingLock(session) }
        let terminal = RawTerminal()
        let signals = TerminalSignals(
            cleanUp: { terminal?.restore() }, goOn: { terminal?.take() })
        defer {
            withExtendedLifetime(signals) { terminal?.restore() }
            lock?.release()
        }
        if terminal == nil { Output.note("no terminal: end this with Ctrl-C") }
        var loop = WatchLoop(session)
        try loop.run(from: first)
    }

    /// Two watchers would talk over each other; a read-only checkout needs no lock.
    private func explainMissingLock(_ session: CourseSession) throws {
        do {
            try FileLock(session.folder, name: "watch.lock", waits: false).release()
        } catch let error as CourseError {
            guard case .unwritable = error else { throw error }
            Output.note("nothing will be remembered: \(error)")
        }
    }
}

/// What happens while watching: a file is saved, or a key is pressed.
struct WatchLoop {
    private let session: CourseSession
    private var watcher: FileWatcher
    private var keyboard = Keyboard()

    /// The lesson that was graded last.
    private var current: LessonGrader?

    init(_ session: CourseSession) {
        self.session = session
        watcher = FileWatcher(session.folder, LessonGrader.all)
    }

    /// Watches until q. A lesson that is named is graded at once.
    mutating func run(from first: LessonGrader?) throws {
        say("Save a file in Exercises/ and it is graded. \(Self.keys)")
        if let first {
            current = first
            grade(first)
        } else {
            attempt { try NextCommand.text(session) }
            current = try? session.next()?.grader
        }
        while true {
            for grader in watcher.changes() {
                current = grader
                grade(grader)
            }
            if let key = keyboard.key(waiting: 100), !handle(key) { return }
        }
    }

    private static let keys = "n next, h hint, l list, c check all, r run again, x reset, q quit"

    /// Does what a key asks for; false if it asks to end.
    private mutating func handle(_ key: Character) -> Bool {
        switch key {
        case "q", "\u{4}": return false
        case "n": attempt { try NextCommand.text(session) }
        case "l": attempt { try ListCommand.text(session) }
        case "c": LessonGrader.all.forEach(grade)
        case "r": current.map(grade)
        case "h": attempt { try hint() }
        case "x": attempt { try reset() }
        case "\n", "\r", " ": break
        default: say(Self.keys)
        }
        return true
    }

    private func grade(_ grader: LessonGrader) {
        attempt {
            let start = DispatchTime.now().uptimeNanoseconds
            let report = try session.grade(grader)
            let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
            let text = session.text.text(of: report, in: grader.lesson)
            return "\n\(grader.lesson.name)\n\n\(text)(\((seconds * 10).rounded() / 10) s)"
        }
    }

    private func hint() throws -> String {
        let target = Target(current?.lesson.name, nil)
        guard let (grader, function) = try target.find(session) else { return "All has passed." }
        return "\(function)\n" + (try HintCommand.text(session, grader, function))
    }

    /// Asks once more before it takes a student's work away, although it is kept aside.
    private mutating func reset() throws -> String {
        let target = Target(current?.lesson.name, nil)
        guard let (grader, function) = try target.find(session) else { return "All has passed." }
        say("Make \(function) anew? y for yes, any other key for no.")
        var answer: Character?
        while answer == nil { answer = keyboard.key(waiting: 1000) }
        guard answer == "y" else { return "Nothing was changed." }
        return try ResetCommand.reset(session, grader, function)
    }

    /// Says what came of something; an error is a sentence, and the watch goes on.
    private func attempt(_ work: () throws -> String) {
        do {
            say(try work())
        } catch {
            say("error: \(error)")
        }
    }

    private func say(_ text: String) {
        print(text)
        fflush(nil)
    }
}
