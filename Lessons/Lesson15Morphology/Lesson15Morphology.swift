import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import Lesson15Exercises
import LessonSlides

@main
struct Lesson15Morphology: LessonCommand {
    static let text = LessonText.embedded
    static let worker = morphologyContract.answer(MorphologyExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var slides: SlideOptions
    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        let source = try slides.source()
        var hospitals = Hospitals()
        _ = try source.slides(in: lesson) { all in
            hospitals = try Hospitals(choosingFrom: all)
            return hospitals.all
        }
        try MorphologyCourse(
            lesson: lesson, study: MapStudy(of: hospitals, from: source, in: lesson),
            mine: mine.functions(of: .morphology)
        ).teach()
    }
}
