import CourseKit
import Curriculum
import GraderKit

/// Step 12: what remains, and what to write.
extension ConvolutionCourse {
    func close() throws {
        try lesson.step("What remains, and what you write") { step in
            step.words(
                """
                **What was learnt.** A convolution looks through a small window with the same \
                weights everywhere, so it needs few numbers, learns each of them from every place, \
                and finds a nest of tumour wherever it lies. Pooling lets the next window see more \
                and forgets the exact place; the way back is the same loops once more, and whatever \
                was used several times collects a sum. A network of convolutions reads a region of \
                any size at once.

                **What goes wrong in practice.** Somebody forgets to switch batch normalisation to \
                inference, and the answer for a patch depends on its neighbours. Somebody pads where \
                patches are cut, and the map shows a lattice of their borders. Patches are too small \
                to show what a pathologist would need to see. And the network is examined on slides \
                of the hospital that it learnt from, and fails in the next one.
                """)
            step.table(
                header: ["exercise", "what to do", "points", "where"],
                rows: LessonOutline.convolutionalNetwork.exerciseRows,
                caption: "Your turn: swift run course check 10")
            step.words(
                """
                Then see your own numbers beside the library's: `swift run \
                Lesson10ConvolutionalNetwork --mine`. And try: what happens with `--seed 2`, when \
                other patches are drawn and other weights begin?

                **The next question.** A patch gets one answer. But a border runs through many \
                patches. Which *pixels* are tumour? That is Lesson 11, segmentation.
                """)
            step.reference(
                "LEC98",
                "LECUN, Yann, BOTTOU, Léon, BENGIO, Yoshua and HAFFNER, Patrick. Gradient-based "
                    + "learning applied to document recognition. Proceedings of the IEEE, 1998, "
                    + "86(11), 2278-2324.")
            step.reference(
                "DUM16",
                "DUMOULIN, Vincent and VISIN, Francesco. A guide to convolution arithmetic for deep "
                    + "learning. arXiv:1603.07285, 2016.")
        }
    }
}
