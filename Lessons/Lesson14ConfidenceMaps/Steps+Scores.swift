import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Step 8: one number by which slides are sorted.
extension MapCourse {
    func showScores() throws {
        try lesson.step("scores") { step in
            step.number("chance", 1 - exp(-2.0), .percent(0))
            try showHealthy(step)
            let (dense, coarse) = (study.main.dense[0], study.strides[0])
            let count = Self.largest(in: dense)
            step.number("largestCount", count)
            step.number("largestArea", Double(count) * pow(dense.cellMicrons.mean / 1000, 2))
            step.number("smoothRadius", Self.smoothRadius, .integer)
            let rules =
                [
                    .maximum, .quantile(0.999), .meanOfLargest(count),
                    .smoothedMaximum(radius: Self.smoothRadius), .meanOfLargest(.max),
                ] as [SlideScore]
            let areas = try rules.map { rule in
                try study.each { detector in
                    try study.slideArea { try $0.dense[detector].score(rule) }
                }
            }
            let single = try study.each { detector in
                try study.slideArea {
                    try $0.map(stride: coarse, detector: detector).score(.maximum)
                }
            }
            showAreas(areas, single, step)
            let transposed = try study.each { detector in
                try study.slideArea { try $0.dense[detector].transposed.score(.maximum) }
            }
            step.number("rightArea", areas[0][0])
            step.number("transposedArea", transposed[0])
            step.choose("bug", areas[0][0] == transposed[0] ? "same" : "differs")
            try showInterval(rules[2], step)
            try compareOwnScore(count, step)
        }
    }

    /// The radius of the disk over which is averaged, in micrometres.
    private static let smoothRadius = 75.0

    /// So many cells as a disk of 0.2 mm across has, the smallest micro-metastasis.
    private static func largest(in map: ConfidenceMap) -> Int {
        let radius = 100 / map.cellMicrons.mean
        return max(1, Int((Double.pi * radius * radius).rounded()))
    }

    private func showAreas(_ areas: [[Double]], _ single: [Double], _ step: LessonStep) {
        let ranges = areas.map { Spread(values: $0).range(.decimals(3)) }
        step.text("maximumArea", ranges[0])
        step.text("quantileArea", ranges[1])
        step.text("largestAreas", ranges[2])
        step.text("smoothedArea", ranges[3])
        step.text("meanAreas", ranges[4])
        step.text("coarseArea", Spread(values: single).range(.decimals(3)))
        step.choose("robust", Self.relation(areas[2], areas[0]))
        step.choose("drowned", Self.relation(areas[4], areas[2]))
    }

    /// How high the surest cell of slides without metastases is.
    private func showHealthy(_ step: LessonStep) throws {
        let healthy = study.slides.filter { !$0.record.isPositive }
        func mean(_ map: (MappedSlide) -> ConfidenceMap) throws -> Double {
            try healthy.reduce(0) { $0 + (try map($1).score(.maximum)) } / Double(healthy.count)
        }
        step.number("healthyCount", healthy.count)
        step.number("coarseHealthy", try mean { $0.map(stride: study.strides[0], detector: 0) })
        step.number("fineHealthy", try mean { $0.centerMap(detector: 0) })
        step.number("averagedHealthy", try mean { $0.dense[0] })
    }

    private func showInterval(_ rule: SlideScore, _ step: LessonStep) throws {
        let patients = study.slides.map(\.record.patient)
        step.number("patientCount", Set(patients).count)
        // Fewer patients give no interval that means anything.
        let interval =
            Set(patients).count < 5
            ? nil
            : try ROCCurve.areaInterval(
                scores: try study.slides.map { try $0.dense[0].score(rule) },
                labels: study.slides.map(\.record.isPositive), groups: patients,
                seed: lesson.seed, samples: 1000)
        step.choose("interval", interval == nil ? "none" : "some")
        guard let interval else { return }
        step.number("intervalLow", interval.lower, .decimals(2))
        step.number("intervalHigh", interval.upper, .decimals(2))
    }

    private func compareOwnScore(_ count: Int, _ step: LessonStep) throws {
        let map = study.main.dense[0]
        let covered = (0..<map.covered.size.height).map { y in
            (0..<map.covered.size.width).map { map.covered[x: $0, y: y] }
        }
        try step.compare(
            mine, ConfidenceMapsCalls.slideScore, map.rows, covered, count,
            with: try map.score(.meanOfLargest(count)))
    }
}

extension MapStudy {
    /// The area under the ROC curve over slides.
    ///
    /// - Throws: `EvaluationError` if all slides are of one class.
    func slideArea(by score: @Sendable (MappedSlide) throws -> Double) throws -> Double {
        try ROCCurve(
            scores: try parallelMap(slides.count) { try score(slides[$0]) },
            labels: slides.map(\.record.isPositive)
        ).area
    }
}
