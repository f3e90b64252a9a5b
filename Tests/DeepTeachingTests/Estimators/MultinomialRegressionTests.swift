import DeepTeaching
import Foundation
import XCTest

final class MultinomialRegressionTests: XCTestCase {
    /// `Tests/Reference/multinomial.py` makes the file.
    private struct Reference: Decodable {
        let cases: [Case]
    }

    private struct Case: Decodable {
        let x: [[Double]]
        let y: [Int]
        let penalty: Double
        let weights: [[Double]]
        let intercepts: [Double]
        let probabilities: [[Double]]
    }

    func testFitEqualsScikitLearn() throws {
        for (index, table) in try reference("multinomial", as: Reference.self).cases.enumerated() {
            let features = try Tensor(samples: table.x)
            let fitted = try MultinomialRegression(penalty: table.penalty).fit(
                features, labels: table.y)
            XCTAssertTrue(fitted.hasConverged, "table \(index)")
            XCTAssertLessThan(fitted.steps, 25, "table \(index)")
            assertEqual(
                fitted.weights.flatMap { $0 }, table.weights.flatMap { $0 }, accuracy: 1e-6,
                "weights of \(index)")
            assertEqual(
                fitted.intercepts, table.intercepts, accuracy: 1e-6, "intercepts of \(index)")
            assertEqual(
                try fitted.probabilities(for: features).elements,
                table.probabilities.flatMap { $0 },
                accuracy: 1e-6, "probabilities of \(index)")
            XCTAssertEqual(fitted.intercepts.reduce(0, +), 0, accuracy: 1e-8)
        }
    }

    /// With two classes w_1 - w_0 is the plane of the binary regression; the penalty of the two
    /// halves, 2 (|w| / 2)^2, is half of that of the whole.
    func testTwoClassesEqualTheBinaryRegression() throws {
        let table = try XCTUnwrap(try reference("multinomial", as: Reference.self).cases.first)
        let features = try Tensor(samples: table.x)
        let labels = table.y.map { min($0, 1) }
        let binary = try LogisticRegression(penalty: 1).fit(features, labels: labels)
        let both = try MultinomialRegression(penalty: 2).fit(features, labels: labels)
        assertEqual(
            zip(both.weights[1], both.weights[0]).map { $0 - $1 }, binary.weights, accuracy: 1e-7)
    }

    func testUnequalScalesAreNoObstacle() throws {
        var generator = SeededGenerator(seed: 3)
        let rows = (0..<200).map { _ in [generator.uniform() * 1e5, generator.uniform() * 1e-3] }
        let labels = rows.map { row in
            Int(3 * (row[0] / 1e5 + row[1] * 1e3 + generator.uniform()) / 3.01)
        }
        let fitted = try MultinomialRegression(penalty: 1e-9).fit(
            Tensor(samples: rows), labels: labels)
        XCTAssertTrue(fitted.hasConverged)
        XCTAssertGreaterThan(
            try fitted.accuracy(for: Tensor(samples: rows), labels: labels), 0.7)
    }

    func testSeparableClassesStayFinite() throws {
        let features = try Tensor(samples: [[-1.0], [0.0], [1.0]])
        let fitted = try MultinomialRegression(penalty: 1e-6).fit(features, labels: [0, 1, 2])
        XCTAssertTrue(fitted.hasConverged)
        XCTAssertEqual(try fitted.predictions(for: features), [0, 1, 2])
        let far = try fitted.probabilities(for: Tensor(samples: [[-1e6], [1e6]]))
        assertEqual(far.elements, [1, 0, 0, 0, 0, 1], accuracy: 1e-12)
    }

    func testAClassWithoutSamplesIsImprobable() throws {
        let features = try Tensor(samples: [[-1.0], [-0.5], [0.4], [1.0]])
        let fitted = try MultinomialRegression().fit(features, labels: [0, 0, 2, 2], classCount: 4)
        XCTAssertTrue(fitted.hasConverged)
        let probabilities = try fitted.probabilities(for: features).elements
        for sample in 0..<4 {
            XCTAssertLessThan(probabilities[sample * 4 + 1], 1e-8)
            XCTAssertLessThan(probabilities[sample * 4 + 3], 1e-8)
        }
    }

    func testWhatCannotBeFittedIsThrown() throws {
        let settings = MultinomialRegression()
        let features = try Tensor(samples: [[1.0, 2.0], [3.0, 4.0]])
        assertThrows(EstimatorError.onlyOneClass(label: 1)) {
            try settings.fit(features, labels: [1, 1])
        }
        assertThrows(EstimatorError.onlyOneClass(label: 0)) {
            try LogisticRegression().fit(features, labels: [0, 0])
        }
        assertThrows(EstimatorError.labelOutOfRange(label: 2, sample: 1, classCount: 2)) {
            try settings.fit(features, labels: [0, 2], classCount: 2)
        }
        assertThrows(
            EstimatorError.unusableSetting(
                name: "penalty", value: "0.0", allowed: "a number above 0")
        ) {
            try MultinomialRegression(penalty: 0).fit(features, labels: [0, 1])
        }
        let fitted = try settings.fit(features, labels: [0, 1])
        assertThrows(EstimatorError.featureCount(found: 1, expected: 2)) {
            try fitted.probabilities(for: Tensor(samples: [[1.0]]))
        }
    }

    func testDamagedFilesAreRefused() {
        for part in [
            #""weights":[[1]],"intercepts":[0]"#, #""weights":[[],[]],"intercepts":[0,0]"#,
            #""weights":[[1],[1,2]],"intercepts":[0,0]"#, #""weights":[[1],[2]],"intercepts":[0]"#,
        ] {
            let text = "{\(part),\"loss\":1,\"steps\":1,\"hasConverged\":true}"
            XCTAssertThrowsError(
                try JSONDecoder().decode(
                    MultinomialRegression.Fitted.self, from: Data(text.utf8)), part)
        }
    }
}
