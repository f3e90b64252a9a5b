import CourseKit
import Curriculum
import Foundation
import GraderKit

/// Step 10: what remains, and what to write.
extension TensorCourse {
    func close() throws {
        try lesson.step("What remains, and what you write") { step in
            step.words(
                """
                **What was learnt.** An image is a list of numbers with a shape, and a batch is one \
                more axis in front. Small shapes stretch to large ones from the last axis, and \
                gradients come back as sums. Exponentials and huge sums need care, and how fast a \
                product is depends on the order in which the memory is read.

                **What goes wrong in practice.** Another program keeps [channel, height, width], and \
                nothing complains. A wrong shape fits by accident, as three images fit three \
                channels. Means and deviations are measured on the test data too, or on one slide \
                only. And 0 to 255 is fed to a network that learnt from 0 to 1.
                """)
            let outline = LessonOutline.tensors
            step.table(
                header: ["exercise", "what to do", "points", "where"],
                rows: outline.exercises.map { exercise in
                    [
                        exercise.function, exercise.title, "\(exercise.points)",
                        place(of: exercise.function, in: outline),
                    ]
                }, caption: "Your turn: swift run course check 01")
            step.words(
                """
                Then see your own numbers beside the library's: `swift run Lesson01Tensors --mine`.

                **The next question.** The numbers are in order. How does a computer *learn* from \
                them? With the simplest thing that can learn, a line: Lesson 2, regression.
                """)
            step.reference(
                "GOT08",
                "GOTO, Kazushige and VAN DE GEIJN, Robert A. Anatomy of high-performance matrix "
                    + "multiplication. ACM Transactions on Mathematical Software, 2008, 34(3), "
                    + "12:1-12:25.")
        }
    }

    /// File and line, or the file alone outside of a checkout.
    private func place(of function: String, in outline: LessonOutline) -> String {
        guard let folder = try? CourseFolder.current(),
            let text = try? folder.text(of: folder.exercises(of: outline)),
            let line = StudentSource(text: text).line(of: function)
        else { return outline.exercisesPath }
        return "\(outline.exercisesPath):\(line)"
    }
}
