import Curriculum
import GraderKit
import Lesson09Exercises

/// The program: the lesson itself, or the worker in which graders run the exercises.
@main
enum Program {
    static func main() {
        Worker.runIfAsked(neuralNetworkContract.answer(NeuralNetworkExercise.self))
        Lesson09NeuralNetwork.main()
    }
}
