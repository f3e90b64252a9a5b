import Curriculum
import GraderKit
import Lesson03Exercises

/// The program: the lesson itself, or the worker in which graders run the exercises.
@main
enum Program {
    static func main() {
        Worker.runIfAsked(backpropagationContract.answer(BackpropagationExercise.self))
        Lesson03Backpropagation.main()
    }
}
