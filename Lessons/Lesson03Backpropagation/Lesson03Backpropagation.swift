import ArgumentParser
import CourseKit
import Curriculum
import GraderKit
import Lesson03Exercises

@main
struct Lesson03Backpropagation: LessonCommand {
    static let text = LessonText.embedded
    static let worker = backpropagationContract.answer(BackpropagationExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        try BackpropagationCourse(lesson: lesson, mine: mine.functions(of: .backpropagation))
            .teach()
    }
}
