import ArgumentParser
import CourseKit
import Curriculum
import GraderKit
import Lesson12Exercises

@main
struct Lesson12Clustering: LessonCommand {
    static let text = LessonText.embedded
    static let worker = clusteringContract.answer(ClusteringExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        try ClusteringCourse(lesson: lesson, mine: mine.functions(of: .clustering)).teach()
    }
}
