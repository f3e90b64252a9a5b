import Curriculum
import GraderKit
import Lesson12Exercises

/// The program: the lesson itself, or the worker in which graders run the exercises.
@main
enum Program {
    static func main() {
        Worker.runIfAsked(clusteringContract.answer(ClusteringExercise.self))
        Lesson12Clustering.main()
    }
}
