import CourseKit
import DeepTeaching
import LessonSlides

/// Step 12: which patches have a label at all.
extension TissueCourse {
    func collectPatches(_ main: SlideRecord) throws -> PatchCollection {
        try lesson.step("labels") { step in
            let collection = try lesson.progress("Reading patches") { report in
                try PatchCollection(of: slides, grid: grid, tissue: tissue, progress: report)
            }
            step.table("patches", rows: zip(slides, collection.patches).map(row))
            let hidden = try hiddenTumors(main)
            step.number("wrongRest", hidden.wrong)
            step.number("restPatches", hidden.rest)
            step.choose("rest", hidden.wrong > 0 ? "hides" : "single")
            return collection
        }
    }

    private func row(_ slide: SlideRecord, _ patches: [LabeledPatch]) -> [String] {
        let counts = [PatchLabel.tumor, .normal, .unknown].map { label in
            "\(patches.count { $0.label == label })"
        }
        return [slide.name, "\(slide.center)", slide.type.rawValue] + counts
    }

    /// What becomes of the rest of a slide if only its first outline is known.
    private func hiddenTumors(_ main: SlideRecord) throws -> (wrong: Int, rest: Int) {
        let truth = try main.labeledPatches(grid: grid, tissue: tissue)
        let known = try main.labeledPatches(grid: grid, tissue: tissue, outlines: 1)
        let rest = zip(truth, known).filter { $1.label != .tumor }
        return (rest.count { $0.0.label == .tumor }, rest.count)
    }
}
