import Curriculum
import LessonMarkdown

/// What a lesson says in a checkout, read and checked once.
public struct LessonWords: Sendable {
    /// Its `Lesson.md`; nil if there is none.
    let document: LessonDocument?

    /// What does not fit between text, Swift and files, each with its place.
    let problems: [String]

    let readme: String

    /// The file of its XCTest graders.
    let tests: String

    /// The texts of a lesson.
    ///
    /// - Parameter listings: all lines that lessons may show; they are the same for all lessons.
    public init(of lesson: LessonOutline, in folder: CourseFolder, listings: ListingSources) {
        func text(_ path: String) -> String {
            (try? folder.text(of: folder.root.appending(path: path))) ?? ""
        }
        let check = LessonTextCheck(lesson: lesson.name, root: folder.root, listings: listings)
        document = check?.document
        problems = check?.problems.map(\.description) ?? []
        readme = text("Lessons/\(lesson.name)/README.md")
        tests = text("Tests/ExerciseTests/\(lesson.name)Tests.swift")
    }
}
