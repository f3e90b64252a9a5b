import DeepTeaching
import XCTest

/// What is written against the protocol does the same as what is written against each classifier.
final class ClassifierTests: XCTestCase {
    private let features = Tensor<Double>(rows: [[0.1, 2], [0.3, 1], [5, 7], [6, 8], [9, 1]])
    private let labels = [0, 0, 1, 1, 1]

    private func probabilities<Model: Classifier>(
        _ model: Model, classCount: Int? = nil, seed: UInt64 = 0
    ) throws -> Tensor<Double> {
        try model.fit(features, labels: labels, classCount: classCount, seed: seed)
            .probabilities(for: features)
    }

    private func assertSame<Model: Classifier>(
        _ model: Model, _ fitted: some FittedClassifier, line: UInt = #line
    ) throws {
        XCTAssertEqual(
            try probabilities(model), try fitted.probabilities(for: features), line: line)
        let short = try model.fit(features, labels: labels).probabilities(for: features)
        XCTAssertEqual(short, try fitted.probabilities(for: features), line: line)
    }

    func testTheProtocolFitsAsTheClassifierItself() throws {
        try assertSame(DecisionTree(), DecisionTree().fit(features, labels: labels))
        try assertSame(
            RandomForest(trees: 5), RandomForest(trees: 5).fit(features, labels: labels))
        try assertSame(LogisticRegression(), LogisticRegression().fit(features, labels: labels))
        try assertSame(
            MultinomialRegression(), MultinomialRegression().fit(features, labels: labels))
    }

    func testClassCountAndSeedReachTheClassifier() throws {
        XCTAssertEqual(try probabilities(DecisionTree(), classCount: 4).shape, [5, 4])
        XCTAssertEqual(try probabilities(MultinomialRegression(), classCount: 3).shape, [5, 3])
        XCTAssertNotEqual(
            try probabilities(RandomForest(trees: 2), seed: 1),
            try probabilities(RandomForest(trees: 2), seed: 2))
    }

    func testTwoClassesAreAllThatOnePlaneTellsApart() throws {
        XCTAssertEqual(try probabilities(LogisticRegression(), classCount: 2).shape, [5, 2])
        assertThrows(
            EstimatorError.unusableSetting(
                name: "classCount", value: "3",
                allowed: "2; MultinomialRegression tells more classes apart")
        ) { try probabilities(LogisticRegression(), classCount: 3) }
    }
}
