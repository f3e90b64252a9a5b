import Foundation
import PackagePlugin

/// Writes the list of all graders from the targets of the package, so that the list of lessons in
/// Package.swift is the only one.
///
/// A lesson named Lesson12Clustering that has exercises has a `LessonGrader.clustering`, in a file
/// of the lesson's name. The exercises themselves are no sign: a student's file may be missing, and
/// then its target is missing too, but the lesson must stay in the list to get its file back.
@main
struct LessonRegistry: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
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
        return [
            .buildCommand(
                displayName: "Listing the graders of the lessons",
                executable: URL(filePath: "/bin/sh"),
                arguments: [
                    "-c", "printf %s \"$1\" > \"$2\"", "sh", text,
                    list.path(percentEncoded: false),
                ],
                outputFiles: [list])
        ]
    }

    private func grader(of lesson: String) -> String {
        let topic = lesson.dropFirst(8)
        return topic.prefix(1).lowercased() + topic.dropFirst()
    }
}
