import Foundation

@testable import CourseKit

/// Keeps the text that is written to it, and gives prepared answers.
final class Recorder: @unchecked Sendable {  // all state is behind the lock
    private let lock = NSLock()
    private var written = ""
    private var answers: [String]

    init(answers: [String] = []) { self.answers = answers }

    var text: String { lock.withLock { written } }

    var output: TextOutput {
        TextOutput { text in self.lock.withLock { self.written += text } }
    }

    /// A console that writes here; with `answers` it is one where somebody sits.
    func console(_ abilities: TerminalAbilities = .pipe, isAnswered: Bool = false) -> Console {
        let answer: @Sendable () -> String? = {
            self.lock.withLock { self.answers.isEmpty ? nil : self.answers.removeFirst() }
        }
        return Console(
            abilities: abilities, output: output, readLine: isAnswered ? answer : nil)
    }
}

/// A new folder for one test; the test removes it.
func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("CourseKitTests-" + UUID().uuidString, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
}

extension SampleLesson {
    /// The sample, not run yet, with its files going to `output`.
    static func lesson(
        output: URL, arguments: [String] = [], recorder: Recorder = Recorder(),
        abilities: TerminalAbilities = .pipe, isAnswered: Bool = false
    ) throws -> Lesson {
        let options = try LessonOptions.parse(["--quiet", "--output", output.path] + arguments)
        return Lesson(
            name: name, title: title, question: question, options: options,
            console: recorder.console(abilities, isAnswered: isAnswered))
    }
}
