import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 5: one point for each metastasis.
extension MapCourse {
    func showPeaks() throws {
        try lesson.step("peaks") { step in
            let map = study.main.dense[0]
            let above = map.probabilities.mask(above: MapStudy.threshold)
            step.number("cellsAbove", above.intersection(map.covered).foregroundCount)
            step.number("radius", MapStudy.radius, .integer)
            let (radius, threshold) = (MapStudy.radius, MapStudy.threshold)
            // listing: MapCourse.peaks
            let peaks = try map.peaks(radius: radius, above: threshold)
            let later = try map.peaks(radius: radius, above: 0)
                .filter { $0.probability > Double(threshold) }
            // end listing
            step.number("peakCount", peaks.count)
            step.number("laterCount", later.count)
            step.number("mainLesions", study.main.lesions.lesions.count)
            step.choose("orders", peaks == later ? "same" : "differ")
            let thumbnail = try study.main.thumbnail()
            let view = SlideRaster(
                try study.main.overlaid(map, thumbnail), frame: thumbnail.frame)
            step.figure("peaks", view.marking(peaks.map(\.center), color: .black))
            try showRadii(step)
            try compareOwnPeaks(step)
        }
    }

    private func showRadii(_ step: LessonStep) throws {
        let radii = [0, 100, MapStudy.radius, 400, 800]
        let results = try radii.map { radius in
            try study.each { detector in
                try FindResult(study.peaks(radius: radius) { $0.dense[detector] }, of: study)
            }
        }
        func spread(_ index: Int, _ value: (FindResult) -> Double) -> Spread {
            Spread(values: results[index].map(value))
        }
        step.table(
            "radii",
            rows: radii.indices.map { index in
                [
                    NumberFormat.integer.text(radii[index]),
                    spread(index) { $0.sure.falsePositives }.range(.decimals(1)),
                    spread(index) { $0.sure.found }.range(.percent(0)),
                    spread(index, \.score).range(.decimals(2)),
                ]
            })
        step.number("allAlarms", spread(0) { $0.sure.falsePositives }.mean, .integer)
        step.number("radiusAlarms", spread(2) { $0.sure.falsePositives }.mean, .decimals(1))
        step.number("radiusFound", spread(2) { $0.sure.found }.mean, .percent(0))
        step.number("wideFound", spread(4) { $0.sure.found }.mean, .percent(0))
        let found = [4, 2].map { results[$0].map(\.sure.found) }
        step.choose(
            "wide",
            found.joined().contains { $0 > 0 } ? Self.relation(found[0], found[1]) : "nothing")
    }

    private func compareOwnPeaks(_ step: LessonStep) throws {
        // A coarse map, since a student's function may take long: cells as wide as a patch.
        let map = study.main.map(stride: study.strides[0], detector: 0)
        let radius = 2.0
        let cells = try map.peaks(
            radius: radius * map.cellMicrons.mean * 1.000001, above: MapStudy.threshold
        ).map { peak in
            let cell = map.frame.pixel(under: peak.center)
            return [cell.x, cell.y]
        }
        try step.compare(
            mine, ConfidenceMapsCalls.nonMaximumSuppression, map.rows, radius,
            Double(MapStudy.threshold), with: cells, part: { $0.map { [$0.column, $0.row] } })
    }
}
