import CourseKit
import DeepTeaching
import Foundation

/// Step 8: what a map says in numbers, and two ways to learn what they mean.
extension StagingJob {
    func classify(_ lesson: Lesson, _ maps: MappedSlides) throws -> SlideClassifiers {
        try lesson.step("features") { step in
            let training = maps.training
            step.number("featureCount", training.first?.features.features.count ?? 0)
            step.number("trainingSlides", training.count)
            step.table("examples", rows: examples(of: training))
            let types = training.map(\.type)
            let forest = try SlideClassifier().fit(
                training.map(\.features), labels: types, seed: seed)
            showAccuracy(of: forest, types, in: step)
            let falseAlarms = training.filter { $0.type == .negative }.compactMap {
                $0.features[.longestDiameter]
            }
            step.number("longestFalseAlarm", falseAlarms.max() ?? 0, .decimals(2))
            step.choose("falseRegions", (falseAlarms.max() ?? 0) > 0 ? "some" : "none")
            showImportance(of: forest, in: step)
            // listing: StagingJob.regression
            let features = training.map(\.features)
            let regression = try SlideRegression().fit(features, labels: types)
            // end listing
            show(regression, in: step)
            return SlideClassifiers(forest: forest, regression: regression)
        }
    }

    /// The features of the first slide of each kind, after their names and thresholds; a kind without
    /// a slide has a dash.
    private func examples(of maps: [MappedSlide]) -> [[String]] {
        let slides = MetastasisType.allCases.map { type in maps.first { $0.type == type } }
        guard let features = maps.first?.features.features else { return [] }
        return features.map { feature in
            let values = slides.map { slide in
                slide?.features[feature].map { NumberFormat.decimals(2).text($0) } ?? "–"
            }
            return switch feature {
            case .probability(let measure): [measure.rawValue, ""] + values
            case .regions(let measure, let threshold): [measure.rawValue, "\(threshold)"] + values
            }
        }
    }

    private func showAccuracy(
        of classifier: SlideClassifier.Fitted, _ types: [MetastasisType], in step: LessonStep
    ) {
        let count = Double(max(1, types.count))
        let right = zip(classifier.outOfBagPredictions, types).count { $0?.type == $1 }
        let accuracy = Double(right) / count
        let frequent = MetastasisType.allCases.map { type in types.count { $0 == type } }.max() ?? 0
        let majority = Double(frequent) / count
        step.number("outOfBagAccuracy", accuracy, .percent(0))
        step.number("majorityAccuracy", majority, .percent(0))
        step.choose("forest", accuracy > majority ? "better" : "worse")
    }

    /// The weights, each after its feature.
    private func show(_ regression: SlideRegression.Fitted, in step: LessonStep) {
        step.table(
            "weights",
            rows: zip(regression.features, regression.regression.weights).map {
                [$0.description, NumberFormat.decimals(2).text($1)]
            })
    }

    private func showImportance(of classifier: SlideClassifier.Fitted, in step: LessonStep) {
        let ranking = zip(classifier.features, classifier.forest.featureImportances)
            .sorted { $0.1 > $1.1 }
        let diameter = ranking.firstIndex { $0.0 == .longestDiameter } ?? 0
        step.table(
            "importance",
            rows: ranking.prefix(8).map { [$0.0.description, NumberFormat.decimals(3).text($0.1)] })
        step.text("topFeature", ranking.first?.0.description ?? "")
        step.number("diameterRank", diameter + 1)
        step.choose("diameter", diameter == 0 ? "first" : "later")
    }
}

/// Both that learnt what features mean: the forest, which answers, and the regression beside it.
struct SlideClassifiers {
    let forest: SlideClassifier.Fitted
    let regression: SlideRegression.Fitted
}

extension SlideFeature {
    /// The feature by which the kinds of metastasis are defined.
    static let longestDiameter = SlideFeature.regions(.longestDiameter, threshold: 0.5)
}
