import CourseKit
import Curriculum
import Foundation
import GraderKit

/// Step 12: what remains, and what to write.
extension BackpropagationCourse {
    func close() throws {
        try lesson.step("What remains, and what you write") { step in
            step.words(
                """
                **What was learnt.** A computation is a graph, and its slopes are found by one \
                walk \
                back from the result: slopes along a way are multiplied, shares of different ways \
                are added. A layer, a ReLU and a sum each have a mirror image, so matrices walk \
                back \
                as numbers do. A loss says where to begin, and each parameter steps against its \
                gradient.

                **What goes wrong in practice.** A gradient that is wrong by a factor still \
                learns, \
                only worse, so nobody notices: check it by pushing, in Double, away from the \
                bends. \
                Weights that are too large or too small make gradients explode or vanish from \
                layer \
                to layer. In libraries that keep gradients from step to step, who forgets to clear \
                them adds up the past; here they are values, and nothing is kept. And a training \
                that stands still at log 2 has learnt nothing, however long it runs.
                """)
            step.table(
                header: ["exercise", "what to do", "points", "where"],
                rows: LessonOutline.backpropagation.exerciseRows,
                caption: "Your turn: swift run course check 03")
            step.words(
                """
                Then see your own functions beside the library's: `swift run \
                Lesson03Backpropagation \
                --mine`.

                **The next question.** The network is right for many of the new nuclei. Is that \
                good, and how sure may we be? That is Lesson 4, evaluation.
                """)
        }
    }
}
