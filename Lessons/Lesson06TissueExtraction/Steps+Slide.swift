import CourseKit
import DeepTeaching
import Foundation
import LessonSlides

/// Steps 1 and 2: what a slide is, and what its colours say.
extension TissueCourse {
    func showSlide(_ main: SlideRecord) throws -> SlideView {
        try lesson.step("slide") { step in
            let view = try view(of: main)
            step.text("mainSlide", main.name)
            step.number("overviewMicrons", Int(view.micronsPerPixel))
            step.figure("slide", view.overview.pixels)
            step.number("tissueShare", view.tissue.fraction, .percent(1))
            step.number("slidePixels", try main.open().levels[0].size.area)
            step.choose("slides", isSynthetic ? "synthetic" : "real")
            return view
        }
    }

    private func view(of main: SlideRecord) throws -> SlideView {
        let slide = try main.open()
        let resolution = slide.assumedMicronsPerPixel.mean
        let overview = try slide.overview(downsample: max(1, 16 / resolution))
        return SlideView(
            overview: overview, tissue: TissueMask(of: overview, micronsPerPixel: resolution),
            resolution: resolution)
    }

    func showHistogram(_ view: SlideView) throws {
        try lesson.step("histogram") { step in
            let histogram = view.histogram
            let curve = Plot.Curve(
                "all", x: histogram.counts.indices.map(histogram.center),
                y: histogram.counts.map { log10(Double(max(1, $0))) }, style: .steps)
            step.plot("histogram", [curve])
        }
    }
}
