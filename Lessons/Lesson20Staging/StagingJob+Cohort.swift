import CourseKit
import DeepTeaching

/// Step 1 to 3: the patients, a slide, its tissue.
extension StagingJob {
    func cohortStep(_ lesson: Lesson) throws -> CamelyonFolder {
        try lesson.step("Five lymph nodes a patient") { step in
            step.words(
                """
                When breast cancer spreads, it reaches the *sentinel lymph nodes* first. The surgeon \
                takes them out, the laboratory cuts and stains them with haematoxylin (nuclei turn \
                blue) and eosin (the rest turns pink), and a pathologist looks for *metastases*: \
                nests of tumour cells that do not belong there. Their size decides.

                Pathologists disagree on hard cases, and they tire: small metastases are \
                overlooked. [ELM15] So a machine that never tires would help, if we knew how good \
                it is. This lesson builds one and measures it.
                """)
            step.table(
                header: ["slide", "the largest metastasis is"],
                rows: [
                    ["negative", "not there"],
                    ["itc", "isolated tumour cells: below 0.2 mm and at most 200 cells"],
                    ["micro", "a micro-metastasis: above 0.2 mm or 200 cells, up to 2.0 mm"],
                    ["macro", "a macro-metastasis: above 2.0 mm"],
                ])
            step.table(
                header: ["patient", "five nodes hold"],
                rows: [
                    ["pN0", "no metastasis"], ["pN0(i+)", "isolated tumour cells only"],
                    ["pN1mi", "micro-metastases, no macro"],
                    ["pN1", "a macro, and at most 3 nodes with micro or macro"],
                    ["pN2", "a macro, and 4 or more nodes with micro or macro"],
                ])
            step.glossary("metastasis", "tumour that grows far from where it began")
            step.glossary("sentinel lymph node", "the first lymph node that drains a tumour")
            step.glossary("ITC", "isolated tumour cells; a node with nothing else is not positive")
            step.glossary("pN stage", "how far the lymph nodes are affected, seen by microscope")
            let folder = try source.open(in: lesson)
            describe(folder, lesson, in: step)
            return folder
        }
    }

    private func describe(_ folder: CamelyonFolder, _ lesson: Lesson, in step: StepWriter) {
        let nodes = folder.nodes
        step.words(
            source.isSynthetic
                ? """
                The slides of this run are **synthetic**: painted by a program that knows where it \
                put the tumour. They come in the folders and files of CAMELYON17, so real slides \
                need no other code: `--data FOLDER`.
                """ : "The slides come from \(source.name).")
        if !folder.skippedPatients.isEmpty {
            step.words(
                """
                Left out, since not all five slides are there and sound: \
                \(folder.skippedPatients.joined(separator: ", ")).
                """)
        }
        for (file, reason) in lesson.filesSetAside.sorted(by: { $0.key < $1.key }) {
            step.words("**Set aside:** `\(file)`, since it is faulty: \(reason)")
        }
        step.number("patients", folder.patients.count)
        step.number("slides", nodes.count)
        step.table(
            header: PNStage.allCases.map(\.rawValue),
            rows: [
                PNStage.allCases.map { stage in
                    "\(folder.patients.count { $0.stage == stage })"
                }
            ], caption: "Patients of each stage")
        step.table(
            header: MetastasisType.allCases.map(\.rawValue),
            rows: [
                MetastasisType.allCases.map { type in "\(nodes.count { $0.type == type })" }
            ], caption: "Slides of each type")
    }

    func slideStep(_ lesson: Lesson, _ folder: CamelyonFolder) throws {
        let all = cases(of: folder.patients)
        guard let shown = all.first(where: { $0.type == .macro && $0.isLabelled }) ?? all.first
        else { throw StagingJobError.noPatients(folder: folder.url.path) }
        let slide = try shown.open()
        try lesson.step("A slide is a pyramid") { step in
            try SlideDescription(slide: slide).write(to: step)
            let picture = try slide.thumbnail(maximumSide: 720)
            let downsample = Double(slide.levels[0].size.width) / Double(picture.size.width)
            let tumor = TumorMask(
                try shown.annotations(), slideSize: slide.levels[0].size, downsample: downsample)
            step.figure(
                picture.outlining(
                    tumor.mask.fitted(to: picture.size), color: RGB(20, 120, 40), thickness: 2),
                name: "slide", caption: "\(shown.name): the metastasis outlined in green.",
                alternative: "Pink and blue tissue on white glass; a green line around tumour.")
        }
        try lesson.step("Where is tissue?") { step in
            step.question(
                "Which part of a slide is tissue, and which is empty glass?", unit: "% tissue")
            let tissue = try TissueMask(of: slide)
            step.number(
                "tissueFraction", tissue.fraction, "tissue on this slide", format: .percent(0))
            step.answer("\(Int((100 * tissue.fraction).rounded())) % of this slide is tissue.")
            step.words(
                """
                Glass is colourless, stained tissue is not: a pixel is tissue where its saturation \
                lies above a threshold, which Otsu's method finds from the histogram. Darkness \
                would not do: pen strokes and unscanned blocks are dark too.
                """)
            step.equation(
                "t = argmax_t w_0(t) w_1(t) (μ_0(t) - μ_1(t))^2",
                where: [
                    "t": "the threshold", "w_0, w_1": "the share of pixels below and above t",
                    "μ_0, μ_1": "their mean saturation",
                ])
            step.figure(
                try TissuePicture(slide: slide, tissue: tissue).image, name: "tissue",
                caption: "The border of the tissue mask in yellow.",
                alternative: "The slide with a yellow line around each piece of tissue.")
        }
    }
}
