import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import Lesson13Exercises

@main
struct Lesson13TreesAndForests: LessonCommand {
    static let text = LessonText.embedded
    static let worker = treesAndForestsContract.answer(TreesAndForestsExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        try ForestCourse(
            lesson: lesson, table: SlideTable(seed: lesson.seed),
            mine: mine.functions(of: .treesAndForests)
        ).teach()
    }
}
