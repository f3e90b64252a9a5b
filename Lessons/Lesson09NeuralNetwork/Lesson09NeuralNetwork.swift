import ArgumentParser
import CourseKit
import DeepTeaching
import LessonSlides

struct Lesson09NeuralNetwork: LessonCommand {
    static let title = "Neural network"
    static let question = "Is this patch tumour? A first network"

    @OptionGroup var options: LessonOptions

    @OptionGroup var slides: SlideOptions

    @Flag(help: "Show what your own functions give beside what the library gives.")
    var mine = false

    func teach(_ lesson: Lesson) throws {
    }
}
