import CourseKit
import Curriculum
import DeepTeaching

/// Step 6: how wide an interval is, and how often it holds the truth.
extension EvaluationCourse {
    /// Intervals of many studies of one size.
    private struct Studies: Sendable {
        let byPatient: [BootstrapInterval]
        let bySlide: [BootstrapInterval]

        /// The share of the intervals that hold the true accuracy.
        static func coverage(_ intervals: [BootstrapInterval]) -> Double {
            let truth = SimulatedSlides.trueAccuracy
            let holding = intervals.count { $0.lower <= truth && truth <= $0.upper }
            return Double(holding) / Double(intervals.count)
        }

        static func width(_ intervals: [BootstrapInterval]) -> Double {
            intervals.map(\.width).mean
        }
    }

    func showIntervals() throws {
        try lesson.step("intervals") { step in
            step.number("trueAccuracy", SimulatedSlides.trueAccuracy, .percent(1))
            let repeats = lesson.options.full ? 2000 : 400
            step.number("studies", repeats)
            var all: [Int: Studies] = [:]
            for patients in [8, 40, 400] {
                all[patients] = try lesson.progress("Repeating a study of \(patients) patients") {
                    _ in try studies(repeats, patients: patients)
                }
            }
            show(all, step)
            try compareInterval(step)
        }
    }

    private func studies(_ count: Int, patients: Int) throws -> Studies {
        let seed = lesson.seed
        let pairs = try parallelMap(count) { study in
            var generator = SeededGenerator(seed: seed, stream: "study \(patients) \(study)")
            let slides = SimulatedSlides(patients: patients, using: &generator)
            let right = slides.rightCalls
            // listing: EvaluationCourse.intervals
            func accuracy(_ items: [Int]) -> Double {
                items.reduce(0) { $0 + right[$1] } / Double(items.count)
            }
            let byPatient = try bootstrapInterval(
                groups: slides.patients, seed: seed, samples: 400,
                statistic: accuracy)
            let bySlide = try bootstrapInterval(
                groups: Array(right.indices), seed: seed, samples: 400,
                statistic: accuracy)
            // end listing
            return (byPatient, bySlide)
        }
        return Studies(byPatient: pairs.map(\.0), bySlide: pairs.map(\.1))
    }

    private func show(_ all: [Int: Studies], _ step: LessonStep) {
        guard let eight = all[8], let forty = all[40], let many = all[400] else { return }
        step.number(
            "eightPatientWidth", Studies.width(eight.byPatient), .percent(1))
        step.number(
            "eightPatientCoverage", Studies.coverage(eight.byPatient), .percent(1))
        step.number(
            "wrongEightSlideWidth", Studies.width(eight.bySlide), .percent(1))
        step.number(
            "wrongEightSlideCoverage", Studies.coverage(eight.bySlide), .percent(1))
        step.number(
            "fortyPatientWidth", Studies.width(forty.byPatient), .percent(1))
        step.number(
            "fortyPatientCoverage", Studies.coverage(forty.byPatient), .percent(1))
        step.number(
            "wrongFortySlideWidth", Studies.width(forty.bySlide), .percent(1))
        step.number(
            "wrongFortySlideCoverage", Studies.coverage(forty.bySlide), .percent(1))
        step.number(
            "manyPatientWidth", Studies.width(many.byPatient), .percent(1))
        step.number(
            "manyPatientCoverage", Studies.coverage(many.byPatient), .percent(1))
        step.number(
            "wrongManySlideWidth", Studies.width(many.bySlide), .percent(1))
        step.number(
            "wrongManySlideCoverage", Studies.coverage(many.bySlide), .percent(1))
        step.number("eightEstimate", eight.byPatient[0].estimate, .percent(0))
        step.number("eightLower", eight.byPatient[0].lower, .percent(0))
        step.number("eightUpper", eight.byPatient[0].upper, .percent(0))
        let bySlide = Studies.coverage(forty.bySlide)
        step.choose(
            "coverage", bySlide > 0.9 ? "enough" : bySlide > 0.65 ? "lacking" : "hopeless")
        step.choose("more", Studies.coverage(many.bySlide) < 0.9 ? "useless" : "helps")
        step.number(
            "narrowing", Studies.width(forty.byPatient) / Studies.width(many.byPatient),
            .decimals(1))
        let few = Studies.coverage(eight.byPatient)
        step.choose("few", few < 0.92 ? "lacking" : "enough")

        // Thirty studies of forty patients, side by side.
        func bars(_ name: String, _ intervals: [BootstrapInterval], _ shift: Double) -> Plot.Curve {
            let shown = intervals.prefix(30).enumerated()
            return Plot.Curve(
                name,
                x: shown.flatMap {
                    [Double](repeating: Double($0.offset + 1) + shift, count: 3)
                },
                y: shown.flatMap { [$0.element.lower, $0.element.upper, .nan] })
        }
        let truth = SimulatedSlides.trueAccuracy
        step.plot(
            "bars",
            [
                bars("patient", forty.byPatient, 0), bars("slide", forty.bySlide, 0.4),
                Plot.Curve("truth", x: [0, 31], y: [truth, truth], style: .dashed),
            ])
    }

    /// The library draws groups as the exercise does, from the numbers of one stream.
    private func compareInterval(_ step: LessonStep) throws {
        let right = slides.rightCalls
        let interval = try bootstrapInterval(
            groups: slides.patients, seed: lesson.seed, samples: 200
        ) { items in items.reduce(0) { $0 + right[$1] } / Double(items.count) }
        var generator = SeededGenerator(seed: lesson.seed, stream: "bootstrap")
        let draws = (0..<200).map { _ in (0..<40).map { _ in generator.uniform() } }
        try step.compare(
            mine, EvaluationCalls.bootstrapInterval, right, slides.patients, draws, 0.95,
            with: [interval.lower, interval.upper], part: { [$0.lower, $0.upper] })
    }
}
