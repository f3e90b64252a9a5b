import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import Lesson09Exercises
import LessonSlides

@main
struct Lesson09NeuralNetwork: LessonCommand {
    static let text = LessonText.embedded
    static let worker = neuralNetworkContract.answer(NeuralNetworkExercise.self)

    @OptionGroup var options: LessonOptions

    @OptionGroup var slides: SlideOptions

    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        let source = try slides.source()
        let chosen = try source.slides(in: lesson) { try PatientParts(choosingFrom: $0).all }
        try NetworkCourse(
            lesson: lesson, parts: try PatientParts(choosingFrom: chosen), source: source,
            mine: mine.functions(of: .neuralNetwork)
        ).teach()
    }
}
