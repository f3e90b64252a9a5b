import CourseKit
import DeepTeaching
import LessonSlides

/// Step 9: the same model, and tumour in place of digits.
extension LookingCourse {
    func showSlides() throws {
        try lesson.step("slides") { step in
            var chosen: (training: [SlideRecord], test: [SlideRecord]) = ([], [])
            _ = try slides.slides(in: lesson) { all in
                chosen = SlideFields.chosen(from: all)
                return chosen.training + chosen.test
            }
            let training = try fields(chosen.training, count: plan.fields, isTurned: true)
            let test = try fields(chosen.test, count: plan.fields / 3, isTurned: false)
            let width = Double(SlideFields.side) * SlideFields.resolution
            step.number("fieldWidth", width, .decimals(0))
            step.number("trainingSlides", chosen.training.count)
            step.number("testSlides", chosen.test.count)
            step.number("trainingFields", training.labels.count)
            step.number("testFields", test.labels.count)
            let looking = try learn(.policy(.fourSamples), training, "Learning to look for tumour")
            let random = try learn(.random, training, "Looking for tumour at random places")
            let looks = LookTest(looking, test.darkness)
            let randomLooks = LookTest(random, test.darkness, .random, seed: lesson.seed)
            try showScores(looks, randomLooks, test, step)
            showTruth(looks, test, step)
            step.figure("fields", picture(looks, test))
        }
    }

    private func fields(
        _ slides: [SlideRecord], count: Int, isTurned: Bool
    ) throws -> SlideFields {
        try lesson.progress("Reading fields of slides") { report in
            try SlideFields(
                of: slides, count: count, isTurned: isTurned, seed: lesson.seed, report: report)
        }
    }

    private func learn(
        _ way: LookTraining.Way, _ fields: SlideFields, _ words: String
    ) throws -> RecurrentAttention<Float> {
        try lesson.progress(words) { report in
            try training(way, classes: 2).fit(
                fields.darkness, labels: fields.labels, steps: plan.fieldSteps, seed: lesson.seed,
                report: report
            ).model
        }
    }

    private func showScores(
        _ looks: LookTest, _ randomLooks: LookTest, _ fields: SlideFields, _ step: LessonStep
    ) throws {
        let truth = fields.labels.map { $0 == 1 }
        let area = try ROCCurve(scores: looks.scores, labels: truth).area
        let randomArea = try ROCCurve(scores: randomLooks.scores, labels: truth).area
        step.number("fieldArea", area)
        step.number("fieldRandomArea", randomArea)
        step.number("fieldError", looks.error(fields.labels), .percent(0))
        step.choose("tumor", word(area, randomArea))
    }

    /// Below 0.6 both are near guessing, and it means little which one is ahead.
    private func word(_ area: Double, _ randomArea: Double) -> String {
        if max(area, randomArea) < 0.6 { return "guessing" }
        if area > randomArea + 0.02 { return "better" }
        return area < randomArea - 0.02 ? "worse" : "same"
    }

    /// How often the eye ends in the tumour, beside the chance of a place drawn at random.
    private func showTruth(_ looks: LookTest, _ fields: SlideFields, _ step: LessonStep) {
        let positive = fields.labels.indices.filter { fields.labels[$0] == 1 }
        let side = SlideFields.side
        let last = looks.places[looks.places.count - 1]
        let inside = positive.count { index in
            func pixel(_ place: Double) -> Int {
                min(side - 1, Int((place + 1) / 2 * Double(side)))
            }
            return fields.tumor[index].pixels[pixel(last[index].y) * side + pixel(last[index].x)]
        }
        let share = positive.reduce(0) { $0 + fields.tumor[$1].pixels.count { $0 } }
        let chance = Double(share) / Double(max(1, positive.count) * side * side)
        let found = Double(inside) / Double(max(1, positive.count))
        step.number("lastInside", found, .percent(0))
        step.number("insideChance", chance, .percent(0))
        step.choose("finding", found > 1.5 * chance ? "finds" : "misses")
    }

    /// Four fields with tumour and four without, with the way of the eye.
    private func picture(_ looks: LookTest, _ fields: SlideFields) -> Image {
        let chosen = [1, 0].flatMap { label in
            fields.labels.indices.filter { fields.labels[$0] == label }.prefix(4)
        }
        let images = chosen.map { index in
            let image = fields.images[index].enlarged(by: 4)
                .outlining(fields.tumor[index].enlarged(by: 4), color: .vermilion, thickness: 2)
            return GlimpsePicture.path(image, looks.places.map { $0[index] }, color: .green)
        }
        return .grid(images, columns: 4, spacing: 6)
    }
}
