import CourseKit
import Curriculum
import DeepTeaching

/// Step 3: two classifiers of one area.
extension EvaluationCourse {
    /// Scores of a classifier: normal slides have mean 0 and deviation 1, tumour slides others.
    private struct Classifier {
        let scores: [Double]
        let labels: [Bool]
        let curve: ROCCurve

        init(mean: Double, deviation: Double, using generator: inout SeededGenerator) throws {
            labels = (0..<8000).map { $0.isMultiple(of: 2) }
            // listing: Classifier.scores
            scores = labels.map { isTumor in
                let noise = generator.normal()
                return isTumor ? mean + deviation * noise : noise
            }
            // end listing
            curve = try ROCCurve(scores: scores, labels: labels)
        }

        /// DeLong's interval of the area.
        func interval() throws -> ConfidenceInterval? {
            try DeLongArea(scores: scores, labels: labels).interval()
        }

        /// The highest sensitivity whose specificity is at least 95 %.
        var sensitivity: Double {
            curve.points.last { 1 - $0.falsePositiveRate >= 0.95 }?.truePositiveRate ?? 0
        }

        /// The highest specificity whose sensitivity is at least 95 %.
        var specificity: Double {
            1 - (curve.points.first { $0.truePositiveRate >= 0.95 }?.falsePositiveRate ?? 1)
        }
    }

    func showScreening() throws {
        try lesson.step("screening") { step in
            var generator = SeededGenerator(seed: lesson.seed, stream: "classifiers")
            // The area is Phi(mean / sqrt(1 + deviation^2)), 0.85 for both.
            let narrow = try Classifier(mean: 1.116, deviation: 0.4, using: &generator)
            let wide = try Classifier(mean: 2.317, deviation: 2, using: &generator)
            let narrowInterval = try narrow.interval()
            step.number("narrowArea", narrow.curve.area, .decimals(3))
            step.number("narrowLower", narrowInterval?.lower ?? .nan, .decimals(3))
            step.number("narrowUpper", narrowInterval?.upper ?? .nan, .decimals(3))
            step.number("narrowSensitivity", narrow.sensitivity, .percent(1))
            step.number("narrowSpecificity", narrow.specificity, .percent(1))
            let wideInterval = try wide.interval()
            step.number("wideArea", wide.curve.area, .decimals(3))
            step.number("wideLower", wideInterval?.lower ?? .nan, .decimals(3))
            step.number("wideUpper", wideInterval?.upper ?? .nan, .decimals(3))
            step.number("wideSensitivity", wide.sensitivity, .percent(1))
            step.number("wideSpecificity", wide.specificity, .percent(1))
            step.choose(
                "areas",
                abs(narrow.curve.area - wide.curve.area) < 0.02 ? "equal" : "different")
            step.choose(
                "screening",
                narrow.specificity > wide.specificity && wide.sensitivity > narrow.sensitivity
                    ? "crossed" : "alike")
            step.plot(
                "twoCurves",
                [
                    Plot.Curve("narrow", of: narrow.curve), Plot.Curve("wide", of: wide.curve),
                    .diagonal("chance"),
                ], xRange: 0...1, yRange: 0...1)
            showPrevalence(of: narrow, step)
        }
    }

    /// What a thousand slides bring at a sensitivity of 95 %, with many tumours and with few.
    private func showPrevalence(of classifier: Classifier, _ step: LessonStep) {
        let often = Thousand(tumors: 300, specificity: classifier.specificity)
        step.number("oftenFound", often.found, .decimals(1))
        step.number("oftenAlarms", often.alarms, .decimals(0))
        step.number("oftenPrecision", often.precision, .percent(1))
        let rarely = Thousand(tumors: 10, specificity: classifier.specificity)
        step.number("rarelyFound", rarely.found, .decimals(1))
        step.number("rarelyAlarms", rarely.alarms, .decimals(0))
        step.number("rarelyPrecision", rarely.precision, .percent(1))
    }
}

/// A thousand slides, called at a sensitivity of 95 %.
private struct Thousand {
    let found: Double
    let alarms: Double
    let precision: Double

    init(tumors: Double, specificity: Double) {
        // listing: Thousand.calls
        found = 0.95 * tumors
        alarms = (1 - specificity) * (1000 - tumors)
        precision = found / (found + alarms)
        // end listing
    }
}
