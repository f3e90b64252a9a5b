import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 9: what a pathologist drew becomes pixels.
extension TissueCourse {
    func showOutlines(_ main: SlideRecord, _ view: SlideView) throws {
        try lesson.step("outlines") { step in
            let outlines = try main.outlines().filter { $0.kind == .tumor }
                .map { $0.outline.map(view.overview.frame.position) }
            let hole = outlines[0].shrunk(to: 0.45)
            let size = view.overview.pixels.size
            // listing: TissueCourse.masks
            let right = Mask(size: size, filling: outlines, excluding: [hole])
            let filled = Mask(size: size, filling: outlines)
            // end listing
            let pixelArea = view.micronsPerPixel * view.micronsPerPixel / 1e6
            let extra = Double(filled.foregroundCount) / Double(max(1, right.foregroundCount)) - 1
            step.number("tumorArea", Double(right.foregroundCount) * pixelArea, .decimals(2))
            step.number("wrongHoleExtra", extra, .percent(1))
            step.figure(
                "outline",
                view.overview.pixels.overlaying(right, color: RGB(213, 94, 0), opacity: 0.5)
                    .outlining(filled, color: RGB(120, 30, 0), thickness: 1))
            try step.compare(
                mine, TissueExtractionCalls.rasterize, outlines, [hole], size, with: right)
        }
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
