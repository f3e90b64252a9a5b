import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 10: the slide in pieces that a network can read.
extension TissueCourse {
    func showGrid(_ main: SlideRecord, _ view: SlideView) throws {
        try lesson.step("grid") { step in
            step.number("patchSide", grid.side)
            step.number("patchMicrons", Int(Double(grid.side) * grid.micronsPerPixel))
            let slide = try main.open()
            let layout = try grid.layout(on: slide)
            let patches = try grid.patches(on: slide, tissue: view.tissue)
            let all = layout.columns * layout.rows
            step.number("gridPatches", all)
            step.number("keptPatches", patches.count)
            step.number("keptShare", Double(patches.count) / Double(all), .percent(0))
            let begun = [layout.slideSize.width, layout.slideSize.height].map {
                started(along: $0, stride: layout.stride)
            }
            step.number("wrongHanging", begun[0] * begun[1] - all)
            step.figure("grid", try picture(of: patches.map(\.region), on: slide))
            if let own = try step.value(
                of: mine, TissueExtractionCalls.patchGrid, view.tissue.mask, 8, 8,
                grid.minimumTissue)
            {
                step.number("mineGridPatches", own.count)
                step.figure("mineGrid", view.overview.pixels.outlining(own, color: Self.blue))
            }
        }
    }

    private static let blue = RGB(0, 114, 178)

    /// How many patches begin on a slide, along one axis.
    private func started(along length: Int, stride: Double) -> Int {
        // listing: TissueCourse.started
        Int((Double(length) / stride).rounded(.up))
        // end listing
    }

    private func picture(of regions: [BaselineRectangle], on slide: any Slide) throws -> Image {
        let picture = try slide.thumbnail(maximumSide: 720)
        let squares = regions.map(picture.frame.pixels(nearest:))
        return picture.pixels.outlining(squares, color: Self.blue)
    }
}
