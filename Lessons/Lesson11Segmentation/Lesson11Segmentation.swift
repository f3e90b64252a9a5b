import ArgumentParser
import CourseKit
import Curriculum
import GraderKit
import Lesson11Exercises
import LessonSlides

@main
struct Lesson11Segmentation: LessonCommand {
    static let text = LessonText.embedded
    static let worker = segmentationContract.answer(SegmentationExercise.self)

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
        try SegmentationCourse(
            lesson: lesson, source: source, hospitals: hospitals,
            mine: mine.functions(of: .segmentation)
        ).teach()
    }
}
