import DeepTeaching
import XCTest

final class PipelineTests: XCTestCase {
    private func table(_ count: Int, seed: UInt64) -> (Tensor<Double>, [Int]) {
        var generator = SeededGenerator(seed: seed)
        let labels = (0..<count).map { $0 % 2 }
        let rows = labels.map { label in
            (0..<3).map { feature -> Double in
                let x = generator.normal() + Double(label * feature)
                return generator.uniform() < 0.2 ? .nan : x * 100
            }
        }
        return (Tensor(rows: rows), labels)
    }

    private let pipeline = Imputer(.median).then(Standardizer())
        .then(PrincipalComponents(2)).then(LogisticRegression())

    func testItDoesTheStepsOneAfterTheOther() throws {
        let (training, labels) = table(60, seed: 1)
        let (test, _) = table(20, seed: 2)
        let imputer = try Imputer(.median).fit(training)
        let full = try imputer.transformed(training)
        let standardizer = try Standardizer().fit(full)
        let scaled = try standardizer.standardized(full)
        let principal = try PrincipalComponents(2).fit(scaled)
        let model = try LogisticRegression().fit(
            principal.transformed(scaled), labels: labels)
        let expected = try model.probabilities(
            for: principal.transformed(
                standardizer.standardized(imputer.transformed(test))))

        let fitted = try pipeline.fit(training, labels: labels)
        XCTAssertEqual(try fitted.probabilities(for: test), expected)
        XCTAssertEqual(fitted.featureCount, 3)
        XCTAssertEqual(fitted.classCount, 2)
        XCTAssertEqual(fitted.classifier.featureCount, 2)
        XCTAssertEqual(fitted.steps.first.first, imputer)
        XCTAssertEqual(fitted.steps.first.second, standardizer)
        XCTAssertEqual(fitted.steps.second, principal)
    }

    func testMissingNumbersReachTheImputer() throws {
        let (training, labels) = table(80, seed: 3)
        let fitted = try pipeline.fit(training, labels: labels)
        XCTAssertGreaterThan(try fitted.accuracy(for: training, labels: labels), 0.7)
        let importance = try fitted.permutationImportance(for: training, labels: labels)
        XCTAssertGreaterThan(importance[2].mean, importance[0].mean)
        let plain = Standardizer().then(LogisticRegression())
        XCTAssertThrowsError(try plain.fit(training, labels: labels)) {
            guard case EstimatorError.notFinite(value: "nan", _, _) = $0 else {
                return XCTFail("\($0)")
            }
        }
    }

    /// What learns the share of each class, and remembers how many samples it has seen.
    private struct Witness: Preprocessor {
        struct Fitted: FittedPreprocessor, Equatable {
            let featureCount: Int
            let sampleCount: Int

            func transformed<Scalar: TensorScalar>(
                _ features: Tensor<Scalar>
            ) throws -> Tensor<Scalar> { features }
        }

        func fit<Scalar: TensorScalar>(_ features: Tensor<Scalar>) throws -> Fitted {
            Fitted(featureCount: features.shape[1], sampleCount: features.shape[0])
        }
    }

    func testStepsSeeTheTrainingSamplesAlone() throws {
        let (features, labels) = table(40, seed: 4)
        let witness = Witness().then(Imputer()).then(DecisionTree(maximumDepth: 2))
        for split in try SampleSplit.folds(of: labels, count: 4, seed: 1) {
            let fitted = try witness.fit(
                features.gathered(split.training), labels: split.training.map { labels[$0] },
                classCount: 2, seed: 0)
            XCTAssertEqual(fitted.steps.first.sampleCount, 30)
            XCTAssertEqual(
                fitted.steps.second, try Imputer().fit(features.gathered(split.training)))
        }
    }

    func testClassCountAndSeedReachTheClassifier() throws {
        let (features, labels) = table(30, seed: 5)
        let forest = Imputer().then(RandomForest(trees: 3))
        let one = try forest.fit(features, labels: labels, classCount: 4, seed: 1)
        XCTAssertEqual(one.classCount, 4)
        XCTAssertNotEqual(
            one.classifier,
            try forest.fit(features, labels: labels, classCount: 4, seed: 2).classifier)
    }
}
