import ArgumentParser
import CourseKit
import Curriculum
import GraderKit
import Lesson10Exercises

/// The program: the lesson itself, or the worker in which graders run the exercises.
@main
enum Program {
    static func main() {
        Worker.runIfAsked(convolutionalNetworkContract.answer(ConvolutionalNetworkExercise.self))
        Lesson10ConvolutionalNetwork.main()
    }
}

struct Lesson10ConvolutionalNetwork: LessonCommand {
    static let title = "ConvolutionalNetwork"
    static let question = "Which question does this lesson answer?"

    @OptionGroup var options: LessonOptions

    func teach(_ lesson: Lesson) throws {
        try lesson.step("The first step") { step in
            step.words("To be written.")
        }
    }
}
