import CourseKit
import DeepTeaching

/// Step 4: many images of one size are a batch.
extension TensorCourse {
    /// - Returns: the patches, axes [batch, height, width, channel].
    func showBatch() throws -> Tensor<Float> {
        try lesson.step("A batch") { step in
            let patches = tissue.patches(ofEach: 8, side: 48)
            step.words(
                """
                A network never sees one image: it sees a *batch*, a few small images of one size, \
                called *patches*. One more axis in front holds them together. These are of two \
                hospitals, eight of each; the second stains its slides otherwise.
                """)
            step.glossary("patch", "the square piece of a slide that a network sees at once")
            step.glossary("batch", "the patches that a network sees in one step")
            let batch = Tensor(images: patches)
            step.figure(
                Image.batch(patches).enlarged(by: 2), name: "batch",
                caption: "Sixteen patches of 48 x 48 pixels, 1 µm a pixel: a hospital a row.",
                alternative: "Two rows of eight small pictures of tissue. The colours of the two "
                    + "rows differ.")
            step.code(
                """
                let batch = Tensor(images: patches)     // [16, 48, 48, 3]
                let third = batch.slice(2..<3)          // [1, 48, 48, 3]
                let top = batch[0..<16, 0..<8]          // [16, 8, 48, 3]: eight rows of each
                """, caption: "Pictures become a batch; a batch is cut like a loaf.")
            step.number("batchAxes", batch.rank, "Axes of the batch")
            step.number("batchNumbers", batch.count, "Numbers in the batch")
            step.question(
                "`var copy = batch`, then `copy[0, 0, 0, 0] = 0`. What happens to `batch`?",
                choices: ["its first number is 0 too", "nothing"])
            var copy = batch
            copy[0, 0, 0, 0] = 0
            let changed = zip(batch.elements, copy.elements).count { $0 != $1 }
            step.number("copyChanged", changed, "Numbers in which copy and batch now differ")
            step.answer(
                "Nothing. A tensor is a *value*, like a number. Copies share their memory until "
                    + "one of them is changed; only then are the numbers copied.", choice: 1)
            step.box("A little Swift, for those who know Python") { box in
                box.words(
                    """
                    In NumPy `copy = batch` is a second name for the same numbers; in Swift it \
                    is a copy. `let` never changes, `var` may. A function that may fail says \
                    `throws`, and its call says `try`. `[Int]?` is a list or nothing (`nil`), and \
                    the compiler makes you look before you use it. `{ $0 + $1 }` is a lambda with \
                    two arguments. The page Lessons/Lesson01Tensors/SwiftForPythonProgrammers.md \
                    goes on.
                    """)
            }
            return batch
        }
    }
}
