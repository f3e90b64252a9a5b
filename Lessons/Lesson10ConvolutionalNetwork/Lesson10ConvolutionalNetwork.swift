import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

struct Lesson10ConvolutionalNetwork: LessonCommand {
    static let title = "Convolutional network"
    static let question = "Tumour looks the same wherever it lies: why convolutions?"

    @OptionGroup var options: LessonOptions

    @OptionGroup var slides: SlideOptions

    @Flag(help: "Show what your own functions give beside what the library gives.")
    var mine = false

    func teach(_ lesson: Lesson) throws {
        let source = try slides.source()
        var hospitals = Hospitals()
        _ = try source.slides(in: lesson) { all in
            hospitals = try Hospitals(choosingFrom: all)
            return hospitals.all
        }
        try ConvolutionCourse(
            lesson: lesson, source: source, hospitals: hospitals,
            mine: mine ? StudentFunctions(of: .convolutionalNetwork) : nil
        ).teach()
    }
}
