import Curriculum
import DeepTeaching
import GraderKit

private let call = TreesAndForestsCalls.permutationImportance

extension TreesAndForestsGraders {
    private typealias Samples = (
        model: GivenClassifier, features: [[Double]], labels: [Int], permutation: [Int]
    )

    static let permutationImportance = ExerciseGrader(
        call,
        checks: [
            call.check(
                "one feature", "accuracy before, less accuracy with the feature permuted",
                inputs: { generator in
                    // One sample has nobody to change values with.
                    [7, 30].map { samples($0, features: 1, &generator) }
                        + [
                            (GivenClassifier(weights: [[-1], [1]]), [[2]], [1], [0]),
                            // The model is wrong of both, and permuting makes it right.
                            (
                                GivenClassifier(weights: [[-1], [1]]),
                                [[generator.uniform(1, 3)], [generator.uniform(-3, -1)]],
                                [0, 1], [1, 0]
                            ),
                        ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "all features", "all other features stay as they are",
                inputs: { generator in
                    [24, 40].map { samples($0, features: 3, &generator) }
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            call.misconception(
                "you permute the labels", check: "all features",
                hints: Hints(
                    question: "Does your result differ from feature to feature?",
                    concept: "Permuted labels destroy everything at once. The question is what one "
                        + "feature is worth.",
                    step: "Change permuted[sample][feature] only.")
            ) { model, features, labels, permutation in
                let own = accuracy(model, features, labels)
                let mixed = accuracy(model, features, permutation.map { labels[$0] })
                return features[0].map { _ in own - mixed }
            },
            call.misconception(
                "you permute whole samples", check: "all features",
                hints: Hints(
                    question: "Which numbers of a sample come from another one?",
                    concept: "If all features move together, you measure all of them, each time.",
                    step: "permuted[sample][feature] = features[permutation[sample]][feature], and "
                        + "nothing else.")
            ) { model, features, labels, permutation in
                let own = accuracy(model, features, labels)
                let mixed = accuracy(model, permutation.map { features[$0] }, labels)
                return features[0].map { _ in own - mixed }
            },
            call.misconception(
                "features that were permuted stay so", check: "all features",
                hints: Hints(
                    question: "What is feature 0 while you measure feature 1?",
                    concept:
                        "The importance of a feature is measured beside intact others. If they "
                        + "are not put back, each feature gets the loss of all before it.",
                    step: "var permuted = features inside the loop over the features.")
            ) { model, features, labels, permutation in
                var table = features
                return features[0].indices.map { feature in
                    for (sample, source) in permutation.enumerated() {
                        table[sample][feature] = features[source][feature]
                    }
                    return accuracy(model, features, labels) - accuracy(model, table, labels)
                }
            },
            call.misconception(
                "you give the accuracy that is gained, not lost", check: "one feature",
                hints: Hints(
                    question: "A feature that the model needs: is its importance above 0 or below?",
                    concept: "Importance is a loss: accuracy before, minus accuracy after.",
                    step: "accuracy(features) - accuracy(permuted), in this order.")
            ) { model, features, labels, permutation in
                importances(model, features, labels) { features[permutation[$0]][$1] }
                    .map { -$0 }
            },
            call.misconception(
                "you give the accuracy with the feature permuted", check: "one feature",
                hints: Hints(
                    question: "What does your function give for a feature that is not used at all?",
                    concept: "An unused feature is worth 0: compare with the accuracy before.",
                    step: "Subtract from accuracy(features).")
            ) { model, features, labels, permutation in
                importances(model, features, labels) { features[permutation[$0]][$1] }
                    .map { accuracy(model, features, labels) - $0 }
            },
            call.misconception(
                "an importance below 0 counts for you as 0", check: "one feature",
                hints: Hints(
                    question: "May a feature be worth less than nothing?",
                    concept: "Where it misleads the model, or by chance, permuting it helps: then "
                        + "accuracy before, less accuracy after, is negative.",
                    step: "Leave the difference as it is: no max(0, ...), no abs.")
            ) { model, features, labels, permutation in
                importances(model, features, labels) { features[permutation[$0]][$1] }
                    .map { max(0, $0) }
            },
            call.misconception(
                "you set the feature to 0", check: "one feature",
                hints: Hints(
                    question: "Is 0 a value that this feature ever has?",
                    concept:
                        "A permuted feature keeps its values: only who has which changes. With "
                        + "zeros, the model sees samples that do not exist.",
                    step: "Take the value of sample permutation[i].")
            ) { model, features, labels, permutation in
                importances(model, features, labels) { _, _ in 0 }
            },
            call.misconception(
                "you use the permutation the other way round", check: "one feature",
                hints: Hints(
                    question:
                        "permutation[0] is 2. Does sample 0 get the value of sample 2, or give "
                        + "its own to it?",
                    concept:
                        "By chance either is fine. Here it is agreed who gets, so that all get "
                        + "the same number.",
                    step: "permuted[i][f] = features[permutation[i]][f].")
            ) { model, features, labels, permutation in
                var inverse = permutation
                for (sample, source) in permutation.enumerated() { inverse[source] = sample }
                return importances(model, features, labels) { features[inverse[$0]][$1] }
            },
            call.misconception(
                "you overwrite values that are still needed", check: "one feature",
                hints: Hints(
                    question:
                        "You read from the table that you write to. Whose value does the last "
                        + "sample get?",
                    concept: "Once a value is overwritten it is gone: some samples then share a "
                        + "value, and others' are lost.",
                    step: "Read from features, write to a copy.")
            ) { model, features, labels, permutation in
                features[0].indices.map { feature in
                    var table = features
                    for (sample, source) in permutation.enumerated() {
                        table[sample][feature] = table[source][feature]
                    }
                    return accuracy(model, features, labels) - accuracy(model, table, labels)
                }
            },
        ],
        alternatives: [
            call.answer("counts hits, and one new sample after the other") {
                model, features, labels, permutation in
                importances(model, features, labels) { features[permutation[$0]][$1] }
            }
        ],
        hints: Hints(
            question: "What must feature 0 be while you measure feature 1?",
            concept: "For each feature: copy the table, exchange this one column, predict, compare "
                + "with the labels.",
            step: "var permuted = features; for i in permutation.indices { permuted[i][f] = "
                + "features[permutation[i]][f] }; accuracy(features) - accuracy(permuted)."))

    /// A model of two classes that is mostly right, and needs each feature a little less than the one
    /// before. Drawn anew until what is often confused differs.
    private static func samples(
        _ count: Int, features: Int, _ generator: inout SeededGenerator
    ) -> Samples {
        while true {
            let rows = table(count, features: features, &generator)
            let weights = (0..<features).map { 2 - 0.6 * Double($0) }
            // Not centred on 0: whoever sets a feature to 0 gets other predictions.
            let table = rows.map { row in row.map { $0 + 4 } }
            let model = GivenClassifier(weights: [weights.map { -$0 }, weights])
            let labels = table.map { row in
                generator.uniform() < 0.1
                    ? generator.index(below: 2) : model.prediction(for: row)
            }
            let permutation = generator.shuffled(Array(0..<count))
            let drawn = (model, table, labels, permutation)
            if isTelling(drawn) { return drawn }
        }
    }

    /// Whether permuting this way, the other way, and in place give different numbers for each feature.
    private static func isTelling(_ samples: Samples) -> Bool {
        let (model, features, labels, permutation) = samples
        var inverse = permutation
        for (sample, source) in permutation.enumerated() { inverse[source] = sample }
        let right = importances(model, features, labels) { features[permutation[$0]][$1] }
        let turned = importances(model, features, labels) { features[inverse[$0]][$1] }
        let zeros = importances(model, features, labels) { _, _ in 0 }
        let inPlace = features[0].indices.map { feature in
            var table = features
            for (sample, source) in permutation.enumerated() {
                table[sample][feature] = table[source][feature]
            }
            return accuracy(model, features, labels) - accuracy(model, table, labels)
        }
        // The first sample counts too.
        let withoutFirst = importances(model, features, labels) {
            $0 == 0 ? features[0][$1] : features[permutation[$0]][$1]
        }
        return right[0] > 0 && right[0] != withoutFirst[0] && right != turned && right != zeros
            && right != inPlace
            && Set(right).count == right.count
    }
}

private func accuracy(
    _ model: GivenClassifier, _ features: [[Double]], _ labels: [Int]
) -> Double {
    Double(zip(features, labels).count { model.prediction(for: $0.0) == $0.1 })
        / Double(labels.count)
}

/// The loss of accuracy where a feature's values are replaced; the closure gets a sample and a feature.
private func importances(
    _ model: GivenClassifier, _ features: [[Double]], _ labels: [Int],
    value: (Int, Int) -> Double
) -> [Double] {
    features[0].indices.map { feature in
        let hits = labels.indices.count { sample in
            var row = features[sample]
            row[feature] = value(sample, feature)
            return model.prediction(for: row) == labels[sample]
        }
        return accuracy(model, features, labels) - Double(hits) / Double(labels.count)
    }
}
