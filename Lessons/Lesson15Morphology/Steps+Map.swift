import CourseKit
import DeepTeaching
import LessonSlides

/// Step 1: what stands above a threshold is not yet a count of metastases.
extension MorphologyCourse {
    func showMap(_ view: MapView) throws {
        try lesson.step("map") { step in
            step.number("detectorCount", MapStudy.detectors)
            step.number("slideCount", study.slides.count)
            step.number("positiveCount", study.slides.count(where: \.record.isPositive))
            step.text("mainSlide", view.mapped.record.name)
            step.number("cellMicrons", view.cell, .decimals(1))
            step.number("mapWidth", view.mask.size.width)
            step.number("mapHeight", view.mask.size.height)
            let lesions = view.mapped.lesions
            step.number("lesionCount", lesions.count)
            step.figure(
                "map",
                .sideBySide(
                    [
                        view.mapPicture, view.picture(view.mask),
                        view.picture(view.mapped.truth, .green),
                    ], spacing: 8))
            let regions = view.mask.connectedComponents(connectivity: .eight)
            step.number("regionCount", regions.count)
            let speck = 100 * 100 / (view.cell * view.cell)
            step.number("speckCount", regions.areas.count { Double($0) < speck })
            step.number("largestRegion", regions.longest(view.cell) / 1000, .decimals(2))
            step.number("largestLesion", lesions.longest(view.cell) / 1000, .decimals(2))
            step.choose(
                "countEffect",
                regions.count > lesions.count
                    ? "more" : regions.count < lesions.count ? "fewer" : "same")
        }
    }
}
