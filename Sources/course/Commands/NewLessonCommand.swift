import ArgumentParser
import GraderKit

/// Makes the files of a further lesson.
struct NewLessonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new-lesson",
        abstract: "Make the files of a further lesson: they compile, and fail certification until "
            + "they are real.")

    @Argument(help: "Its name: two digits and a topic, such as Lesson22Registration.")
    var name: String

    func run() throws {
        let session = try CourseSession()
        let template = try LessonTemplate(name: name)
        for path in try template.write(to: session.folder) { print("made    \(path)") }
        print(
            """
            changed Package.swift: one line in the list of lessons
            Next: swift run course certify --lesson \(template.shortName)
            """)
    }
}
