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
            for (name, classifier) in [("narrow", narrow), ("wide", wide)] {
                let interval = try DeLongArea(
                    scores: classifier.scores, labels: classifier.labels
                ).interval()
                step.number(name + "Area", classifier.curve.area, .decimals(3))
                step.number(name + "Lower", interval?.lower ?? .nan, .decimals(3))
                step.number(name + "Upper", interval?.upper ?? .nan, .decimals(3))
                step.number(name + "Sensitivity", classifier.sensitivity, .percent(0))
                step.number(name + "Specificity", classifier.specificity, .percent(0))
            }
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
        for (name, tumors) in [("often", 300.0), ("rarely", 10.0)] {
            // listing: EvaluationCourse.thousand
            let found = 0.95 * tumors
            let alarms = (1 - classifier.specificity) * (1000 - tumors)
            let precision = found / (found + alarms)
            // end listing
            step.number(name + "Found", found, .decimals(1))
            step.number(name + "Alarms", alarms, .decimals(0))
            step.number(name + "Precision", precision, .percent(1))
        }
    }
}
