import CourseKit
import DeepTeaching

/// Step 1: one label, and very many pixels.
extension SlideCourse {
    func showHaystack(_ cohorts: Cohorts) throws {
        try lesson.step("haystack") { step in
            let slides = cohorts.test.slides
            step.number("slideCount", cohorts.training.slides.count)
            step.number("testCount", slides.count)
            step.number("slideSide", DrawnSlide.side)
            step.number("patchSide", SlideReading.patchSide)
            step.number("placeCount", SlideReading.placeCount)
            step.number("reduction", SlideReading.reduction)
            step.number("overviewSide", SlideReading.overviewSide)
            step.number("tumorShare", cohorts.test.tumorShare, .percent(1))
            // 100,000 pixels on a side, patches of 224.
            step.number("realPatches", 447 * 447)
            step.figure(
                "slides",
                .grid(
                    slides.prefix(2).flatMap { [$0.picture(), $0.overviewPicture()] },
                    columns: 2, spacing: 8))
        }
    }
}
