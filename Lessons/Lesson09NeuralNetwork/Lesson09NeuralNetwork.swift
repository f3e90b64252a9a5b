import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

struct Lesson09NeuralNetwork: LessonCommand {
    static let title = "Neural network"
    static let question = "Is this patch tumour? A first network"

    @OptionGroup var options: LessonOptions

    @OptionGroup var slides: SlideOptions

    @Flag(help: "Show what your own functions give beside what the library gives.")
    var mine = false

    func teach(_ lesson: Lesson) throws {
        let source = try slides.source()
        let chosen = try source.slides(in: lesson) { try PatientParts(choosingFrom: $0).all }
        let parts = try PatientParts(choosingFrom: chosen)
        try NetworkCourse(
            lesson: lesson, parts: parts, source: source,
            mine: mine ? StudentFunctions(of: .neuralNetwork) : nil
        ).teach()
    }
}
