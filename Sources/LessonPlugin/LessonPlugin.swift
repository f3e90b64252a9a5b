import Foundation
import PackagePlugin

/// What is made when the package is built: each lesson gets its text, the graders their list.
@main
struct LessonPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        if target.name == "Graders" { return [listOfGraders(context, target)] }
        let text = "Lessons/\(target.name)/Lesson.md"
        let root = context.package.directoryURL
        let isThere = FileManager.default.fileExists(
            atPath: root.appending(path: text).path(percentEncoded: false))
        return isThere ? [try embedding(text, root: root, context)] : []
    }

    /// Embeds `Lesson.md` and the lines of code that it shows.
    ///
    /// Every source is an input, since any of them may hold such lines.
    private func embedding(
        _ text: String, root: URL, _ context: PluginContext
    ) throws -> Command {
        let output = context.pluginWorkDirectoryURL.appending(path: "LessonText+Embedded.swift")
        let sources = ["Sources", "Lessons"].flatMap { swiftFiles(in: root.appending(path: $0)) }
        return .buildCommand(
            displayName: "Embedding \(text)",
            executable: try context.tool(named: "EmbedLesson").url,
            arguments: [
                root.path(percentEncoded: false), text, output.path(percentEncoded: false),
            ],
            inputFiles: [root.appending(path: text)] + sources, outputFiles: [output])
    }

    private func swiftFiles(in folder: URL) -> [URL] {
        let paths = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))
        return (paths?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
            .sorted().map { folder.appending(path: $0) }
    }

    /// Writes the list of all graders from the targets of the package, so that the list of lessons
    /// in Package.swift is the only one.
    ///
    /// A lesson named Lesson12Clustering that has exercises has a `LessonGrader.clustering`, in a
    /// file of the lesson's name. The exercises themselves are no sign: a student's file may be
    /// missing, and then its target is missing too, but the lesson must stay in the list to get its
    /// file back.
    private func listOfGraders(_ context: PluginContext, _ target: Target) -> Command {
        let graders = Set(
            (target as? SourceModuleTarget)?.sourceFiles.map { $0.url.lastPathComponent } ?? [])
        let lessons = context.package.targets.map(\.name).sorted().filter {
            graders.contains($0 + ".swift")
        }
        let text = """
            import GraderKit

            extension LessonGrader {
                /// The graders of all lessons that have exercises, in the order of the course.
                public static let all: [LessonGrader] = [
            \(lessons.map { "        .\(grader(of: $0)),\n" }.joined())    ]
            }

            """
        let list = context.pluginWorkDirectoryURL.appending(path: "LessonGrader+All.swift")
        return .buildCommand(
            displayName: "Listing the graders of the lessons",
            executable: URL(filePath: "/bin/sh"),
            arguments: [
                "-c", "printf %s \"$1\" > \"$2\"", "sh", text,
                list.path(percentEncoded: false),
            ],
            outputFiles: [list])
    }

    private func grader(of lesson: String) -> String {
        let topic = lesson.dropFirst(8)
        return topic.prefix(1).lowercased() + topic.dropFirst()
    }
}
