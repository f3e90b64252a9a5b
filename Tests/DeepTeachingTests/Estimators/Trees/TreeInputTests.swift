import DeepTeaching
import XCTest

/// What cannot be learnt from is said in words, and what can gives the documented tree.
final class TreeInputTests: XCTestCase {
    private let table = Tensor<Double>(rows: [[0], [1], [2], [3]])

    func testBadWeightsAreThrown() {
        func fit(_ weights: [Double]) throws -> DecisionTree.Fitted {
            try DecisionTree().fit(table, labels: [0, 0, 1, 1], weights: weights)
        }
        assertThrows(EstimatorError.sampleWeightCount(found: 1, samples: 4)) { try fit([1]) }
        for bad in [-1, Double.nan, .infinity] {
            assertThrows(EstimatorError.unusableSampleWeight(value: "\(bad)", sample: 2)) {
                try fit([1, 1, bad, 1])
            }
            assertThrows(EstimatorError.unusableSampleWeight(value: "\(bad)", sample: 0)) {
                try RegressionForest().fit(table, targets: [1, 2, 3, 4], weights: [bad, 1, 1, 1])
            }
        }
        assertThrows(EstimatorError.noSampleWeight) { try fit([0, 0, 0, 0]) }
        assertThrows(EstimatorError.noSampleWeight) {
            try RegressionTree().fit(table, targets: [1, 2, 3, 4], weights: [0, 0, 0, 0])
        }
    }

    func testBadTargetsAreThrown() {
        func fit(_ targets: [Double]) throws -> RegressionTree.Fitted {
            try RegressionTree().fit(table, targets: targets)
        }
        assertThrows(EstimatorError.targetCount(targets: 1, samples: 4)) { try fit([1]) }
        assertThrows(EstimatorError.targetNotFinite(value: "nan", sample: 3)) {
            try fit([1, 2, 3, .nan])
        }
        assertThrows(EstimatorError.targetNotFinite(value: "inf", sample: 0)) {
            try fit([.infinity, 2, 3, 4])
        }
        XCTAssertThrowsError(try fit([1e200, -1e200, 0, 0])) {
            XCTAssertTrue("\($0)".contains("variance of the targets"), "\($0)")
        }
        assertThrows(EstimatorError.noSamples) {
            try RegressionTree().fit(Tensor<Float>([], shape: [0, 2]), targets: [])
        }
    }

    func testBadLimitsAreThrown() {
        func message(_ settings: DecisionTree) -> String {
            do {
                _ = try settings.fit(table, labels: [0, 0, 1, 1])
                return "nothing was thrown"
            } catch { return "\(error)" }
        }
        XCTAssertEqual(
            message(DecisionTree(maximumLeaves: 0)),
            "The setting maximumLeaves is 0: it must be 1 or more, or nil.")
        XCTAssertEqual(
            message(DecisionTree(minimumSplitSamples: 1)),
            "The setting minimumSplitSamples is 1: it must be 2 or more.")
        XCTAssertEqual(
            message(DecisionTree(minimumImpurityDecrease: .nan)),
            "The setting minimumImpurityDecrease is nan: it must be a number from 0 on.")
    }

    func testOneClassConstantFeaturesAndEqualTargetsGiveASingleLeaf() throws {
        let alike = try DecisionTree(criterion: .entropy).fit(table, labels: [1, 1, 1, 1])
        XCTAssertEqual(alike.nodeCount, 1)
        XCTAssertEqual(alike.node(0).probabilities, [0, 1])
        let constant = Tensor<Double>(rows: [[7], [7], [7]])
        XCTAssertEqual(try DecisionTree().fit(constant, labels: [0, 1, 1]).nodeCount, 1)
        let mean = try RegressionTree().fit(constant, targets: [1, 2, 6])
        XCTAssertEqual(mean.nodeCount, 1)
        XCTAssertEqual(try mean.predictions(for: constant), [3, 3, 3])
        // A tenth has no exact sum: rounding must not look like variance.
        let equal = try RegressionTree().fit(table, targets: [0.1, 0.1, 0.1, 0.1])
        XCTAssertEqual(equal.nodeCount, 1)
        XCTAssertEqual(equal.node(0).mean, 0.1)
        XCTAssertEqual(equal.featureImportances, [0])
        XCTAssertEqual(equal.costComplexityPath.alphas, [0])
    }

    func testMissingValuesAreAnErrorUnlessAllowedAndInfinityAlways() throws {
        let gaps = Tensor<Double>(rows: [[0], [.nan], [2], [3]])
        assertThrows(EstimatorError.notFinite(value: "nan", sample: 1, feature: 0)) {
            try RegressionTree().fit(gaps, targets: [1, 2, 3, 4])
        }
        let tree = try DecisionTree(allowsMissingValues: true).fit(gaps, labels: [0, 1, 1, 0])
        XCTAssertEqual(try tree.predictions(for: gaps), [0, 1, 1, 0])
        let infinite = Tensor<Double>(rows: [[0], [1], [-.infinity], [3]])
        for allows in [false, true] {
            assertThrows(EstimatorError.notFinite(value: "-inf", sample: 2, feature: 0)) {
                try DecisionTree(allowsMissingValues: allows).fit(infinite, labels: [0, 1, 1, 0])
            }
        }
        assertThrows(EstimatorError.notFinite(value: "-inf", sample: 2, feature: 0)) {
            try tree.predictions(for: infinite)
        }
        let strict = try DecisionTree().fit(table, labels: [0, 1, 1, 0])
        assertThrows(EstimatorError.notFinite(value: "nan", sample: 1, feature: 0)) {
            try strict.predictions(for: gaps)
        }
    }

    func testAFeatureThatIsAlwaysMissingIsNeverAsked() throws {
        let gaps = Tensor<Double>(rows: [[.nan, 0], [.nan, 1], [.nan, 2], [.nan, 3]])
        let tree = try DecisionTree(allowsMissingValues: true).fit(gaps, labels: [0, 0, 1, 1])
        XCTAssertEqual(tree.node(0).split?.feature, 1)
        let nothing = Tensor<Double>(rows: [[.nan], [.nan]])
        XCTAssertEqual(
            try RegressionForest(trees: 3, of: RegressionTree(allowsMissingValues: true))
                .fit(nothing, targets: [1, 2], seed: 1).trees[0].nodeCount, 1)
    }

    /// Weights that lie as far apart as numbers can, or overflow when squared.
    func testExtremeWeightsGiveASoundTree() throws {
        let smallest = [Double](repeating: .leastNonzeroMagnitude, count: 4)
        for weights in [[1e200, 1e200, 1, 1], smallest] {
            let tree = try DecisionTree().fit(table, labels: [0, 1, 1, 0], weights: weights)
            XCTAssertEqual(try tree.predictions(for: table).prefix(2), [0, 1])
            XCTAssertEqual(tree.featureImportances, [1])
            let numbers = try RegressionTree().fit(table, targets: [1, 2, 3, 4], weights: weights)
            XCTAssertEqual(try numbers.predictions(for: table), [1, 2, 3, 4])
        }
        // A class that weighs nothing beside the other is never named.
        let classes = try DecisionTree(classWeights: .explicit([1e200, 1e-200]))
            .fit(table, labels: [0, 1, 0, 1])
        XCTAssertEqual(try classes.predictions(for: table), [0, 0, 0, 0])
    }

    /// Small differences of large targets, and targets whose squares vanish or nearly overflow.
    func testTargetsOfAnySizeAreTold() throws {
        for targets in [[1e15, 1e15 + 1, 1e15 + 2, 1e15 + 3], [1e-200, 2e-200, 3e-200, 5e-200]] {
            let tree = try RegressionTree().fit(table, targets: targets)
            assertEqual(
                try tree.predictions(for: table).map { $0 / targets[3] },
                targets.map { $0 / targets[3] }, accuracy: 1e-15)
            XCTAssertEqual(tree.leafCount, 4)
        }
    }
}
