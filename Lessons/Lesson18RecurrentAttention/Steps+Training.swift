import CourseKit
import DeepTeaching
import LessonSlides

/// What has learnt to look.
struct LearntLooking {
    let model: RecurrentAttention<Float>
    let error: Double
    let randomError: Double
}

/// Step 6: learning where to look, beside looking anywhere.
extension LookingCourse {
    func showTraining(
        _ parts: (training: DigitPictures, test: DigitPictures)
    ) throws -> LearntLooking {
        try lesson.step("training") { step in
            step.number("steps", plan.steps)
            step.number("looks", plan.batch * 4)
            let looking = try trained(
                .policy(.fourSamples), parts.training, seed: lesson.seed, "Learning to look")
            let random = try trained(
                .random, parts.training, seed: lesson.seed, "Learning from random places")
            let error = LookTest(looking.model, parts.test.pictures).error(parts.test.labels)
            let randomError = LookTest(
                random.model, parts.test.pictures, .random, seed: lesson.seed
            ).error(parts.test.labels)
            step.plot("learning", [answers("random", random), answers("looking", looking)])
            step.number("error", error, .percent(1))
            step.number("randomError", randomError, .percent(1))
            step.number("fewer", 1 - error / randomError, .percent(0))
            step.choose(
                "looking",
                error <= randomError / 2 ? "half" : error < randomError ? "some" : "none")
            step.choose("confirmed", digits.data == nil && !digits.isSmall ? "yes" : "no")
            try showObjectives(step)
            return LearntLooking(
                model: looking.model, error: error, randomError: randomError)
        }
    }

    /// All ways of learning, for three seeds; measured now only if there is time.
    private func showObjectives(_ step: LessonStep) throws {
        let isFull = lesson.options.full
        let rows = isFull ? try FullComparison(course: self).objectives() : Measured.objectives
        step.table("objectives", rows: rows.map(\.row))
        step.choose("timing", isFull ? "now" : "before")
        let spared = zip(rows[0].errors, rows[3].errors).map { 1 - $0 / $1 }
        step.number("fewestSpared", spared.min() ?? 0, .percent(0))
        step.choose("spared", spared.allSatisfy { $0 >= 0.5 } ? "half" : "less")
        step.choose("fourOrOne", rows[0].beside(rows[1], words: "four", "one", "alike"))
        step.choose("paper", rows[0].beside(rows[2], words: "worse", "better", "mixed"))
        step.choose("fixed", rows[0].beside(rows[4], words: "chosen", "fixed", "mixed"))
        step.choose("quarters", rows[4].beside(rows[3], words: "better", "worse", "mixed"))
    }

    /// The losses, as means of a thirtieth of the steps.
    private func answers(_ name: String, _ result: LookTraining.Result) -> Plot.Curve {
        Plot.Curve(name, smoothing: result.losses, by: max(1, result.losses.count / 30))
    }
}
