import DeepTeaching
import Foundation
import XCTest

/// Cross-validation and the search for settings, against any classifier.
final class CrossValidationTests: XCTestCase {
    private struct Reference: Decodable {
        let x: [[Double]]
        let y: [Int]
        let folds: [Int]
        let penalties: [Double]
        let areas: [[Double]]
        let best: Int
        let accuracies: [Double]
        let probabilities: [Double]
        let refitted: [Double]

        /// The folds in the order of their numbers.
        func validation() throws -> CrossValidation {
            let splits = try SampleSplit.leavingOneGroupOut(of: folds)
            return try CrossValidation(splits.sorted { folds[$0.test[0]] < folds[$1.test[0]] })
        }
    }

    private func area(_ probabilities: Tensor<Double>, _ labels: [Int]) throws -> Double {
        let scores = labels.indices.map { probabilities[$0, 1] }
        return try ROCCurve(scores: scores, labels: labels.map { $0 == 1 }).area
    }

    func testScoresAndProbabilitiesEqualScikitLearn() throws {
        let example = try reference("validation", as: Reference.self)
        let features = Tensor(rows: example.x)
        let model = Standardized(LogisticRegression(tolerance: 1e-13))
        let result = try example.validation().evaluate(model, features, labels: example.y)
        assertEqual(result.scores, example.accuracies, accuracy: 1e-12)
        let positive = example.y.indices.map { result.probabilities[$0, 1] }
        assertEqual(positive, example.probabilities, accuracy: 1e-9)
        XCTAssertEqual(result.predictions, example.probabilities.map { $0 > 0.5 ? 1 : 0 })
        let mean = example.accuracies.reduce(0, +) / 4
        XCTAssertEqual(result.meanScore, mean, accuracy: 1e-12)
    }

    func testTheSearchEqualsScikitLearn() throws {
        let example = try reference("validation", as: Reference.self)
        let features = Tensor(rows: example.x)
        let search = GridSearch(example.penalties) {
            Standardized(LogisticRegression(penalty: $0, tolerance: 1e-13))
        }
        let found = try search.fit(
            features, labels: example.y, validation: example.validation(), score: area)
        for (result, expected) in zip(found.results, example.areas) {
            assertEqual(result.scores, expected, accuracy: 1e-12)
        }
        XCTAssertEqual(found.bestIndex, example.best)
        XCTAssertEqual(found.best, example.penalties[example.best])
        let again = try found.model.probabilities(for: features)
        assertEqual((0..<5).map { again[$0, 1] }, example.refitted, accuracy: 1e-9)
    }

    /// Remembers of which samples it is made, and calls those that it knows.
    private struct Memory: Classifier {
        struct Fitted: FittedClassifier {
            let known: Set<Double>
            let featureCount: Int
            let classCount: Int

            func probabilities<Scalar: TensorScalar>(
                for features: Tensor<Scalar>
            ) throws -> Tensor<Double> {
                Tensor(
                    rows: features.elements.map { x in
                        known.contains(Double(x)) ? [0, 1] : [1, 0]
                    })
            }
        }

        func fit<Scalar: TensorScalar>(
            _ features: Tensor<Scalar>, labels: [Int], classCount: Int?, seed: UInt64
        ) throws -> Fitted {
            Fitted(
                known: Set(features.elements.map { Double($0) }), featureCount: 1,
                classCount: classCount ?? 0)
        }
    }

    func testNoModelKnowsItsTest() throws {
        let features = Tensor<Double>.counting(30).reshaped([30, 1])
        let labels = (0..<30).map { $0 % 2 }
        let patients = (0..<30).map { $0 / 3 }
        for folds in [
            try SampleSplit.folds(of: labels, count: 5, seed: 1),
            try SampleSplit.folds(of: labels, groups: patients, count: 5, seed: 1),
            try SampleSplit.leavingOneGroupOut(of: patients),
        ] {
            let result = try CrossValidation(folds).evaluate(Memory(), features, labels: labels)
            XCTAssertEqual(result.predictions, [Int](repeating: 0, count: 30))
            XCTAssertEqual(result.scores.count, folds.count)
        }
    }

    /// Each fold lacks the class of its own test; the forest still has a column for it.
    func testAClassThatAFoldLacksKeepsItsColumn() throws {
        let features = Tensor<Double>(rows: [[0], [0.1], [1], [1.1], [2], [2.1]])
        let labels = [0, 0, 1, 1, 2, 2]
        let validation = try CrossValidation(SampleSplit.leavingOneGroupOut(of: labels))
        let result = try validation.evaluate(
            RandomForest(trees: 5), features, labels: labels, seed: 3)
        XCTAssertEqual(result.probabilities.shape, [6, 3])
        XCTAssertEqual(result.scores, [0, 0, 0])
        XCTAssertEqual(result.standardDeviation, 0)
        XCTAssertEqual(
            result,
            try validation.evaluate(RandomForest(trees: 5), features, labels: labels, seed: 3))
    }

    func testOfEquallyGoodSettingsTheFirstIsTaken() throws {
        let features = Tensor<Double>(rows: [[0], [0.1], [1], [1.1]])
        let labels = [0, 0, 1, 1]
        let validation = try CrossValidation(SampleSplit.folds(of: labels, count: 2, seed: 0))
        for settings in [[1, 2, 3], [3, 1, 2]] {
            let found = try GridSearch(settings) { DecisionTree(maximumDepth: $0) }
                .fit(features, labels: labels, validation: validation)
            XCTAssertEqual(found.best, settings[0])
            XCTAssertEqual(found.bestIndex, 0)
        }
        assertThrows(
            EstimatorError.unusableSetting(
                name: "number of settings", value: "0", allowed: "1 or more")
        ) {
            try GridSearch([Int]()) { DecisionTree(maximumDepth: $0) }
                .fit(features, labels: labels, validation: validation)
        }
    }

    func testAStandardizedModelIsKept() throws {
        let features = Tensor<Double>(rows: [[0, 100], [1, 300], [2, 200], [3, 400]])
        let model = try Standardized(LogisticRegression()).fit(features, labels: [0, 1, 0, 1])
        let file = FileManager.default.temporaryDirectory
            .appending(path: "standardized-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try model.save(to: file)
        let read = try Standardized<LogisticRegression>.Fitted(contentsOf: file)
        XCTAssertEqual(read, model)
        XCTAssertThrowsError(try LogisticRegression.Fitted(contentsOf: file))
    }

    private func split(training: [Int], test: [Int]) throws -> SampleSplit {
        try JSONDecoder().decode(
            SampleSplit.self, from: Data("{\"training\":\(training),\"test\":\(test)}".utf8))
    }

    func testFoldsThatAreNoneAreRefused() throws {
        let (a, b) = (
            try split(training: [1], test: [0]), try split(training: [0], test: [1])
        )
        XCTAssertEqual(try CrossValidation([a, b]).sampleCount, 2)
        assertThrows(EstimatorError.unusableFolds(sample: 0, tests: 2)) {
            try CrossValidation([a, b, a])
        }
        assertThrows(EstimatorError.unusableFolds(sample: 1, tests: 0)) {
            try CrossValidation([a, self.split(training: [0], test: [2])])
        }
        assertThrows(EstimatorError.unusableFolds(sample: -5, tests: 1)) {
            try CrossValidation([a, self.split(training: [0], test: [-5])])
        }
        assertThrows(
            EstimatorError.unusableSetting(
                name: "count of folds", value: "1", allowed: "2 or more")
        ) { try CrossValidation([a]) }
        for training in [[0, 1], [7]] {
            XCTAssertThrowsError(
                try CrossValidation([a, self.split(training: training, test: [1])]))
        }
        assertThrows(EstimatorError.noSamples) {
            try CrossValidation([self.split(training: [], test: []), split(training: [], test: [])])
        }
        let two = try CrossValidation([a, b])
        assertThrows(EstimatorError.labelCount(labels: 3, samples: 2)) {
            try two.evaluate(Memory(), Tensor<Double>(rows: [[1], [2], [3]]), labels: [0, 1, 0])
        }
        assertThrows(EstimatorError.scoreNotANumber(fold: 0)) {
            try two.evaluate(Memory(), Tensor<Double>(rows: [[1], [2]]), labels: [0, 1]) { _, _ in
                .nan
            }
        }
        // Each fold's test is of one class, which has no ROC curve.
        assertThrows(EvaluationError.onlyOneClass(isPositive: false, count: 1)) {
            try two.evaluate(
                Memory(), Tensor<Double>(rows: [[1], [2]]), labels: [0, 1], score: self.area)
        }
    }
}
