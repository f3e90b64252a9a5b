import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 6: the slide in pieces that a network can read.
extension TissueCourse {
    func showGrid(_ main: LessonSlide, _ view: SlideView) throws {
        try lesson.step("A grid of patches") { step in
            let slide = try main.open()
            let layout = try grid.layout(on: slide)
            let places = try grid.places(on: slide, tissue: view.tissue)
            let micrometres = Int(Double(grid.side) * grid.micronsPerPixel)
            step.words(
                """
                A network reads \(grid.side) x \(grid.side) pixels at once: a patch of \
                \(micrometres) µm, about a dozen nuclei wide. So we lay a grid on the slide. The \
                corners are multiples of the *stride*; a patch is kept if it lies wholly on the \
                slide, and if enough of it is tissue.
                """)
            step.glossary("stride", "the distance from one patch's corner to the next one's")
            step.equation(
                "f = n_\"tissue\" / s^2 >= f_\"min\"",
                where: [
                    "f": "share of the patch that is tissue",
                    "n_\"tissue\"": "its pixels that are tissue", "s": "its side in pixels",
                ])
            step.code(
                """
                for y in Swift.stride(from: 0, through: height - side, by: stride) {
                    for x in Swift.stride(from: 0, through: width - side, by: stride) {
                        let patch = PixelRectangle(x: x, y: y, width: side, height: side)
                        if fraction(of: patch) >= minimumTissue { patches.append(patch) }
                    }
                }
                """, caption: "through: width - side is the last corner at which a patch fits.")
            step.question("How many of all patches hold at least half tissue?", unit: "%")
            let all = layout.columns * layout.rows
            step.number("gridPatches", all, "Patches that fit")
            step.number("keptPatches", places.count, "Kept: at least half tissue")
            step.answer(
                "\(NumberFormat.percent(0).text(Double(places.count) / Double(all))). The network is "
                    + "spared the rest.")
            step.number(
                "wrongHanging", hanging(layout),
                "Wrong way: further patches that hang over the border")
            try showPatches(places, slide, step)
            try showOwnGrid(view, step)
            step.words("Exercise: `patchGrid` in Exercises/Lesson06TissueExtraction.swift.")
        }
    }

    /// How many patches begin on the slide and end beyond it.
    private func hanging(_ layout: PatchLayout) -> Int {
        func started(in length: Int) -> Int {
            Int((Double(length) / layout.stride).rounded(.up))
        }
        return started(in: layout.slideSize.width) * started(in: layout.slideSize.height)
            - layout.columns * layout.rows
    }

    private func showPatches(
        _ places: [PatchPlace], _ slide: any Slide, _ step: StepWriter
    ) throws {
        let picture = try slide.thumbnail(maximumSide: 720)
        let scale = Double(picture.size.width) / Double(slide.levels[0].size.width)
        let squares = places.map { place in
            let x = Int((place.origin.x * scale).rounded())
            let y = Int((place.origin.y * scale).rounded())
            return PixelRectangle(
                x: x, y: y, width: Int(((place.origin.x + place.side) * scale).rounded()) - x,
                height: Int(((place.origin.y + place.side) * scale).rounded()) - y)
        }
        step.figure(
            picture.outlining(squares, color: RGB(0, 114, 178)), name: "grid",
            caption: "The kept patches.",
            alternative: "Blue squares cover the tissue and leave the glass free.")
    }

    private func showOwnGrid(_ view: SlideView, _ step: StepWriter) throws {
        guard let mine else { return }
        let (side, stride) = (8, 8)
        guard
            let own = try mine.value(
                of: TissueExtractionCalls.patchGrid, view.tissue.mask, side, stride,
                grid.minimumTissue, say: step.words)
        else { return }
        step.figure(
            view.overview.image.outlining(own, color: RGB(0, 114, 178)), name: "mineGrid",
            caption: "**Yours:** \(own.count) patches of 8 pixels of the mask.",
            alternative: "The patches that your function keeps, as blue squares.")
    }
}
