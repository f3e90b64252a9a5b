import DeepTeaching
import XCTest

/// Forests and a perceptron are as good as scikit-learn's on the same samples.
final class ForestQualityTests: XCTestCase {
    private struct Halves {
        let training, test: Tensor<Float>
        let labels, testLabels: [Int]
        let targets, testTargets: [Double]
        let scores: [String: TreesReference.Score]
    }

    private func halves() throws -> Halves {
        let quality = try TreesReference.loaded.get().quality
        let rows = try Tensor(samples: quality.x.map { $0.map { Float($0) } })
        return Halves(
            training: rows.rows(at: Array(0..<200)), test: rows.rows(at: Array(200..<400)),
            labels: Array(quality.y[..<200]), testLabels: Array(quality.y[200...]),
            targets: Array(quality.z[..<200]), testTargets: Array(quality.z[200...]),
            scores: quality.scores)
    }

    /// The mean over ten seeds lies within a deviation of scikit-learn's mean.
    private func assertAsGood(_ found: [Double], as name: String, line: UInt = #line) throws {
        let score = try XCTUnwrap(try halves().scores[name], line: line)
        let mean = found.reduce(0, +) / Double(found.count)
        XCTAssertEqual(mean, score.mean, accuracy: score.deviation, name, line: line)
    }

    func testForestsOfBothCriteria() throws {
        let data = try halves()
        for criterion in [ClassificationCriterion.gini, .entropy] {
            let tree = DecisionTree(criterion: criterion, featuresPerSplit: .squareRoot)
            try assertAsGood(
                (0..<10).map { seed in
                    try RandomForest(of: tree)
                        .fit(data.training, labels: data.labels, seed: UInt64(seed))
                        .accuracy(for: data.test, labels: data.testLabels)
                }, as: criterion.rawValue)
        }
    }

    func testForestsForNumbersAndTheirOutOfBagEstimate() throws {
        let data = try halves()
        let mean = data.testTargets.reduce(0, +) / 200
        let variance = data.testTargets.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        var scores: [Double] = []
        var estimates: [Double] = []
        for seed in 0..<10 as Range<UInt64> {
            let forest = try RegressionForest().fit(
                data.training, targets: data.targets, seed: seed)
            let error = zip(try forest.predictions(for: data.test), data.testTargets)
                .reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            scores.append(1 - error / variance)
            estimates.append(try XCTUnwrap(forest.outOfBag?.determination))
            XCTAssertEqual(forest.featureImportances.reduce(0, +), 1, accuracy: 1e-12)
        }
        try assertAsGood(scores, as: "numbers")
        try assertAsGood(estimates, as: "numbersOut")
    }

    func testPerceptron() throws {
        let data = try halves()
        let settings = MultilayerPerceptron(hiddenLayers: [32], epochs: 60, batchSize: 32)
        try assertAsGood(
            (0..<10).map { seed in
                try settings.fit(data.training, labels: data.labels, seed: seed)
                    .accuracy(for: data.test, labels: data.testLabels)
            }, as: "perceptron")
    }

    /// Samples of weight 0 are never drawn, whatever they say.
    func testAForestDrawsOnlySamplesThatCount() throws {
        let data = try halves()
        let kept = data.labels.indices.filter { $0 % 2 == 0 }
        let weights = data.labels.indices.map { $0 % 2 == 0 ? 1.0 : 0 }
        let labels = data.labels.enumerated().map { $0 % 2 == 0 ? $1 : 0 }
        let forest = try RandomForest(trees: 20).fit(
            data.training, labels: labels, weights: weights, seed: 1)
        XCTAssertTrue(forest.trees.allSatisfy { $0.node(0).sampleCount < 80 })
        XCTAssertEqual(
            try forest.accuracy(
                for: data.training.rows(at: kept), labels: data.labels.rows(at: kept)), 1,
            accuracy: 0.03)
    }
}
