import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 5: what a pathologist drew becomes pixels.
extension TissueCourse {
    func showOutlines(_ main: LessonSlide, _ view: SlideView) throws {
        try lesson.step("From outlines to pixels") { step in
            let outlines = try main.outlines().filter { $0.kind == .tumor }
                .map { $0.outline.pixels(downsample: view.overview.downsample) }
            let hole = outlines[0].shrunk(to: 0.45)
            step.words(
                """
                Where is the metastasis? A pathologist clicked around it, corner by corner. The \
                file keeps the corners (ASAP XML, in pixels of level 0); for training we need to \
                know of each pixel whether it lies inside. Stand on the pixel's centre and walk to \
                the right: whoever crosses the outline an odd number of times started inside.
                """)
            step.equation(
                "\"crossing\" = x_1 + (y - y_1) / (y_2 - y_1) (x_2 - x_1)",
                where: [
                    "x_1, y_1": "the corner a of an edge, in the code a.x and a.y",
                    "x_2, y_2": "the next corner b",
                    "x, y": "the centre of a pixel: column + 0.5, row + 0.5",
                ])
            step.words(
                "The edge counts if one end lies at or above the height y, the other below it, and "
                    + "the crossing to the right of x.")
            step.code(
                """
                for (index, a) in outline.enumerated() {
                    let b = outline[(index + 1) % outline.count]
                    if (a.y <= y) == (b.y <= y) { continue }
                    let crossing = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
                    if crossing > x { isInside.toggle() }
                }
                """, caption: "One pixel, one outline: each crossing changes the side.")
            step.words(
                """
                Suppose that the pathologist also cut a hole out of the metastasis, where normal \
                tissue was left: an *exclusion*. Holes are taken away from all outlines.
                """)
            step.glossary("exclusion", "an outline around what is not tumour inside a tumour")
            step.question(
                "Forget the hole: by how much does the tumour become too large?", unit: "%")
            try showMasks(outlines, hole, view, step)
            step.words("Exercise: `rasterize` in Exercises/Lesson06TissueExtraction.swift.")
        }
    }

    private func showMasks(
        _ outlines: [[PixelPoint]], _ hole: [PixelPoint], _ view: SlideView, _ step: StepWriter
    ) throws {
        let size = view.overview.image.size
        let right = Mask(size: size, filling: outlines, excluding: [hole])
        let filled = Mask(size: size, filling: outlines)
        let pixelArea = view.micronsPerPixel * view.micronsPerPixel / 1e6
        let area = Double(right.foregroundCount) * pixelArea
        let extra = Double(filled.foregroundCount) / Double(max(1, right.foregroundCount)) - 1
        step.number("tumorArea", area, "Tumour without the hole", unit: "mm²", digits: 2)
        step.number(
            "wrongHoleExtra", extra, "Wrong way: too large, if the hole is forgotten",
            format: .percent(1))
        step.answer(
            "By \(NumberFormat.percent(0).text(extra)), the area of the hole. Its patches would be learnt as tumour, and they are "
                + "normal.")
        step.figure(
            view.overview.image.overlaying(right, color: RGB(213, 94, 0), opacity: 0.5)
                .outlining(filled, color: RGB(120, 30, 0), thickness: 1),
            name: "outline", caption: "The metastasis as a mask, with the hole.",
            alternative: "A region of the tissue is orange, with a patch of violet left inside.")
        guard let mine else { return }
        guard
            let own = try mine.value(
                of: TissueExtractionCalls.rasterize, outlines, [hole], size, say: step.words),
            own.size == size
        else { return }
        let different = zip(own.pixels, right.pixels).count { $0 != $1 }
        step.words("**Yours** differs from the library's in \(different) of \(size.area) pixels.")
    }
}

extension [BaselinePoint] {
    /// Corners in level-0 pixels as corners on a coarser picture.
    fileprivate func pixels(downsample: Double) -> [PixelPoint] {
        map { PixelPoint(x: $0.x / downsample, y: $0.y / downsample) }
    }
}

extension [PixelPoint] {
    /// The same outline, smaller, around the mean of its corners.
    fileprivate func shrunk(to share: Double) -> [PixelPoint] {
        let x = reduce(0) { $0 + $1.x } / Double(count)
        let y = reduce(0) { $0 + $1.y } / Double(count)
        return map { PixelPoint(x: x + share * ($0.x - x), y: y + share * ($0.y - y)) }
    }
}
