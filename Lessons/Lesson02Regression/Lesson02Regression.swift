import ArgumentParser
import CourseKit
import DeepTeaching
import GraderKit

struct Lesson02Regression: LessonCommand {
    static let title = "Regression"
    static let question = "How does a line, and a probability, learn?"

    @OptionGroup var options: LessonOptions

    @Flag(help: "Show what your own functions give beside what the library gives.")
    var mine = false

    func teach(_ lesson: Lesson) throws {
        try RegressionCourse(
            lesson: lesson, mine: mine ? StudentFunctions(of: .regression) : nil
        ).teach()
    }
}
