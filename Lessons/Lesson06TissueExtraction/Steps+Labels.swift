import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7: which patches have a label at all.
extension TissueCourse {
    func collectPatches(_ main: LessonSlide) throws -> PatchCollection {
        try lesson.step("What nobody said is not normal") { step in
            step.words(
                """
                A patch inside an outline is *tumour*. A patch of a slide without any metastasis \
                is *normal*. But the tissue of a positive slide outside the outlines? In CAMELYON17 \
                small groups of tumour cells are not all outlined. The honest label is *unknown*, \
                and unknown patches are not learnt from.
                """)
            step.question(
                "On a positive slide, all that lies outside the outlines is normal. Right?",
                choices: ["yes, that is what an outline means", "no, nobody promised that"])
            let collection = try lesson.progress("Reading patches") { report in
                try PatchCollection(of: slides, grid: grid, progress: report)
            }
            step.table(
                header: ["slide", "hospital", "holds", "tumour", "normal", "unknown"],
                rows: zip(slides, collection.places).map { slide, places in
                    func count(_ label: PatchLabel) -> String {
                        "\(places.count { $0.label == label })"
                    }
                    return [
                        slide.name, "\(slide.center)", slide.type.rawValue, count(.tumor),
                        count(.normal), count(.unknown),
                    ]
                },
                caption: "Patches with tissue, by what is known of them.")
            let hidden = try hiddenTumors(main)
            step.words(
                """
                A small experiment with \(main.name): forget all but its first outline, as if the \
                pathologist had been tired, and call the rest normal.
                """)
            step.number("wrongRest", hidden.wrong, "Wrong way: tumour patches called normal")
            step.number("restPatches", hidden.rest, "All patches called normal")
            step.answer(
                "No. And no score reveals it: the test patches would carry the same wrong labels.",
                choice: 1)
            return collection
        }
    }

    /// What becomes of the rest of a slide if only its first outline is known.
    private func hiddenTumors(_ main: LessonSlide) throws -> (wrong: Int, rest: Int) {
        let truth = try main.labelledPlaces(grid: grid)
        let known = try main.labelledPlaces(grid: grid, outlines: 1)
        let rest = zip(truth, known).filter { $1.label != .tumor }
        return (rest.count { $0.0.label == .tumor }, rest.count)
    }
}
