import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import Lesson14Exercises
import LessonSlides

@main
struct Lesson14ConfidenceMaps: LessonCommand {
    static let text = LessonText.embedded
    static let worker = confidenceMapsContract.answer(ConfidenceMapsExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var slides: SlideOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        let source = try slides.source()
        var parts = StudyParts()
        _ = try source.slides(in: lesson) { all in
            parts = try StudyParts(choosingFrom: all, upTo: lesson.options.full ? 10 : 2)
            return parts.all
        }
        try MapCourse(
            lesson: lesson, study: MapStudy(of: parts, from: source, in: lesson),
            mine: mine.functions(of: .confidenceMaps)
        ).teach()
    }
}
