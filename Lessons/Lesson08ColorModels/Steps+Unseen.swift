import CourseKit
import DeepTeaching
import LessonSlides

/// Step 8: does it help a network on a hospital that it has never seen?
extension ColorCourse {
    func showUnseen() throws {
        try lesson.step("unseen") { step in
            let data = try lesson.progress("Reading patches") { report in
                try UnseenData(hospitals, source: source, lesson: lesson, report: report)
            }
            step.text("trainingCenters", data.trainingCenters)
            step.text("unknownCenters", data.unknownCenters)
            step.number("trainingPatches", data.training.count)
            let results = try lesson.progress("Training networks") { report in
                let counter = ProgressCounter(
                    total: UnseenTrial.trainings * Preparation.allCases.count, report: report)
                return try Preparation.allCases.map {
                    try UnseenTrial($0, data, seed: lesson.seed, counter: counter)
                }
            }
            step.number("runs", UnseenTrial.runs)
            step.table("unseenRows", rows: results.map(\.row))
            step.plot(
                "unseen",
                [
                    results.curve("known", \.known, offset: -0.08),
                    results.curve("unknown", \.unknown, offset: 0.08),
                ], xRange: -0.5...Double(results.count) - 0.5,
                xTicks: results.indices.map { Plot.Tick(Double($0), results[$0].preparation.short) }
            )
            choose(results, step)
        }
    }

    /// What the text may say.
    private func choose(_ results: [UnseenTrial], _ step: LessonStep) {
        func areas(_ preparation: Preparation) -> Spread {
            results.first { $0.preparation == preparation }?.unknown ?? Spread(values: [])
        }
        let (plain, jitter) = (areas(.none), areas(.jitter))
        let normalizers: [Preparation] = [.reinhard, .macenko]
        let best = normalizers.max { areas($0).mean < areas($1).mean } ?? .macenko
        let normalized = areas(best)
        step.text("bestNormalizer", best.words)
        step.number("plainUnknown", plain.mean)
        step.number("jitterUnknown", jitter.mean)
        step.number("normalizedUnknown", normalized.mean)
        step.number("bothUnknown", areas(.both).mean)
        let stains = areas(.stainJitter)
        step.number("stainsUnknown", stains.mean)
        step.choose("stainsGain", Self.verdict(stains, jitter, "better", "worse"))
        let known = results.map(\.known)
        step.number("plainKnown", known[0].mean)
        step.number("jitterKnown", known[1].mean)
        step.choose("jitterPrice", known[0].isAbove(known[1]) ? "paid" : "none")
        let isPlain = plain.isAbove(jitter) && plain.isAbove(normalized)
        step.choose(
            "winner",
            isPlain ? "plain" : Self.verdict(jitter, normalized, "jitter", "normalization"))
        step.choose("jitterGain", Self.verdict(jitter, plain, "helps", "harms"))
        step.choose("normalizationGain", Self.verdict(normalized, plain, "helps", "harms"))
        let single = jitter.mean > normalized.mean ? jitter : normalized
        step.choose("bothGain", Self.verdict(areas(.both), single, "helps", "harms"))
    }

    /// One of two names if each training of one is better than all of the other, else "overlaps".
    private static func verdict(
        _ first: Spread, _ second: Spread, _ above: String, _ below: String
    ) -> String {
        first.isAbove(second) ? above : second.isAbove(first) ? below : "overlaps"
    }
}

extension Array where Element == UnseenTrial {
    /// The areas of all trainings, one column a preparation.
    fileprivate func curve(
        _ name: String, _ areas: KeyPath<UnseenTrial, Spread>, offset: Double
    ) -> Plot.Curve {
        let points = enumerated().flatMap { index, trial in
            trial[keyPath: areas].values.map { (Double(index) + offset, $0) }
        }
        return Plot.Curve(name, x: points.map(\.0), y: points.map(\.1), style: .points)
    }
}
