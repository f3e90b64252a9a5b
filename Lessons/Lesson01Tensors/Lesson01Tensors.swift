import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

struct Lesson01Tensors: LessonCommand {
    static let title = "Tensors"
    static let question = "How do numbers become images and batches?"

    @OptionGroup var options: LessonOptions

    @Flag(help: "Show what your own functions give beside what the library gives.")
    var mine = false

    func teach(_ lesson: Lesson) throws {
        try TensorCourse(
            lesson: lesson, tissue: PaintedTissue(seed: lesson.seed),
            mine: mine ? StudentFunctions(of: .tensors) : nil
        ).teach()
    }
}
