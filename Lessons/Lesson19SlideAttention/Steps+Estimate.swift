import CourseKit
import Curriculum
import DeepTeaching

/// Step 3: why an estimate from a few places is right on average.
extension SlideCourse {
    /// Nuclei at six places, and how attention is shared out among them.
    private static let nuclei: [Double] = [2, 10, 0, 4, 7, 1]
    private static let attention: [Double] = [0.04, 0.6, 0.04, 0.14, 0.14, 0.04]

    func showEstimate() throws {
        try lesson.step("estimate") { step in
            let drawn = try Simulation(
                Self.nuclei, Self.attention, repeats: 4000, seed: lesson.seed)
            // Two places: 2 nuclei drawn with 0.9, 10 drawn with 0.1.
            step.number("handPlain", 2 * (0.9 * 2 + 0.1 * 10), .decimals(1))
            step.number("handFirst", 2 / 0.9, .decimals(2))
            step.number("handSecond", 10 / 0.1, .decimals(0))
            step.number("truth", Self.nuclei.reduce(0, +), .decimals(1))
            step.number("repeats", drawn.repeats)
            step.table("simulation", rows: drawn.rows)
            step.number("withReplacement", drawn.replaced.mean)
            step.number("withoutReplacement", drawn.kept.mean)
            step.number("wrongPlain", drawn.plain.mean)
            step.number("wrongFactor", drawn.wrongFactor.mean)
            step.choose("wrong", drawn.areWrongWaysFar ? "far" : "near")
            step.choose("unbiased", drawn.isUnbiased ? "both" : "chance")
            step.choose(
                "variance", drawn.kept.deviation < 0.98 * drawn.replaced.deviation ? "less" : "same"
            )
            try compareMine(step)
        }
    }

    private func compareMine(_ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "numbers")
        let numbers = Self.attention.map { _ in generator.uniform(0.05, 0.95) }
        let keys = zip(Self.attention, numbers).map { $0 / -logarithm($1) }
        let order = keys.indices.sorted { keys[$0] > keys[$1] }.prefix(3)
        try step.compare(
            mine, SlideAttentionCalls.sampleWithoutReplacement, Self.attention, 3, numbers,
            with: Array(order))
        let values = order.map { [Self.nuclei[$0]] }
        let shares = order.map { Self.attention[$0] }
        let estimate = Simulation.estimate(Array(order), Self.nuclei, Self.attention)
        try step.compare(
            mine, SlideAttentionCalls.samplingEstimate, values, shares, false, with: [estimate])
    }
}
