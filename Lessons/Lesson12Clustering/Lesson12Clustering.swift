import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import Lesson12Exercises

@main
struct Lesson12Clustering: LessonCommand {
    static let text = LessonText.embedded
    static let worker = clusteringContract.answer(ClusteringExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "nuclei")
        try ClusteringCourse(
            lesson: lesson, nuclei: Nuclei(count: 240, using: &generator),
            mine: mine.functions(of: .clustering)
        ).teach()
    }
}
