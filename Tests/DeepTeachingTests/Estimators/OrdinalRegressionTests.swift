import DeepTeaching
import Foundation
import XCTest

final class OrdinalRegressionTests: XCTestCase {
    /// `Tests/Reference/ordinal.py` makes the file.
    private struct Reference: Decodable {
        let cases: [Case]
    }

    private struct Case: Decodable {
        let x: [[Double]]
        let y: [Int]
        let penalty: Double
        let isMonotone: Bool
        let isBalanced: Bool
        let weights: [Double]
        let thresholds: [Double]
        let loss: Double
        let probabilities: [[Double]]

        var regression: OrdinalRegression {
            OrdinalRegression(
                penalty: penalty, isMonotone: isMonotone,
                classWeights: isBalanced ? .balanced : .uniform)
        }
    }

    private func cases() throws -> [Case] {
        try reference("ordinal", as: Reference.self).cases
    }

    func testFitEqualsSciPy() throws {
        for (index, table) in try cases().enumerated() {
            let features = try Tensor(samples: table.x)
            let fitted = try table.regression.fit(features, labels: table.y)
            XCTAssertTrue(fitted.hasConverged, "table \(index)")
            XCTAssertLessThan(fitted.steps, 40, "table \(index)")
            // The minimum itself, which SciPy meets by differences of the loss, to 1e-9.
            XCTAssertLessThan(fitted.loss, table.loss + 1e-9, "table \(index)")
            XCTAssertEqual(fitted.loss, table.loss, accuracy: 1e-7, "table \(index)")
            assertEqual(fitted.weights, table.weights, accuracy: 1e-4, "weights of \(index)")
            assertEqual(
                fitted.thresholds, table.thresholds, accuracy: 1e-4, "thresholds of \(index)")
            assertEqual(
                try fitted.probabilities(for: features).elements,
                table.probabilities.flatMap { $0 }, accuracy: 1e-4, "probabilities of \(index)")
        }
    }

    /// The answer never becomes less severe when evidence rises.
    func testAMonotoneRegressionRisesWithEveryFeature() throws {
        for table in try cases() where table.isMonotone {
            let fitted = try table.regression.fit(Tensor(samples: table.x), labels: table.y)
            XCTAssertTrue(fitted.weights.allSatisfy { $0 >= 0 }, "\(fitted.weights)")
            XCTAssertTrue(fitted.weights.contains(0), "a bound that is met")
            let before = try fitted.probabilities(for: Tensor(samples: table.x)).elements
            let more = try fitted.probabilities(
                for: Tensor(samples: table.x.map { $0.map { $0 + 0.7 } })
            ).elements
            for sample in table.y.indices {
                XCTAssertLessThanOrEqual(more[4 * sample], before[4 * sample])
                XCTAssertGreaterThanOrEqual(more[4 * sample + 3], before[4 * sample + 3])
            }
        }
    }

    /// Of two classes it is a logistic regression; its threshold is the intercept with a minus.
    func testTwoClassesAreALogisticRegression() throws {
        let table = try cases()[0]
        let features = try Tensor(samples: table.x)
        let labels = table.y.map { min($0, 1) }
        let binary = try LogisticRegression(penalty: 1).fit(features, labels: labels)
        let ordinal = try OrdinalRegression(penalty: 1).fit(features, labels: labels)
        assertEqual(ordinal.weights, binary.weights, accuracy: 1e-7)
        XCTAssertEqual(ordinal.thresholds[0], -binary.intercept, accuracy: 1e-7)
    }

    func testClassesThatDoNotOccurHaveNoProbability() throws {
        let table = Tensor<Double>(rows: [[0], [1], [2], [3]])
        let two = try OrdinalRegression().fit(
            table, labels: [1, 1, 3, 3], classCount: 5, seed: 0)
        XCTAssertEqual(two.present, [1, 3])
        let probabilities = try two.probabilities(for: table).elements
        for row in 0..<4 {
            let own = Array(probabilities[5 * row..<5 * row + 5])
            XCTAssertEqual(own[0] + own[2] + own[4], 0)
            XCTAssertEqual(own[1] + own[3], 1, accuracy: 1e-12)
        }
        XCTAssertEqual(try two.predictions(for: table), [1, 1, 3, 3])
        let one = try OrdinalRegression().fit(table, labels: [2, 2, 2, 2])
        XCTAssertEqual(
            try one.probabilities(for: table).elements, [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1])
    }

    func testAFittedOneIsReadAsItWas() throws {
        let table = try cases()[1]
        let fitted = try table.regression.fit(Tensor(samples: table.x), labels: table.y)
        let data = try JSONEncoder().encode(fitted)
        XCTAssertEqual(try JSONDecoder().decode(OrdinalRegression.Fitted.self, from: data), fitted)
        let text = String(decoding: data, as: UTF8.self)
        for (part, wrong) in [
            ("\"classCount\":4", "\"classCount\":3"), ("\"present\":[0,", "\"present\":[1,"),
            ("\"weights\":[", "\"weights\":[],\"x\":["),
            ("\"thresholds\":[", "\"thresholds\":[9,"),
        ] {
            XCTAssertTrue(text.contains(part), part)
            let damaged = Data(text.replacingOccurrences(of: part, with: wrong).utf8)
            XCTAssertThrowsError(
                try JSONDecoder().decode(OrdinalRegression.Fitted.self, from: damaged), wrong)
        }
    }

    func testSettingsAndSamplesThatCannotBeUsed() throws {
        let table = Tensor<Double>(rows: [[0], [1]])
        assertThrows(
            EstimatorError.unusableSetting(
                name: "penalty", value: "0.0", allowed: "a number above 0")
        ) { try OrdinalRegression(penalty: 0).fit(table, labels: [0, 1]) }
        XCTAssertThrowsError(try OrdinalRegression().fit(table, labels: [0]))
        let fitted = try OrdinalRegression().fit(table, labels: [0, 1])
        XCTAssertThrowsError(try fitted.scores(for: Tensor<Double>(rows: [[1, 2]])))
    }
}
