import DeepTeaching
import XCTest

final class CohensKappaTests: XCTestCase {
    func testKappaEqualsScikitLearn() throws {
        for example in try EvaluationReference.load().matrices {
            for weights in KappaWeights.allCases {
                let expected = try XCTUnwrap(example.kappa[weights.rawValue])
                let found = try cohensKappa(
                    labels: example.truth, predictions: example.predictions,
                    classCount: example.classes, weights: weights)
                XCTAssertEqual(try XCTUnwrap(found), expected, accuracy: 1e-12)
            }
        }
    }

    /// pN0 and pN1 are three stages apart, so each disagreement weighs 9.
    func testByHand() throws {
        let truth: [PNStage] = [.pN0, .pN0, .pN1, .pN1]
        let guess: [PNStage] = [.pN0, .pN1, .pN1, .pN1]
        // Observed: one of 4 items, weight 9. Expected: truth pN0 and guess pN1 2 * 3 / 4 items,
        // truth pN1 and guess pN0 2 * 1 / 4, together 2 items of weight 9.
        XCTAssertEqual(
            try XCTUnwrap(cohensKappa(labels: truth, predictions: guess, weights: .quadratic)),
            1 - 9.0 / 18, accuracy: 1e-15)
    }

    func testOneClassThroughout() throws {
        for weights in KappaWeights.allCases {
            // Both name the same class only: undefined, though every item agrees.
            XCTAssertNil(
                try cohensKappa(
                    labels: [2, 2, 2], predictions: [2, 2, 2], classCount: 5, weights: weights))
            // Each names one class, another each: chance gives just this.
            XCTAssertEqual(
                try cohensKappa(
                    labels: [2, 2, 2], predictions: [4, 4, 4], classCount: 5, weights: weights), 0)
            // One side constant: chance level, whatever the other says.
            let half = try cohensKappa(
                labels: [0, 1, 2, 1], predictions: [1, 1, 1, 1], classCount: 3, weights: weights)
            XCTAssertEqual(try XCTUnwrap(half), 0, accuracy: 1e-15)
            let full = try cohensKappa(
                labels: [0, 1, 4], predictions: [0, 1, 4], classCount: 5, weights: weights)
            XCTAssertEqual(full, 1)
        }
        let empty = try ConfusionMatrix(counts: [[0, 0], [0, 0]], names: ["a", "b"])
        XCTAssertNil(empty.cohensKappa(weights: .linear))
    }

    func testReversedReadersAreWorseThanChance() throws {
        let kappa = try cohensKappa(
            labels: [0, 1, 2, 3], predictions: [3, 2, 1, 0], classCount: 4, weights: .quadratic)
        XCTAssertEqual(try XCTUnwrap(kappa), -1, accuracy: 1e-15)
    }

    func testBadInputIsThrown() {
        assertThrows(EvaluationError.nothing) {
            try cohensKappa(labels: [], predictions: [], classCount: 2, weights: .none)
        }
        assertThrows(EvaluationError.classOutOfRange(value: 0, item: 0, classCount: 0)) {
            try cohensKappa(labels: [0], predictions: [0], classCount: -1, weights: .none)
        }
    }
}
