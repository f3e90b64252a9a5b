import CourseKit
import DeepTeaching
import SyntheticCohort

/// The page that shows a cohort beside its numbers.
struct CohortPage {
    let cohort: CohortPlan
    let plans: [SlidePlan]
    let measures: [Measure]

    /// Writes `index.html`, `report.json` and the pictures into a folder.
    ///
    /// - Throws: `LessonError` if the folder cannot be written, `SlideError` if a slide cannot be
    ///   painted.
    func write(to folder: String) throws {
        var options = try LessonOptions.parse(["--list", "--output=\(folder)"])
        options.seed = cohort.seed
        try Lesson(
            name: "MeasureCohort", title: "A synthetic cohort, looked at and measured",
            question: "Do the slides look like lymph nodes, and are they as hard as real ones?",
            options: options
        ).run { lesson in
            try lesson.step(title: "Five centres") { try centers($0) }
            try lesson.step(title: "Three scales") { try scales($0) }
            try lesson.step(title: "What there is to see in a lymph node") {
                sights(Gallery.tissue, $0, name: "tissue")
            }
            try lesson.step(title: "Metastases and their outlines") { lesions($0) }
            try lesson.step(title: "What goes wrong between knife and file") {
                sights(Gallery.artefacts, $0, name: "artefacts")
            }
            try lesson.step(title: "The numbers") { numbers($0) }
        }
    }

    /// The plans of a centre.
    private func plans(of center: Int) -> [SlidePlan] {
        plans.filter { $0.slide.center == center }
    }

    private var centerNumbers: [Int] { Set(plans.map(\.slide.center)).sorted() }

    /// The slide of a centre with the largest metastasis: it shows most.
    private func richest(of center: Int) -> SlidePlan? {
        plans(of: center).max {
            ($0.lesions.first?.longestDiameter ?? 0) < ($1.lesions.first?.longestDiameter ?? 0)
        }
    }

    private func centers(_ step: StepWriter) throws {
        step.words(
            """
            Each row is a centre, from 0 on. Every laboratory stains, and every scanner sees, in its \
            own way; within a row the slides differ too, as batches do.
            """)
        let rows = try centerNumbers.flatMap { center -> [Image] in
            let here = plans(of: center)
            let chosen =
                Array(here.filter { !$0.lesions.isEmpty }.prefix(2))
                + here.filter { $0.lesions.isEmpty }.prefix(2)
            return try parallelMap(chosen.count) {
                try PaintedSlide(plan: chosen[$0]).thumbnail(maximumSide: 330).pixels
            }
        }
        step.figure(
            .grid(rows, columns: 4, spacing: 6), name: "centres",
            caption: "Slides of the centres: two with metastases, two without.",
            alternative:
                "Rows of slides: round, dark purple sections on pale glass; the rows differ "
                + "in hue and in strength.")
    }

    private func scales(_ step: StepWriter) throws {
        step.words(
            """
            The same place in each centre, at the border of the largest metastasis: 8, 1.94 and 0.486 \
            micrometres a pixel, about what a lens of 1.25, 5 and 20 shows.
            """)
        let images = centerNumbers.flatMap { center -> [Image] in
            guard let plan = richest(of: center), let lesion = plan.lesions.first else { return [] }
            let corner = plan.outline(of: lesion)[0]
            let border = plan.profile.micronsPerPixel * SIMD2(corner.x, corner.y)
            return parallelMap(3) { scale in
                SlideCrop(
                    plan: plan, middle: border, side: 320,
                    micronsPerPixel: [8, 1.94, 0.486][scale]
                ).image
            }
        }
        step.figure(
            .grid(images, columns: 3, spacing: 6), name: "scales",
            caption: "One centre a row, three scales.",
            alternative: "From left to right a whole node, its tissue, and single nuclei.")
    }

    private func sights(_ kinds: [Gallery.Kind], _ step: StepWriter, name: String) {
        step.words("A column for each centre, from 0 on; empty where no slide of it has the thing.")
        for (index, kind) in kinds.enumerated() {
            guard let row = row(centerNumbers.map { kind.picture(of: plans(of: $0)) }) else {
                continue
            }
            step.figure(
                row, name: "\(name)-\(index)-\(kind.sight.rawValue)", caption: kind.caption,
                alternative: kind.caption)
        }
    }

    private func lesions(_ step: StepWriter) {
        step.words(
            "The outline is exact: labels of pixels follow from it, not from a person's pen.")
        let kinds: [(Sight, Double, String)] = [
            (.isolatedCells, 0.75, "Isolated tumour cells"),
            (.microMetastasis, 3.88, "Micro-metastases"),
            (.macroMetastasis, 14, "Macro-metastases"),
        ]
        for (sight, scale, words) in kinds {
            let pictures = centerNumbers.map { center -> Image? in
                Gallery.first(sight, on: plans(of: center)).map {
                    SlideCrop(plan: $0.plan, middle: $0.point, side: 256, micronsPerPixel: scale)
                        .outlined
                }
            }
            guard let row = row(pictures) else { continue }
            let caption = "\(words), \(Int(256 * scale)) micrometres wide."
            step.figure(
                row, name: "lesions-\(sight.rawValue)", caption: caption,
                alternative: caption + " Green lines follow the borders.")
        }
    }

    private func numbers(_ step: StepWriter) {
        guard !measures.isEmpty else {
            step.words("Nothing was measured.")
            return
        }
        let met = measures.count { $0.isMet == true }
        let missed = measures.count { $0.isMet == false }
        step.words("Targets met: \(met). Targets missed: \(missed).")
        step.table(
            header: ["", "value", "target", "what"],
            rows: measures.compactMap { measure in
                measure.isMet.map { isMet in
                    [isMet ? "✓" : "✗", measure.valueText, measure.target, words(of: measure)]
                }
            }, alignment: [.left, .right, .left, .left], caption: "What has a target.")
        step.table(
            header: ["value", "what"],
            rows: measures.filter { $0.isMet == nil }.map { [$0.valueText, words(of: $0)] },
            alignment: [.right, .left], caption: "What helps to understand it.")
    }

    /// The words without their indent.
    private func words(of measure: Measure) -> String {
        String(measure.words.drop { $0 == " " })
    }

    /// Pictures in one row, a column for each centre; empty where there is none.
    private func row(_ pictures: [Image?]) -> Image? {
        guard let size = pictures.compactMap({ $0?.size }).first else { return nil }
        let empty = Image(size: size, color: RGB(248, 247, 245))
        return .grid(pictures.map { $0 ?? empty }, columns: pictures.count, spacing: 6)
    }
}
