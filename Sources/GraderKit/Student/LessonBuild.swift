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
        /// The program stands ready, and holds what was asked for.
        case built

        /// The student's file does not compile: what the compiler says, with the lines.
        case notCompiled(String)

        /// The file was saved during the build, or another SwiftPM was at work: what the program
        /// holds is not known.
        case outdated
    }

    /// Builds the program of a lesson.
    ///
    /// - Parameter saved: the student's file; the program is to hold exactly this.
    /// - Throws: `CourseError.brokenBuild` if it fails, but not in the student's file;
    ///   `StudentFileError.notUTF8`.
    public func build(_ lesson: LessonOutline, of saved: ExerciseFile.Saved) throws -> Result {
        let file = ExerciseFile(of: lesson, in: folder)
        let text = try file.text(of: saved)
        let object = ExerciseObject(of: lesson, in: folder)
        object.prepare(for: saved)
        let (code, output) = try Tool.run(
            Self.command(product: lesson.name, in: folder), in: folder.root,
            onWaiting: {
                note(
                    "another SwiftPM works in this build folder (an editor, another terminal): "
                        + "waiting for it to end")
            })
        guard try file.stamp() == saved.stamp, !Tool.hasWaited(output) else { return .outdated }
        if code == 0 {
            object.remember(saved)
            return .built
        }
        let errors = CompilerMessage.errors(in: output, file: lesson.exercisesPath)
        guard !errors.isEmpty else {
            if let words = OutsideFault.words(of: text, output: output) {
                return .notCompiled(words)
            }
            throw CourseError.brokenBuild(lesson: lesson.name, output: Self.end(of: output))
        }
        return .notCompiled(
            errors.withoutFollowers.map { $0.text(in: text) }.joined(separator: "\n"))
    }

    /// What builds one product where the products of this program stand: two levels below the build
    /// folder, as in .build/x86_64-unknown-linux-gnu/debug.
    static func command(product: String, in folder: CourseFolder) -> [String] {
        let isRelease = folder.products.lastPathComponent == "release"
        let scratch = folder.products.deletingLastPathComponent().deletingLastPathComponent()
        return [
            "swift", "build", "--product", product, "-c", isRelease ? "release" : "debug",
            "--scratch-path", scratch.path,
        ] + (folder.root.path.contains("%") ? percentOptions : [])
    }

    /// The compiler takes a % in a path for a pattern when it writes its index; in such a checkout
    /// one builds and runs everything with this option.
    private static let percentOptions = ["--disable-index-store"]

    private static func end(of output: String) -> String {
        output.sourceLines.suffix(20).joined(separator: "\n")
    }
}
