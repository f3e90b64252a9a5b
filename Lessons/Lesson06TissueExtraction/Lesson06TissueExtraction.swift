import ArgumentParser
import CourseKit

struct Lesson06TissueExtraction: LessonCommand {
    static let title = "Tissue extraction"
    static let question = "Where is tissue, and which patches make a fair data set?"

    @OptionGroup var options: LessonOptions

    func teach(_ lesson: Lesson) throws {}
}
