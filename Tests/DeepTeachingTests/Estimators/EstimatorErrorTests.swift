import DeepTeaching
import XCTest

final class EstimatorErrorTests: XCTestCase {
    private func fit(
        _ rows: [[Double]], _ labels: [Int], classCount: Int? = nil,
        settings: DecisionTree = DecisionTree()
    ) throws -> DecisionTree.Fitted {
        try settings.fit(Tensor(samples: rows), labels: labels, classCount: classCount)
    }

    func testBadSamplesAreThrown() {
        assertThrows(EstimatorError.noSamples) { try fit([], []) }
        assertThrows(EstimatorError.noSamples) {
            try DecisionTree().fit(Tensor<Float>([], shape: [0, 3]), labels: [])
        }
        assertThrows(EstimatorError.notATable(shape: [4])) {
            try DecisionTree().fit(Tensor<Float>([1, 2, 3, 4], shape: [4]), labels: [0, 0, 0, 0])
        }
        assertThrows(EstimatorError.notATable(shape: [2, 0])) { try fit([[], []], [0, 1]) }
        assertThrows(EstimatorError.raggedRow(row: 1, found: 1, expected: 2)) {
            try fit([[1, 2], [3]], [0, 1])
        }
        assertThrows(EstimatorError.notFinite(value: "nan", sample: 1, feature: 0)) {
            try fit([[1, 2], [.nan, 3]], [0, 1])
        }
        assertThrows(EstimatorError.notFinite(value: "-inf", sample: 0, feature: 1)) {
            try fit([[1, -.infinity], [2, 3]], [0, 1])
        }
    }

    func testBadLabelsAreThrown() {
        assertThrows(EstimatorError.labelCount(labels: 1, samples: 2)) { try fit([[1], [2]], [0]) }
        assertThrows(EstimatorError.labelOutOfRange(label: -1, sample: 1, classCount: 1)) {
            try fit([[1], [2]], [0, -1])
        }
        assertThrows(EstimatorError.labelOutOfRange(label: 3, sample: 0, classCount: 3)) {
            try fit([[1], [2]], [3, 0], classCount: 3)
        }
        assertThrows(
            EstimatorError.labelOutOfRange(label: .max, sample: 0, classCount: 1 << 16)
        ) { try fit([[1], [2]], [.max, 0]) }
    }

    func testBadSettingsAreThrown() {
        func message(_ settings: DecisionTree) -> String {
            do {
                _ = try fit([[1], [2]], [0, 1], settings: settings)
                return "nothing was thrown"
            } catch { return "\(error)" }
        }
        XCTAssertEqual(
            message(DecisionTree(maximumDepth: -1)),
            "The setting maximumDepth is -1: it must be 0 or more, or nil.")
        XCTAssertEqual(
            message(DecisionTree(minimumLeafSamples: 0)),
            "The setting minimumLeafSamples is 0: it must be 1 or more.")
        XCTAssertEqual(
            message(DecisionTree(featuresPerSplit: .exactly(0))),
            "The setting featuresPerSplit is 0: it must be 1 or more.")
        XCTAssertEqual(
            message(DecisionTree(classWeights: .explicit([1, 0]))),
            "The setting classWeights is [1.0, 0.0]: it must be positive numbers.")
        assertThrows(EstimatorError.classWeightCount(found: 3, expected: 2)) {
            try fit(
                [[1], [2]], [0, 1],
                settings: DecisionTree(classWeights: .explicit([1, 1, 1])))
        }
        assertThrows(
            EstimatorError.unusableSetting(name: "trees", value: "0", allowed: "1 or more")
        ) {
            try RandomForest(trees: 0).fit(Tensor(samples: [[1.0]]), labels: [0])
        }
    }

    func testPredictionChecksItsFeatures() throws {
        let tree = try fit([[1, 2], [3, 4]], [0, 1])
        assertThrows(EstimatorError.featureCount(found: 3, expected: 2)) {
            try tree.predictions(for: Tensor(samples: [[1.0, 2, 3]]))
        }
        assertThrows(EstimatorError.notFinite(value: "nan", sample: 0, feature: 1)) {
            try tree.predictions(for: Tensor<Float>([1, .nan], shape: [1, 2]))
        }
        XCTAssertEqual(try tree.predictions(for: Tensor<Float>([], shape: [0, 2])), [])
    }
}
