import GraderKit
import Graders
import LessonMarkdown

/// What all lessons say, read once for all tests.
enum CourseWords {
    private static let folder = CourseFolder.ofTests(file: #filePath)

    private static let all: [String: LessonWords] = {
        let listings = ListingSources(root: folder.root)
        return Dictionary(
            uniqueKeysWithValues: LessonGrader.all.map {
                ($0.lesson.name, LessonWords(of: $0.lesson, in: folder, listings: listings))
            })
    }()

    /// What the lesson of a grader says.
    static func words(of grader: LessonGrader) -> LessonWords {
        all[grader.lesson.name]
            ?? LessonWords(of: grader.lesson, in: folder, listings: ListingSources(sources: []))
    }
}
