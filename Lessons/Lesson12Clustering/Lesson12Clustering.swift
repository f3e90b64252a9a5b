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
        let nuclei = try lesson.progress("Measuring nuclei") { _ in
            var generator = SeededGenerator(seed: lesson.seed, stream: "nuclei")
            return try NucleusTable(ofEach: 200, using: &generator)
        }
        try ClusteringCourse(
            lesson: lesson, nuclei: nuclei, mine: mine.functions(of: .clustering)
        ).teach()
    }
}
