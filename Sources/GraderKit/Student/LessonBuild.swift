import Curriculum
import Foundation

/// Builds one lesson, with the student's file in it, and nothing else.
public struct LessonBuild: Sendable {
    private let folder: CourseFolder
    private let note: @Sendable (String) -> Void

    /// Builds in a checkout.
    ///
    /// - Parameter note: says what a person should know who waits.
    public init(_ folder: CourseFolder, note: @escaping @Sendable (String) -> Void) {
        self.folder = folder
        self.note = note
    }

    /// What came of a build.
    public enum Result: Sendable, Equatable {
        /// The program stands ready.
        case built

        /// The student's file does not compile: what the compiler says, with the lines.
        case notCompiled(String)
    }

    /// Builds the program of a lesson.
    ///
    /// - Throws: `CourseError.brokenBuild` if it fails, but not in the student's file.
    public func build(_ lesson: LessonOutline) throws -> Result {
        let configuration = folder.products.lastPathComponent == "release" ? "release" : "debug"
        let (code, output) = try Tool.run(
            [
                "swift", "build", "--product", lesson.name, "-c", configuration,
                "--scratch-path", scratchPath,
            ], in: folder.root,
            onWaiting: {
                note(
                    "another SwiftPM works in this build folder (an editor, another terminal): "
                        + "waiting for it to end")
            })
        if code == 0 { return .built }
        let text = try folder.text(of: folder.exercises(of: lesson))
        let errors = CompilerMessage.errors(in: output, file: lesson.exercisesPath)
        guard !errors.isEmpty else {
            throw CourseError.brokenBuild(lesson: lesson.name, output: Self.end(of: output))
        }
        return .notCompiled(
            errors.withoutFollowers.map { $0.text(in: text) }.joined(separator: "\n"))
    }

    /// The build folder that this program comes from: its products stand two levels below, as in
    /// .build/x86_64-unknown-linux-gnu/debug.
    private var scratchPath: String {
        folder.products.deletingLastPathComponent().deletingLastPathComponent().path
    }

    private static func end(of output: String) -> String {
        output.split(separator: "\n").suffix(20).joined(separator: "\n")
    }
}

/// One error that the compiler found in the student's file.
struct CompilerMessage: Equatable, Hashable {
    let line: Int
    let column: Int
    let words: String

    /// The errors in one file, each once, in the order of the lines.
    static func errors(in output: String, file: String) -> [CompilerMessage] {
        let found = output.split(separator: "\n").compactMap { line -> CompilerMessage? in
            guard let place = line.range(of: file + ":"), line.hasPrefix("/") else { return nil }
            let parts = line[place.upperBound...].split(separator: ":", maxSplits: 3)
            guard parts.count == 4, parts[2] == " error", let number = Int(parts[0]),
                let column = Int(parts[1])
            else { return nil }
            let words = parts[3].trimmingCharacters(in: .whitespaces)
            return CompilerMessage(line: number, column: column, words: words)
        }
        return Set(found).sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }

    /// The message, the student's line and a mark below the place.
    func text(in source: String) -> String {
        let lines = source.components(separatedBy: "\n")
        let line = lines.indices.contains(self.line - 1) ? lines[self.line - 1] : ""
        let mark = String(repeating: " ", count: max(0, column - 1)) + "^"
        let advice = CompilerAdvice.text(on: words).map { "\n  \($0)" } ?? ""
        return "line \(self.line): \(words)\n\(line)\n\(mark)\(advice)"
    }
}
