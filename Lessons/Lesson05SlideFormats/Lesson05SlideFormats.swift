import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Lesson05Exercises
import LessonSlides

@main
struct Lesson05SlideFormats: LessonCommand {
    static let text = LessonText.embedded
    static let worker = slideFormatsContract.answer(SlideFormatsExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var slides: SlideOptions
    @OptionGroup var mine: MineOption

    @Option(help: "One slide of your own: tells what is inside.")
    var slide: String?

    func validate() throws {
        if slide == "" { throw ValidationError("--slide needs a name, but it is empty") }
        if slide != nil, slides.data != nil || slides.profile != nil {
            throw ValidationError(
                "--slide takes one slide, --data and --profile many: give one or the other")
        }
    }

    func teach(_ lesson: Lesson) throws {
        if let slide {
            try OwnSlide(file: URL(fileURLWithPath: slide)).teach(lesson)
            return
        }
        let source = try slides.source()
        var all: [SlideRecord] = []
        let chosen = try source.slides(in: lesson) { records in
            all = records
            return try FormatCourse.outlinedSlide(of: records)
        }
        try FormatCourse(
            lesson: lesson, chosen: chosen, all: all, isSynthetic: source.isSynthetic,
            mine: mine.functions(of: .slideFormats)
        ).teach()
    }
}
