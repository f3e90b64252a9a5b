import ArgumentParser
import CourseKit
import Curriculum
import GraderKit
import Lesson04Exercises

@main
struct Lesson04Evaluation: LessonCommand {
    static let text = LessonText.embedded
    static let worker = evaluationContract.answer(EvaluationExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        try EvaluationCourse(lesson: lesson, mine: mine.functions(of: .evaluation)).teach()
    }
}
