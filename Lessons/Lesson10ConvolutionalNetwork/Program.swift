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
