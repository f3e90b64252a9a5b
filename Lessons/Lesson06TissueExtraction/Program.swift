import Curriculum
import GraderKit
import Lesson06Exercises

/// The program: the lesson itself, or the worker in which graders run the exercises.
@main
enum Program {
    static func main() {
        Worker.runIfAsked(tissueExtractionContract.answer(TissueExtractionExercise.self))
        Lesson06TissueExtraction.main()
    }
}
