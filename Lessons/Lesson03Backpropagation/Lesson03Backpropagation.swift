import ArgumentParser
import CourseKit
import DeepTeaching
import GraderKit

struct Lesson03Backpropagation: LessonCommand {
    static let title = "Backpropagation"
    static let question = "How does a network learn by itself?"

    @OptionGroup var options: LessonOptions

    @Flag(help: "Show what your own functions give beside what the library gives.")
    var mine = false

    func teach(_ lesson: Lesson) throws {
        try BackpropagationCourse(
            lesson: lesson, mine: mine ? StudentFunctions(of: .backpropagation) : nil
        ).teach()
    }
}
