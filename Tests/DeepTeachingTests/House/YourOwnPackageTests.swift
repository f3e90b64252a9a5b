import DeepTeaching
import Foundation
import XCTest

/// The program on the page "The library in your own package" runs, and learns what it says.
final class YourOwnPackageTests: XCTestCase {
    private static let page = "Sources/DeepTeaching/DeepTeaching.docc/YourOwnPackage.md"

    /// What runs below is what the page shows, line by line.
    func testThePageShowsTheProgramThatRuns() throws {
        let page = try String(
            contentsOf: House.root.appending(path: Self.page), encoding: .utf8)
        let shown = try XCTUnwrap(DocumentationExample.all(in: page, file: Self.page).first).code
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let start = try XCTUnwrap(source.firstIndex { $0.hasSuffix("// listing: page") })
        let end = try XCTUnwrap(source.firstIndex { $0.hasSuffix("// end listing") })
        let ran = source[(start + 1)..<end].map { String($0.replacing(/^ {8}/, with: "")) }
        XCTAssertEqual(shown, ran)
        XCTAssertGreaterThan(shown.count, 20)
    }

    func testTheProgramOfThePageLearns() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Flowers.table().save(to: folder.appending(path: "flowers.csv"))

        // listing: page
        let table = try Table(contentsOf: folder.appending(path: "flowers.csv"))
        print(table)
        let samples = try table.samples(labelColumn: "kind", of: Float.self)
        let (training, test) = try samples.stratifiedSplit(test: 0.25, seed: 1)
        let standardizer = try Standardizer().fit(training.features)

        let (inputs, classes) = (samples.featureNames.count, samples.classNames.count)
        var generator = SeededGenerator(seed: 1)
        var network = Sequential<Float>([
            Dense<Float>(inputs: inputs, outputs: 16, activation: .relu, using: &generator),
            Dense<Float>(inputs: 16, outputs: classes, using: &generator),
        ])
        print(network.summary)

        var optimizer = Adam<Float>(learningRate: 0.01)
        let features = try standardizer.standardized(training.features)
        let batches = Batches(of: features, training.labels, size: 16, seed: 1)
        try train(&network, using: &optimizer, epochs: 30, seed: 1, batches: batches.epoch) {
            network, batch, pass in
            softmaxCrossEntropy(
                logits: network(Variable(batch.samples), in: pass), labels: batch.targets)
        }

        let scores = network(try standardizer.standardized(test.features))
        let matrix = try ConfusionMatrix(
            labels: test.labels, predictions: scores.argmax(), names: samples.classNames)
        print(matrix)
        try network.save(to: folder.appending(path: "flowers.safetensors"))
        try standardizer.save(to: folder.appending(path: "standardizer.json"))
        // end listing

        XCTAssertGreaterThan(accuracy(of: scores, labels: test.labels), 0.9)
        var copy = network
        copy.forEachParameter { _, parameter in parameter.value = .zeros(parameter.shape) }
        try copy.load(from: folder.appending(path: "flowers.safetensors"))
        let same = try Standardizer.Fitted(contentsOf: folder.appending(path: "standardizer.json"))
        XCTAssertEqual(copy(try same.standardized(test.features)), scores)
    }
}
