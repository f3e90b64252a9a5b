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
            try lesson.step("Five centres") { try centers($0) }
            try lesson.step("Three scales") { try scales($0) }
            try lesson.step("What there is to see in a lymph node") {
                sights(Gallery.tissue, $0, name: "tissue")
            }
            try lesson.step("Metastases and their outlines") { lesions($0) }
            try lesson.step("What goes wrong between knife and file") {
                sights(Gallery.artefacts, $0, name: "artefacts")
            }
            try lesson.step("The numbers") { numbers($0) }
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
                try PaintedSlide(plan: chosen[$0]).thumbnail(maximumSide: 330)
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
        step.words("One picture from each centre that has the thing on one of its slides.")
        for (index, kind) in kinds.enumerated() {
            let pictures = centerNumbers.map { kind.picture(of: plans(of: $0)) }
            let images = pictures.compactMap { $0 }
            guard !images.isEmpty else { continue }
            let shown = zip(centerNumbers, pictures).filter { $0.1 != nil }.map { "\($0.0)" }
            let caption = "\(kind.caption) Centres \(shown.joined(separator: ", "))."
            step.figure(
                .grid(images, columns: 5, spacing: 6),
                name: "\(name)-\(index)-\(kind.sight.rawValue)",
                caption: caption, alternative: caption)
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
            let images = centerNumbers.compactMap { center -> Image? in
                Gallery.first(sight, on: plans(of: center)).map {
                    SlideCrop(plan: $0.plan, middle: $0.place, side: 256, micronsPerPixel: scale)
                        .outlined
                }
            }
            guard !images.isEmpty else { continue }
            let caption = "\(words), \(Int(256 * scale)) micrometres wide."
            step.figure(
                .grid(images, columns: 5, spacing: 6), name: "lesions-\(sight.rawValue)",
                caption: caption, alternative: caption + " Green lines follow the borders.")
        }
    }

    private func numbers(_ step: StepWriter) {
        guard !measures.isEmpty else {
            step.words("Nothing was measured.")
            return
        }
        let met = measures.count { $0.isMet == true }
        let missed = measures.count { $0.isMet == false }
        step.words("\(met) targets are met, \(missed) are missed; the rest is for information.")
        step.table(
            header: ["", "value", "target", "what"],
            rows: measures.map { measure in
                let mark = measure.isMet.map { $0 ? "✓" : "✗" } ?? ""
                let words = String(measure.words.drop { $0 == " " })
                return [mark, measure.valueText, measure.target, words]
            }, alignment: [.left, .right, .left, .left])
    }
}
