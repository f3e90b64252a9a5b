import CourseKit
import Curriculum
import GraderKit

/// Step 10: what remains, and what to write.
extension TissueCourse {
    func close() throws {
        try lesson.step("What remains, and what you write") { step in
            step.words(
                """
                **What was learnt.** Stain is colourful, and Otsu finds where colourful begins. \
                Outlines and masks say what a patch shows, and honest labels say so when nobody \
                knows. A score means something only if no patient is on both sides.

                **What goes wrong in practice.** A slide that is all tissue has no second hill, so \
                the library keeps the threshold within limits. Fat is pale and falls out of the \
                mask. Two files may show the same tissue cut twice: they belong to one patient, and \
                to one part. And a tissue mask is rarely looked at again once it worked on ten \
                slides: look at all of them, small, on one page.
                """)
            step.table(
                header: ["exercise", "what to do", "points", "where"],
                rows: LessonOutline.tissueExtraction.exerciseRows,
                caption: "Your turn: swift run course check 06")
            step.words(
                """
                Then see your own mask on the slide: `swift run Lesson06TissueExtraction --mine`.

                **The next question.** Ten slides are few. How do a thousand patches become a \
                hundred thousand, without a new patient? That is Lesson 7, augmentation.
                """)
            step.reference(
                "BAN19",
                "BÁNDI, Péter, et al. From detection of individual metastases to classification "
                    + "of lymph node status at the patient level: the CAMELYON17 challenge. IEEE "
                    + "Transactions on Medical Imaging, 2019, 38(2), 550-560.")
            step.reference(
                "LIU17",
                "LIU, Yun, et al. Detecting cancer metastases on gigapixel pathology images. "
                    + "arXiv:1703.02442, 2017.")
        }
    }
}
