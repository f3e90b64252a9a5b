import CourseKit
import Curriculum
import DeepTeaching

/// Step 7: what a forest looks at.
extension ForestCourse {
    func showImportance() throws {
        try lesson.step("importance") { step in
            let all = SlideTable.Feature.allCases
            var (impurity, permuted, alone) = (all.zeros, all.zeros, all.zeros)
            var together = 0.0
            for seed in seeds {
                let (training, test) = try parts(seed: seed)
                let forest = try training.fit(RandomForest(trees: 200), seed: seed)
                // listing: ForestCourse.importance
                let losses = try forest.permutationImportance(
                    for: test.tensor, labels: test.labels, repeats: 10, seed: seed)
                // end listing
                let isKept = { (feature: SlideTable.Feature) in
                    feature != .area && feature != .share
                }
                let few = test.columns(where: isKept)
                let small = try training.columns(where: isKept).fit(
                    RandomForest(trees: 200), seed: seed)
                let smallLosses = try small.permutationImportance(
                    for: few.tensor, labels: test.labels, repeats: 10, seed: seed)
                for (column, feature) in all.enumerated() {
                    impurity[column] += forest.featureImportances[column] / 3
                    permuted[column] += losses[column].mean / 3
                    let place = few.features.firstIndex(of: feature)
                    alone[column] += place.map { smallLosses[$0].mean / 3 } ?? .nan
                }
                together += try lossOfAllSizes(forest, test, seed: seed) / 3
            }
            let order = all.indices.sorted { permuted[$0] > permuted[$1] }
            step.table(
                "importances",
                rows: order.map { column in
                    [
                        all[column].name, NumberFormat.decimals(3).text(impurity[column]),
                        NumberFormat.decimals(3).text(permuted[column]),
                        alone[column].isNaN ? "-" : NumberFormat.decimals(3).text(alone[column]),
                    ]
                })
            show(permuted: permuted, alone: alone, impurity: impurity, together: together, step)
            try compareImportance(step)
        }
    }

    private func show(
        permuted: [Double], alone: [Double], impurity: [Double], together: Double,
        _ step: LessonStep
    ) {
        let diameter = SlideTable.Feature.diameter.rawValue
        let sizes = SlideTable.Feature.allCases.filter(\.isSize).map { permuted[$0.rawValue] }
        step.number("diameterBeside", permuted[diameter])
        step.number("diameterAlone", alone[diameter])
        step.number("sizesSum", sizes.reduce(0, +))
        step.number("sizesTogether", together)
        let gain = alone[diameter] - permuted[diameter]
        step.choose("twins", gain > 0.01 ? "grows" : gain < -0.01 ? "falls" : "same")
        step.choose("sum", together > sizes.reduce(0, +) + 0.01 ? "more" : "less")
        let stain = SlideTable.Feature.haematoxylin.rawValue
        step.number("stainImpurity", impurity[stain])
        step.number("stainPermuted", permuted[stain])
        step.choose("useless", permuted[stain] < 0.01 ? "zero" : "some")
    }

    /// The accuracy that is lost if diameter, area and share come from another slide, all three from the
    /// same one.
    private func lossOfAllSizes(
        _ forest: RandomForest.Fitted, _ test: SlideTable, seed: UInt64
    ) throws -> Double {
        var generator = SeededGenerator(seed: seed, stream: "sizes")
        let losses = try (0..<10).map { _ in
            let order = generator.shuffled(Array(test.labels.indices))
            var permuted = test
            for (slide, source) in order.enumerated() {
                for feature in test.features where feature.isSize {
                    permuted.rows[slide][feature.rawValue] = test.rows[source][feature.rawValue]
                }
            }
            return try test.accuracy(of: forest) - permuted.accuracy(of: forest)
        }
        return losses.mean
    }

    /// A model that calls a slide positive if diameter and probability together are large.
    private func compareImportance(_ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "permutation")
        let few = table.columns { $0 == .diameter || $0 == .probability }
        let labels = few.labels.map { $0 > 1 ? 1 : 0 }
        let rows = few.rows.map { $0 + [1] }
        let model = GivenClassifier(weights: [[0, 0, 1], [1, 1, 0]])
        let permutation = generator.shuffled(Array(rows.indices))
        func accuracy(_ rows: [[Double]]) -> Double {
            let hits = zip(rows, labels).count { model.prediction(for: $0.0) == $0.1 }
            return Double(hits) / Double(rows.count)
        }
        let losses = rows[0].indices.map { column in
            let permuted = rows.indices.map { slide in
                var row = rows[slide]
                row[column] = rows[permutation[slide]][column]
                return row
            }
            return accuracy(rows) - accuracy(permuted)
        }
        try step.compare(
            mine, TreesAndForestsCalls.permutationImportance, model, rows, labels, permutation,
            with: losses)
    }
}

extension [SlideTable.Feature] {
    /// A 0 for each.
    fileprivate var zeros: [Double] { map { _ in 0 } }
}
