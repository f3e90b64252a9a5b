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
            Double(holding(intervals)) / Double(intervals.count)
        }

        /// How many of the intervals hold the true accuracy.
        static func holding(_ intervals: [BootstrapInterval]) -> Int {
            let truth = SimulatedSlides.trueAccuracy
            return intervals.count { $0.lower <= truth && truth <= $0.upper }
        }

        static func width(_ intervals: [BootstrapInterval]) -> Double {
            intervals.map(\.width).mean
        }

        /// The mean width in percentage points.
        static func points(_ intervals: [BootstrapInterval]) -> Double { 100 * width(intervals) }

        /// How much too narrow the intervals over slides are.
        var factor: Double { Self.width(bySlide) / Self.width(byPatient) }
    }

    func showIntervals() throws {
        try lesson.step("intervals") { step in
            step.number("trueAccuracy", SimulatedSlides.trueAccuracy, .percent(1))
            let distance = SimulatedSlides.distance
            step.number(
                "goodRight", SimulatedSlides.rightShare(distance: distance.good), .percent(1))
            step.number(
                "badRight", SimulatedSlides.rightShare(distance: distance.bad), .percent(1))
            let allGood = (0..<8).reduce(1.0) { share, _ in share * (1 - SimulatedSlides.badShare) }
            step.number("eightGood", allGood, .decimals(2))
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
            "eightPatientWidth", Studies.points(eight.byPatient), .decimals(1))
        step.number(
            "eightPatientCoverage", Studies.coverage(eight.byPatient), .percent(1))
        step.number(
            "wrongEightSlideWidth", Studies.points(eight.bySlide), .decimals(1))
        step.number(
            "wrongEightSlideCoverage", Studies.coverage(eight.bySlide), .percent(1))
        step.number(
            "fortyPatientWidth", Studies.points(forty.byPatient), .decimals(1))
        step.number(
            "fortyPatientCoverage", Studies.coverage(forty.byPatient), .percent(1))
        step.number(
            "wrongFortySlideWidth", Studies.points(forty.bySlide), .decimals(1))
        step.number(
            "wrongFortySlideCoverage", Studies.coverage(forty.bySlide), .percent(1))
        step.number(
            "manyPatientWidth", Studies.points(many.byPatient), .decimals(1))
        step.number(
            "manyPatientCoverage", Studies.coverage(many.byPatient), .percent(1))
        step.number(
            "wrongManySlideWidth", Studies.points(many.bySlide), .decimals(1))
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
        step.number("fortyFactor", forty.factor, .decimals(2))
        step.number("manyFactor", many.factor, .decimals(2))
        let error = (bySlide * (1 - bySlide) / Double(forty.bySlide.count)).squareRoot()
        step.number("coverageError", 100 * 1.96 * error, .decimals(0))
        let few = Studies.coverage(eight.byPatient)
        step.choose("few", few < 0.92 ? "lacking" : "enough")

        // Some studies of forty patients, side by side.
        let shown = Studies(
            byPatient: Array(forty.byPatient.prefix(20)), bySlide: Array(forty.bySlide.prefix(20)))
        let places = (1...20).map(Double.init)
        let truth = SimulatedSlides.trueAccuracy
        step.plot(
            "bars",
            [
                Plot.Curve(
                    "patient", x: places.flatMap { [$0, $0, $0] },
                    y: shown.byPatient.flatMap { [$0.lower, $0.upper, .nan] }),
                Plot.Curve(
                    "lower", x: places.map { $0 + 0.4 }, y: shown.bySlide.map(\.lower),
                    style: .points),
                Plot.Curve(
                    "upper", x: places.map { $0 + 0.4 }, y: shown.bySlide.map(\.upper),
                    style: .points),
                Plot.Curve("truth", x: [0, 21], y: [truth, truth], style: .dashed),
            ])
        step.number("barCount", shown.byPatient.count)
        step.number("barsPatient", Studies.holding(shown.byPatient))
        step.number("barsSlide", Studies.holding(shown.bySlide))
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
