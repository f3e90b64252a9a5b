import CourseKit
import DeepTeaching
import LessonSlides

/// The question, and the patches that stand for it.
extension ConvolutionCourse {
    func showPatches() throws -> PatchData {
        try lesson.step("patches") { step in
            let grid = source.grid
            step.number("side", grid.side)
            step.number("patchWidth", Double(grid.side) * grid.micronsPerPixel, .decimals(0))
            step.choose("slides", source.isSynthetic ? "painted" : "real")
            step.choose(
                "hospitals", Set(hospitals.training.map(\.center)).count == 1 ? "one" : "two")
            step.text("trainingCenters", centers(of: hospitals.training))
            step.text("unknownCenters", centers(of: hospitals.unknown))
            let data = try PatchData(
                hospitals, grid: grid, isComplete: source.isSynthetic, in: lesson)
            step.figure("patches", gallery(data))
            showNuclei(data, step)
            showCounts(data, step)
            return data
        }
    }

    private func centers(of slides: [SlideRecord]) -> String {
        Set(slides.map(\.center)).sorted().map(String.init).joined(separator: ", ")
    }

    private func gallery(_ data: PatchData) -> Image {
        func row(_ isTumor: Bool) -> [Image] {
            let patches = data.known.filter { $0.isTumor == isTumor }
            return (0..<min(8, patches.count)).map {
                patches[$0 * patches.count / 8].moved()
            }
        }
        return .grid(
            (row(true) + row(false)).map { $0.enlarged(by: enlargement(to: 128)) }, columns: 8)
    }

    /// How bright the darkest quarter of the pixels is: mostly nuclei.
    private func showNuclei(_ data: PatchData, _ step: LessonStep) {
        func brightness(_ isTumor: Bool) -> Double {
            let values = data.known.filter { $0.isTumor == isTumor }.flatMap { patch in
                let sorted = patch.moved().luma().values.sorted()
                return sorted.prefix(sorted.count / 4)
            }
            return Double(values.reduce(0, +)) / Double(max(1, values.count))
        }
        let (tumor, normal) = (brightness(true), brightness(false))
        step.number("tumorBrightness", tumor, .decimals(0))
        step.number("normalBrightness", normal, .decimals(0))
        let difference = tumor - normal
        step.choose("nuclei", difference > 3 ? "paler" : difference < -3 ? "darker" : "alike")
    }

    private func showCounts(_ data: PatchData, _ step: LessonStep) {
        step.number("trainingSlides", hospitals.training.count)
        step.number("trainingPatches", data.training.count)
        step.number("trainingTumor", data.training.tumorCount)
        step.number("knownSlides", hospitals.known.count)
        step.number("knownPatches", data.known.count)
        step.number("knownTumor", data.known.count { $0.isTumor })
        step.number("unknownSlides", hospitals.unknown.count)
        step.number("unknownPatches", data.unknown.count)
        step.number("unknownTumor", data.unknown.count { $0.isTumor })
    }
}
