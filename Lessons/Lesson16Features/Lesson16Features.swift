import ArgumentParser
import CourseKit
import Curriculum
import GraderKit
import Lesson16Exercises

@main
struct Lesson16Features: LessonCommand {
    static let text = LessonText.embedded
    static let worker = featuresContract.answer(FeaturesExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        let studies = try lesson.progress("Simulating maps") { report in
            try (0..<UInt64(FeatureCourse.seedCount)).map { run in
                report(Double(run) / Double(FeatureCourse.seedCount))
                return try MapStudy(seed: lesson.seed &+ run)
            }
        }
        try FeatureCourse(
            lesson: lesson, studies: studies, mine: mine.functions(of: .features)
        ).teach()
    }
}
