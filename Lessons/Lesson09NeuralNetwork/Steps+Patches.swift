import CourseKit
import DeepTeaching
import LessonSlides

/// Step 1: what is asked, and patches of three parts.
extension NetworkCourse {
    func showPatches(_ data: PatchParts) throws {
        try lesson.step("Is this patch tumour?") { step in
            step.words(
                """
                A pathologist moves over a lymph node and asks at each place: normal, or tumour? \
                Tumour cells have large nuclei of uneven shape, and lie close together in nests. \
                Lymphocytes, which belong here, have small round dark ones. A *patch*, a square of \
                \(Int((Double(source.grid.side) * source.grid.micronsPerPixel).rounded())) µm, is \
                what one sees at a glance, and what the network of this lesson is asked about.
                """)
            step.glossary("patch", "the square piece of a slide that a network sees at once")
            step.glossary("metastasis", "a tumour that has spread to another place")
            step.glossary("lymphocyte", "a white blood cell; lymph nodes are full of them")
            for (name, label, words) in [
                ("tumor", 1, "Tumour: large nuclei, close together."),
                ("normal", 0, "Normal tissue of a lymph node, from the same slides and others."),
            ] {
                let own = data.training.patches.filter { ($0.isTumor ? 1 : 0) == label }
                let shown = (0..<min(8, own.count)).map {
                    own[(2 * $0 + 1) * own.count / 16].image
                }
                step.figure(
                    Image.grid(shown, columns: 8, spacing: 4).enlarged(by: 2), name: name,
                    caption: words,
                    alternative: label == 1
                        ? "Eight pictures full of large, pale violet discs."
                        : "Eight pictures: small dark dots, pink bands, white holes of fat.")
            }
            showParts(data, step)
        }
    }

    private func showParts(_ data: PatchParts, _ step: StepWriter) {
        step.words(
            """
            Patches of one patient resemble each other. So the patients are shared out: some to \
            learn from (*training*), one whose patches say when to stop (*validation*), and one who \
            examines at the end (*test*) and is looked at only once. Lesson 6 shows what happens \
            otherwise.
            """)
        step.glossary("validation", "data that decide about the training, but are not learnt from")
        if parts.sharesPatients {
            step.words(
                "Here are too few patients for that: each *slide* stands in one part only, which is "
                    + "second best.")
        }
        let rows: [(String, [LessonSlide], PatchTable)] = [
            ("training", parts.training, data.training),
            ("validation", parts.validation, data.validation), ("test", parts.test, data.test),
        ]
        step.table(
            header: ["part", "patients", "slides", "patches", "of them tumour"],
            rows: rows.map { name, slides, table in
                let patients = Set(slides.map(\.patient)).sorted().map(String.init)
                return [
                    name, patients.joined(separator: ", "), "\(slides.count)", "\(table.count)",
                    "\(table.tumorCount)",
                ]
            }, caption: "The slides of this lesson are those of one hospital, if it has enough.")
        if source.isSynthetic {
            step.words(
                "The slides are painted by this course's generator, as real ones are too large to "
                    + "ship. `--data FOLDER` takes those of CAMELYON17.")
        }
    }
}
