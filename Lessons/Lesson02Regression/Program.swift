import Curriculum
import GraderKit
import Lesson02Exercises

/// The program: the lesson itself, or the worker in which graders run the exercises.
@main
enum Program {
    static func main() {
        Worker.runIfAsked(regressionContract.answer(RegressionExercise.self))
        Lesson02Regression.main()
    }
}
