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

    func testReadersOrderAndNamesOfClassesMayBeSwapped() throws {
        for seed in 0..<20 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            let labels = (0..<50).map { _ in generator.index(below: 4) }
            let guesses = labels.map { min(3, max(0, $0 + generator.index(below: 3) - 1)) }
            let order = generator.shuffled(Array(labels.indices))
            let renamed = generator.shuffled([0, 1, 2, 3])
            for weights in KappaWeights.allCases {
                func kappa(_ a: [Int], _ b: [Int]) throws -> Double {
                    try XCTUnwrap(
                        cohensKappa(labels: a, predictions: b, classCount: 4, weights: weights))
                }
                let found = try kappa(labels, guesses)
                XCTAssertEqual(try kappa(guesses, labels), found, accuracy: 1e-14)
                XCTAssertEqual(
                    try kappa(order.map { labels[$0] }, order.map { guesses[$0] }), found)
                XCTAssertEqual(
                    try kappa(labels.map { 3 - $0 }, guesses.map { 3 - $0 }), found,
                    accuracy: 1e-14)
                // Weights know the order of the classes.
                let other = try kappa(labels.map { renamed[$0] }, guesses.map { renamed[$0] })
                if weights == .none { XCTAssertEqual(other, found, accuracy: 1e-14) }
            }
        }
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
