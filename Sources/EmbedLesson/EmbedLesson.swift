import Foundation
import LessonMarkdown

/// Writes a lesson's text, and the lines of code that it shows, as a Swift file: so a lesson needs no
/// file when it runs.
///
///     EmbedLesson CHECKOUT Lessons/LessonNNTopic/Lesson.md OUTPUT.swift
///
/// What is wrong in the text does not stop the build: the lesson says so when it runs, and
/// `course certify` says it of all lessons.
@main
enum EmbedLesson {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else {
            FileHandle.standardError.write(Data("usage: EmbedLesson CHECKOUT TEXT OUTPUT\n".utf8))
            exit(64)
        }
        let root = URL(filePath: arguments[1])
        let text = try String(contentsOf: root.appending(path: arguments[2]), encoding: .utf8)
        let sources = ListingSources(root: root)
        let file = EmbeddedText(file: arguments[2], text: text, sources: sources)
        try Data(file.swift.utf8).write(to: URL(filePath: arguments[3]), options: .atomic)
    }
}
