import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Lesson08Exercises
import LessonSlides

@main
struct Lesson08ColorModels: LessonCommand {
    static let text = LessonText.embedded
    static let worker = colorModelsContract.answer(ColorModelsExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var slides: SlideOptions
    @OptionGroup var mine: MineOption

    @Option(help: "One slide of your own: tells its stains, and stains it anew.")
    var slide: String?

    func validate() throws {
        if slide == "" { throw ValidationError("--slide needs a name, but it is empty") }
        if slide != nil, slides.data != nil || slides.profile != nil {
            throw ValidationError(
                "--slide takes one slide, --data and --profile many: give one or the other")
        }
    }

    func teach(_ lesson: Lesson) throws {
        let fields = try lesson.progress("Painting a field of each hospital") { _ in
            try HospitalField.all()
        }
        if let slide {
            try OwnSlide(file: URL(fileURLWithPath: slide), target: fields[0]).teach(lesson)
            return
        }
        let source = try slides.source()
        var hospitals = Hospitals()
        _ = try source.slides(in: lesson) { all in
            hospitals = try Hospitals(choosingFrom: all)
            return hospitals.all
        }
        try ColorCourse(
            lesson: lesson, fields: fields, source: source, hospitals: hospitals,
            mine: mine.functions(of: .colorModels)
        ).teach()
    }
}
