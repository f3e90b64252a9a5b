import ArgumentParser
import CourseKit
import Curriculum
import GraderKit
import Lesson02Exercises

@main
struct Lesson02Regression: LessonCommand {
    static let text = LessonText.embedded
    static let worker = regressionContract.answer(RegressionExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        try RegressionCourse(lesson: lesson, mine: mine.functions(of: .regression)).teach()
    }
}
