import DeepTeaching
import Foundation
import XCTest

final class LogisticRegressionTests: XCTestCase {
    /// `Tests/Reference/logistic.py` makes the file.
    private struct Reference: Decodable {
        let cases: [Case]
    }

    private struct Case: Decodable {
        let x: [[Double]]
        let y: [Int]
        let penalty: Double
        let weights: [Double]
        let intercept: Double
        let probabilities: [Double]
    }

    func testFitEqualsScikitLearn() throws {
        for (index, table) in try reference("logistic", as: Reference.self).cases.enumerated() {
            let features = try Tensor(samples: table.x)
            let fitted = try LogisticRegression(penalty: table.penalty).fit(
                features, labels: table.y)
            XCTAssertTrue(fitted.hasConverged, "table \(index)")
            XCTAssertLessThan(fitted.steps, 20, "table \(index)")
            assertEqual(fitted.weights, table.weights, accuracy: 1e-7, "weights of \(index)")
            XCTAssertEqual(
                fitted.intercept, table.intercept, accuracy: 1e-7, "intercept of \(index)")
            let found = try fitted.probabilities(for: features).elements
            assertEqual(
                (0..<table.y.count).map { found[2 * $0 + 1] }, table.probabilities, accuracy: 1e-7,
                "probabilities of \(index)")
            assertEqual(
                (0..<table.y.count).map { found[2 * $0] + found[2 * $0 + 1] },
                [Double](repeating: 1, count: table.y.count), accuracy: 1e-12, "sums of \(index)")
        }
    }

    func testUnequalScalesAreNoObstacle() throws {
        let generator = SeededGenerator(seed: 3)
        var draws = generator
        let rows = (0..<200).map { _ in [draws.uniform() * 1e5, draws.uniform() * 1e-3] }
        let labels = rows.map { $0[0] / 1e5 + $0[1] * 1e3 + draws.uniform() > 1.5 ? 1 : 0 }
        let fitted = try LogisticRegression(penalty: 1e-9).fit(
            Tensor(samples: rows), labels: labels)
        XCTAssertTrue(fitted.hasConverged)
        // Both features say the same after scaling, so their weights must be inverse to it.
        XCTAssertEqual(fitted.weights[1] / fitted.weights[0] / 1e8, 1, accuracy: 0.3)
    }

    func testFarSamplesDoNotOverflow() throws {
        let fitted = try LogisticRegression(penalty: 1e-6).fit(
            Tensor(samples: [[-1.0], [1.0]]), labels: [0, 1])
        let probabilities = try fitted.probabilities(for: Tensor(samples: [[-1e6], [1e6]]))
        assertEqual(probabilities.elements, [1, 0, 0, 1], accuracy: 1e-12)
    }

    func testWhatCannotBeFittedIsThrown() throws {
        let settings = LogisticRegression()
        let features = try Tensor(samples: [[1.0, 2.0], [3.0, 4.0]])
        assertThrows(EstimatorError.labelOutOfRange(label: 2, sample: 1, classCount: 2)) {
            try settings.fit(features, labels: [0, 2])
        }
        assertThrows(EstimatorError.labelCount(labels: 1, samples: 2)) {
            try settings.fit(features, labels: [0])
        }
        assertThrows(
            EstimatorError.unusableSetting(
                name: "penalty", value: "0.0", allowed: "a number above 0")
        ) {
            try LogisticRegression(penalty: 0).fit(features, labels: [0, 1])
        }
        let fitted = try settings.fit(features, labels: [0, 1])
        assertThrows(EstimatorError.featureCount(found: 1, expected: 2)) {
            try fitted.scores(for: Tensor(samples: [[1.0]]))
        }
    }

    func testDamagedRegressionsAreRefused() throws {
        func decode(_ text: String) throws -> LogisticRegression.Fitted {
            let decoder = JSONDecoder()
            decoder.nonConformingFloatDecodingStrategy = .convertFromString(
                positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
            return try decoder.decode(LogisticRegression.Fitted.self, from: Data(text.utf8))
        }
        let sound =
            #"{"weights":[1.5,-2],"intercept":0.5,"loss":0.25,"steps":4,"hasConverged":true}"#
        let fitted = try decode(sound)
        XCTAssertEqual(fitted.weights, [1.5, -2])
        let copy = try JSONDecoder().decode(
            LogisticRegression.Fitted.self, from: try JSONEncoder().encode(fitted))
        XCTAssertEqual(copy, fitted)
        for (part, damaged) in [
            ("[1.5,-2]", "[]"), ("[1.5,-2]", "[1.5,\"nan\"]"), ("0.5", "\"inf\""), (":4", ":-4"),
            (":0.25", ":\"nan\""),
        ] {
            XCTAssertThrowsError(
                try decode(sound.replacingOccurrences(of: part, with: damaged)), damaged)
        }
    }
}
