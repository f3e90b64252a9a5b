import CourseKit
import DeepTeaching
import LessonSlides

/// Step 1: what is asked, and patches of three parts.
extension NetworkCourse {
    func showPatches(_ data: PatchParts) throws {
        try lesson.step("patches") { step in
            let microns = Double(source.grid.side) * source.grid.micronsPerPixel
            step.number("patchMicrons", microns, .decimals(0))
            step.figure("tumor", examples(of: data.training, isTumor: true))
            step.figure("normal", examples(of: data.training, isTumor: false))
            step.choose("patients", parts.sharesPatients ? "shared" : "apart")
            step.choose("slides", source.isSynthetic ? "synthetic" : "real")
            showParts(data, step)
        }
    }

    /// Eight patches of a class, at even distances.
    private func examples(of table: PatchTable, isTumor: Bool) -> Image {
        let own = zip(table.patches.images, table.isTumor).filter { $1 == isTumor }.map(\.0)
        let shown = (0..<min(8, own.count)).map { own[(2 * $0 + 1) * own.count / 16] }
        return Image.grid(shown, columns: 8, spacing: 4).enlarged(by: 2)
    }

    private func showParts(_ data: PatchParts, _ step: LessonStep) {
        step.text("trainingPatients", patients(parts.training))
        step.text("validationPatients", patients(parts.validation))
        step.text("testPatients", patients(parts.test))
        step.number("trainingSlides", parts.training.count)
        step.number("validationSlides", parts.validation.count)
        step.number("testSlides", parts.test.count)
        step.number("trainingPatches", data.training.count)
        step.number("validationPatches", data.validation.count)
        step.number("testPatches", data.test.count)
        step.number("trainingTumors", data.training.isTumor.count { $0 })
        step.number("validationTumors", data.validation.isTumor.count { $0 })
        step.number("testTumors", data.test.isTumor.count { $0 })
    }

    private func patients(_ slides: [SlideRecord]) -> String {
        Set(slides.map(\.patient)).sorted().map(String.init).joined(separator: ", ")
    }
}
