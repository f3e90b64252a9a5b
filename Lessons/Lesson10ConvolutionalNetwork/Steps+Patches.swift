import CourseKit
import DeepTeaching
import LessonSlides

/// Step 1: the question, and the patches that stand for it.
extension ConvolutionCourse {
    func showPatches() throws -> PatchData {
        try lesson.step("Tumour, wherever it lies in the patch") { step in
            step.words(
                """
                A pathologist who looks for metastases moves the slide under the microscope. A nest \
                of tumour cells is a nest in the middle of the view and at its border: large pale \
                nuclei, crowded, with little between them, where small dark lymphocytes should be. \
                Nobody learns it once for the left and once for the right.

                The network of Lesson 9 does. It gives every pixel weights of its own, so what it \
                learnt about the pixel in row 3 says nothing about row 4. This lesson builds the \
                network that looks as the pathologist does: through a small window that moves.
                """)
            step.glossary("nucleus", "the core of a cell, blue in H&E; in tumour larger and paler")
            step.glossary("lymphocyte", "the small round cell that fills a lymph node")
            step.glossary("patch", "the square piece of a slide that a network sees at once")
            let grid = source.grid
            let data = try PatchData(
                hospitals, grid: grid, isComplete: source.isSynthetic, in: lesson)
            showGallery(data, step)
            step.words(
                """
                The patches of \(grid.side) x \(grid.side) pixels cover \
                \(Int(Double(grid.side) * grid.micronsPerPixel)) µm. Networks learn from slides of \
                \(Set(hospitals.training.map(\.center)).count == 1 ? "one hospital" : "two hospitals"); \
                other slides of the same hospitals examine them, and so do slides of hospitals that \
                they never saw.
                """)
            showCounts(data, step)
            if source.isSynthetic {
                step.words(
                    """
                    The slides are painted by this course's generator. It outlines all tumour, so \
                    here the rest of a positive slide counts as normal. `--data FOLDER` takes slides \
                    of CAMELYON17, where only slides without any metastasis give normal patches.
                    """)
            }
            return data
        }
    }

    private func showGallery(_ data: PatchData, _ step: StepWriter) {
        func row(_ isTumor: Bool) -> [Image] {
            let patches = data.known.filter { $0.isTumor == isTumor }
            return (0..<min(8, patches.count)).map {
                patches[$0 * patches.count / 8].moved()
            }
        }
        step.figure(
            .grid(
                (row(true) + row(false)).map { $0.enlarged(by: 128 / source.grid.side) }, columns: 8
            ),
            name: "patches", caption: "Above patches of tumour, below of normal tissue.",
            alternative: "Above: large pale nuclei, close together. Below: small dark nuclei, "
                + "strands and gaps.")
    }

    private func showCounts(_ data: PatchData, _ step: StepWriter) {
        func row(_ name: String, _ slides: [LessonSlide], _ isTumor: [Bool]) -> [String] {
            let centers = Set(slides.map(\.center)).sorted().map(String.init)
            return [
                name, centers.joined(separator: ", "), "\(slides.count)", "\(isTumor.count)",
                "\(isTumor.count { $0 })",
            ]
        }
        step.table(
            header: ["", "hospitals", "slides", "patches", "of them tumour"],
            rows: [
                row("to learn from", hospitals.training, data.training.isTumor),
                row("unseen slides", hospitals.known, data.known.map(\.isTumor)),
                row("unseen hospitals", hospitals.unknown, data.unknown.map(\.isTumor)),
            ], alignment: [.left, .left, .right, .right, .right],
            caption: "What is learnt from, and what examines.")
    }
}
