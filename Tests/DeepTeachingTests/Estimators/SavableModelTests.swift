import DeepTeaching
import Foundation
import XCTest

/// Every fitted model becomes a file and comes back bit for bit.
final class SavableModelTests: XCTestCase {
    private var folder = URL(filePath: "/")

    override func setUpWithError() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "models-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    override func tearDownWithError() throws { try FileManager.default.removeItem(at: folder) }

    private let features = Tensor<Double>(rows: [[0.1, 2], [1.0 / 3, 1], [5, 7], [6, 8]])
    private let labels = [0, 0, 1, 1]

    private func assertComesBack<Model: SavableModel & Equatable>(
        _ model: Model, line: UInt = #line
    ) throws {
        let file = folder.appending(path: "model.json")
        try model.save(to: file)
        XCTAssertEqual(try Model(contentsOf: file), model, line: line)
        let bytes = try Data(contentsOf: file)
        try model.save(to: file)
        XCTAssertEqual(try Data(contentsOf: file), bytes, "the same bytes", line: line)
    }

    func testEveryModelComesBack() throws {
        try assertComesBack(DecisionTree().fit(features, labels: labels))
        try assertComesBack(
            RandomForest(trees: 3).fit(features, labels: labels))
        try assertComesBack(
            DecisionTree(allowsMissingValues: true).fit(
                Tensor(rows: [[0.1, .nan], [1, 1], [5, .nan], [6, 8]]), labels: labels))
        try assertComesBack(RegressionTree().fit(features, targets: [0.1, 1.0 / 3, 5, -7]))
        try assertComesBack(
            RegressionForest(trees: 3).fit(features, targets: [0.1, 1.0 / 3, 5, -7]))
        try assertComesBack(
            MultilayerPerceptron(hiddenLayers: [3], epochs: 2).fit(features, labels: labels))
        try assertComesBack(LogisticRegression().fit(features, labels: labels))
        try assertComesBack(
            MultinomialRegression().fit(features, labels: [0, 1, 2, 2]))
        try assertComesBack(Standardizer().fit(features))
        try assertComesBack(KMeans(clusters: 2).fit(features))
        for kind in MixtureCovariances.Kind.allCases {
            try assertComesBack(
                GaussianMixture(components: 2, covarianceKind: kind).fit(features))
        }
        try assertComesBack(PrincipalComponents().fit(features))
        try assertComesBack(Imputer().fit(features))
        let pipeline = Imputer().then(Standardizer()).then(LogisticRegression())
        try assertComesBack(pipeline.fit(features, labels: labels))
    }

    func testOtherFilesAreRefusedInWords() throws {
        let file = folder.appending(path: "model.json")
        func assertRefused(_ text: String?, _ reason: String, line: UInt = #line) throws {
            if let text { try Data(text.utf8).write(to: file) }
            XCTAssertThrowsError(try Standardizer.Fitted(contentsOf: file), line: line) {
                XCTAssertEqual(
                    $0 as? EstimatorError, .unreadableModel(path: file.path, reason: reason),
                    line: line)
            }
        }
        try assertRefused(nil, "the file cannot be opened")
        try assertRefused("{\"a\":1}", "it is another kind of file, or cut off")
        try assertRefused("", "it is another kind of file, or cut off")
        try Standardizer().fit(features).save(to: file)
        let text = try String(contentsOf: file, encoding: .utf8)
        try assertRefused(String(text.dropLast(20)), "it is another kind of file, or cut off")
        try assertRefused(
            text.replacing("\"version\":1", with: "\"version\":2"), "it has version 2, not 1")
        try assertRefused(
            text.replacing("\"means\"", with: "\"meens\""),
            "a part of it is missing or of the wrong kind")
        try assertRefused(
            text.replacing("\"deviations\":[", with: "\"deviations\":[-1,"),
            "it is damaged. A standardiser needs one mean and one deviation of 0 or more for each "
                + "feature.")
        try DecisionTree().fit(features, labels: labels).save(to: file)
        try assertRefused(
            nil, "it holds a DeepTeaching decision tree, no DeepTeaching standardizer")
    }

    func testAFolderThatIsNotThereIsNamed() throws {
        let file = folder.appending(path: "none/model.json")
        XCTAssertThrowsError(try Standardizer().fit(features).save(to: file)) {
            guard case EstimatorError.unwritableModel(file.path, _) = $0 else {
                return XCTFail("\($0)")
            }
        }
    }

    /// A model of a user's own that holds what JSON cannot.
    private struct Overflown: SavableModel {
        static let fileFormat = "DeepTeaching overflow"
        var number = Double.nan
    }

    func testNotANumberIsNeverWritten() throws {
        let file = folder.appending(path: "model.json")
        try Data("before".utf8).write(to: file)
        assertThrows(
            EstimatorError.unwritableModel(
                path: file.path, reason: "a number of the model is infinite or none")
        ) { try Overflown().save(to: file) }
        XCTAssertEqual(try Data(contentsOf: file), Data("before".utf8), "the old file stays")
    }
}
