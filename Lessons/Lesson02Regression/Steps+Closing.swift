import CourseKit
import Curriculum
import Foundation
import GraderKit

/// Step 10: what remains, and what to write.
extension RegressionCourse {
    func close() throws {
        try lesson.step("What remains, and what you write") { step in
            step.words(
                """
                **What was learnt** [HAS09]. A model says something, a cost says how wrong that \
                is, and the \
                slopes of the cost say how to change the model: against them, all numbers at once. \
                How far, is the learning rate; on a standardised feature there is a right one, and \
                twice that is too much. A probability is a line, bent by the sigmoid, and its loss \
                is computed from logits.

                **What goes wrong in practice.** A cost that falls proves little: wrong gradients \
                fall too, only elsewhere. Features of very different size make a descent creep. \
                Whoever \
                scales the data to learn from must scale new data by the same mean and deviation. \
                A \
                loss that becomes not a number stays so. And a line that fits one hospital's stain \
                tells little of another's.
                """)
            step.table(
                header: ["exercise", "what to do", "points", "where"],
                rows: LessonOutline.regression.exerciseRows,
                caption: "Your turn: swift run course check 02")
            step.words(
                """
                Then see your own functions beside the library's: `swift run \
                Lesson02Regression \
                --mine`.

                **The next question.** Here the slopes were found on paper. A network has \
                thousands \
                of weights in many layers: who finds its slopes? That is Lesson 3, backpropagation.
                """)
            step.reference(
                "HAS09",
                "HASTIE, Trevor, TIBSHIRANI, Robert and FRIEDMAN, Jerome. The elements of "
                    + "statistical learning. 2nd ed. New York: Springer, 2009. Chapters 3 and 4.")
        }
    }
}
