import CourseKit
import DeepTeaching
import LessonSlides
import SyntheticCohort

/// Step 7: k-means on colours finds tissue.
extension ClusteringCourse {
    func showColors() throws {
        try lesson.step("colors") { step in
            let cohort = CohortPlan(profile: .nano, seed: 1)
            let plans = cohort.slides.map(cohort.slidePlan)
            let inked = plans.filter { !$0.points(of: .pen).isEmpty }.prefix(1)
            let clean = plans.filter { $0.points(of: .pen).isEmpty }.prefix(3)
            let slides = try (clean + inked).map { try ColorTissue($0) }
            step.number("slideCount", slides.count)
            step.number("slidePixels", slides[0].image.size.area)
            var rows: [[String]] = []
            var missed: [[Double]] = []
            var (otsu, means, distances) = ([Double](), [[Double]](), [Int]())
            for slide in slides {
                let found = try [2, 3, 4].map { try slide.byColors($0, seed: lesson.seed) }
                let shares = found.map { slide.overlap(of: $0.mask) }
                otsu.append(slide.overlap(of: slide.byOtsu))
                means.append(shares)
                distances.append(found[1].distances)
                missed.append([slide.byOtsu, found[1].mask].map { slide.missed(by: $0) })
                rows.append(
                    [slide.name + (slide.hasInk ? ", pen" : "")]
                        + ([otsu[otsu.count - 1]] + shares).map { NumberFormat.percent(1).text($0) }
                )
                if rows.count == 1 {
                    step.figure("colors", picture(of: slide, found[1]))
                }
            }
            step.table("tissueTable", rows: rows)
            step.number("otsuMissed", missed.map { $0[0] }.mean, .percent(1))
            step.number("colorMissed", missed.map { $0[1] }.mean, .percent(1))
            let three = means.map { $0[1] }.mean
            step.number("otsuTissue", otsu.mean, .percent(1))
            step.number("colorTissue", three, .percent(1))
            step.choose(
                "tissue",
                three > otsu.mean + 0.02 ? "colors" : three < otsu.mean - 0.02 ? "otsu" : "same")
            step.number(
                "colorDistances",
                Double(distances.reduce(0, +)) / Double(distances.count) / 1e6, .integer)
        }
    }

    private func picture(
        of slide: ColorTissue,
        _ found: (labels: [Int], mask: Mask, centroids: [[Double]], distances: Int)
    ) -> Image {
        .grid(
            [
                slide.image, slide.painted(found.labels, found.centroids),
                slide.image.overlaying(slide.byOtsu, color: .blue, opacity: 0.6),
                slide.image.overlaying(slide.truth, color: .green, opacity: 0.6),
            ].map {
                $0.resized(
                    to: PixelSize(width: $0.size.width / 2, height: $0.size.height / 2))
            }, columns: 2, spacing: 8)
    }
}
