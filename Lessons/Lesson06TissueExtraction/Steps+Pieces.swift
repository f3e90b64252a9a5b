import CourseKit
import DeepTeaching
import LessonSlides

/// Step 8: small pieces and small holes, by their area.
extension TissueCourse {
    func showPieces(_ main: SlideRecord, _ view: SlideView) throws {
        try lesson.step("pieces") { step in
            let slide = try main.open()
            let resolution = slide.assumedMicronsPerPixel
            let coarse = try slide.overview(downsample: 2 * view.overview.downsample)
            let threshold = Float(view.tissue.threshold ?? 0.1)
            let kept = try [view.overview, coarse].enumerated().map { number, overview in
                let raw = SlideRaster(
                    overview.pixels.saturation().mask(above: threshold), frame: overview.frame)
                // listing: TissueCourse.pieces
                let large = try raw.removingPieces(
                    smallerThan: 0.015, at: resolution)
                let whole = try large.fillingHoles(upTo: 0.03, at: resolution)
                // end listing
                if number == 0 {
                    let closed =
                        try whole.foregroundArea(at: resolution)
                        - large.foregroundArea(at: resolution)
                    step.number("closedHoles", closed, .decimals(3))
                }
                return [raw.pixels, raw.pixels.removingComponents(smallerThan: 59), large.pixels]
                    .map { $0.connectedComponents(connectivity: .eight).count }
            }
            step.choose("limits", kept.allSatisfy { $0[1] == $0[2] } ? "same" : "differ")
            step.table(
                "pieces",
                rows: zip([view.overview, coarse], kept).map { overview, counts in
                    let microns = Int((overview.downsample * resolution.mean).rounded())
                    return ["\(microns) µm a pixel"] + counts.map { "\($0)" }
                })
        }
    }
}
