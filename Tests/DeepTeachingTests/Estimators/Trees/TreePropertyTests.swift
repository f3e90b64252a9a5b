import XCTest

@testable import DeepTeaching

/// What may not change a tree, and what a weight means.
final class TreePropertyTests: XCTestCase {
    private static let values = (0..<150).map { index -> [Double] in
        var generator = SeededGenerator(seed: UInt64(index), stream: "property")
        return [generator.normal(), generator.normal(), generator.normal()]
    }

    private let labels = values.map { $0[0] + $0[1] * $0[2] > 0.4 ? 2 : $0[1] > 0 ? 1 : 0 }
    private let targets = values.map { $0[0] * $0[0] + $0[1] }

    private func table(_ map: (Double, Int) -> Double = { x, _ in x }) -> Tensor<Double> {
        Tensor(rows: Self.values.map { row in row.enumerated().map { map($1, $0) } })
    }

    /// Splits ask only which value is larger.
    func testRisingFunctionsOfAFeatureChangeNothing() throws {
        let (plain, other) = (table(), table { x, feature in feature == 1 ? exp(x) : 3 * x - 2 })
        for criterion in [ClassificationCriterion.gini, .entropy] {
            let settings = DecisionTree(criterion: criterion, minimumLeafSamples: 2)
            XCTAssertEqual(
                try settings.fit(plain, labels: labels).probabilities(for: plain),
                try settings.fit(other, labels: labels).probabilities(for: other))
        }
        let settings = RegressionTree(minimumLeafSamples: 2)
        XCTAssertEqual(
            try settings.fit(plain, targets: targets).predictions(for: plain),
            try settings.fit(other, targets: targets).predictions(for: other))
    }

    func testTheOrderOfTheSamplesChangesNothing() throws {
        var generator = SeededGenerator(seed: 5)
        let order = generator.shuffled(Array(labels.indices))
        let plain = table()
        let shuffled = plain.rows(at: order)
        for criterion in [ClassificationCriterion.gini, .entropy] {
            let settings = DecisionTree(criterion: criterion, maximumLeaves: 12)
            XCTAssertEqual(
                try settings.fit(plain, labels: labels).rules(),
                try settings.fit(shuffled, labels: labels.rows(at: order)).rules())
        }
        let settings = RegressionTree(maximumDepth: 5)
        XCTAssertEqual(
            try settings.fit(plain, targets: targets).rules(),
            try settings.fit(shuffled, targets: targets.rows(at: order)).rules())
    }

    func testTheNamesOfTheClassesChangeNothing() throws {
        let renamed = labels.map { [1, 2, 0][$0] }
        let first = try DecisionTree().fit(table(), labels: labels)
        let second = try DecisionTree().fit(table(), labels: renamed)
        XCTAssertEqual(first.nodes.steps, second.nodes.steps)
        XCTAssertEqual(try second.accuracy(for: table(), labels: renamed), 1)
    }

    /// A sample of weight 2 is two samples; one of weight 0 is none.
    func testWeightsAreCopies() throws {
        let copies = labels.indices.map { $0 % 3 }
        let order = labels.indices.flatMap { [Int](repeating: $0, count: copies[$0]) }
        let weights = copies.map(Double.init)
        for criterion in [ClassificationCriterion.gini, .entropy] {
            let settings = DecisionTree(criterion: criterion, maximumDepth: 5)
            let weighted = try settings.fit(table(), labels: labels, weights: weights)
            let copied = try settings.fit(
                table().rows(at: order), labels: labels.rows(at: order))
            XCTAssertEqual(weighted.nodes.steps, copied.nodes.steps)
            XCTAssertEqual(weighted.node(0).sampleCount, 100)
        }
        let settings = RegressionTree(maximumDepth: 5)
        let weighted = try settings.fit(table(), targets: targets, weights: weights)
        let copied = try settings.fit(
            table().rows(at: order), targets: targets.rows(at: order))
        XCTAssertEqual(weighted.nodes.steps, copied.nodes.steps)
        assertEqual(
            try weighted.predictions(for: table()), try copied.predictions(for: table()),
            accuracy: 1e-12)
    }

    /// Equal weights, however large, are no weights; the criterion that counts and the one that weighs
    /// find the same tree.
    func testEqualWeightsAreNone() throws {
        let plain = try DecisionTree().fit(table(), labels: labels)
        let weights = labels.map { _ in 7e200 }
        let weighted = try DecisionTree().fit(table(), labels: labels, weights: weights)
        XCTAssertEqual(plain.nodes.steps, weighted.nodes.steps)
    }

    func testLimitsAreKept() throws {
        for leaves in 1...6 {
            let tree = try RegressionTree(maximumLeaves: leaves).fit(table(), targets: targets)
            XCTAssertEqual(tree.leafCount, leaves)
        }
        let broad = try DecisionTree(minimumSplitSamples: 30).fit(table(), labels: labels)
        for index in 0..<broad.nodeCount where broad.node(index).split != nil {
            XCTAssertGreaterThanOrEqual(broad.node(index).sampleCount, 30)
        }
        // With room for all, cutting where it gains most gives the same leaves as cutting in depth.
        let deep = try DecisionTree().fit(table(), labels: labels)
        let wide = try DecisionTree(maximumLeaves: 150).fit(table(), labels: labels)
        XCTAssertEqual(wide.rules(), deep.rules())
    }

    /// Each pruned tree is a part of the tree, smaller and less pure than the one before.
    func testThePathOfPruningFalls() throws {
        let tree = try DecisionTree().fit(table(), labels: labels)
        let path = tree.costComplexityPath
        XCTAssertEqual(path.leafCounts.first, tree.leafCount)
        XCTAssertEqual(path.alphas, path.alphas.sorted())
        XCTAssertEqual(path.impurities, path.impurities.sorted())
        for (alpha, leaves) in zip(path.alphas, path.leafCounts).dropFirst() {
            let pruned = try tree.pruned(alpha: alpha.nextUp)
            XCTAssertLessThanOrEqual(pruned.leafCount, leaves)
            XCTAssertEqual(pruned.node(0).probabilities, tree.node(0).probabilities)
        }
        XCTAssertEqual(try tree.pruned(alpha: 0), tree)
        XCTAssertEqual(try tree.pruned(alpha: 1).nodeCount, 1)
        assertThrows(
            EstimatorError.unusableSetting(
                name: "alpha", value: "-1.0", allowed: "a number from 0 on")
        ) { try tree.pruned(alpha: -1) }
    }

    func testTheSameBytesForAnyNumberOfThreads() throws {
        let variable = "DEEPTEACHING_FOREST_BYTES"
        if ProcessInfo.processInfo.environment[variable] != nil {
            print("BYTES", try hashOfForests(), "END")
            return
        }
        let hashes = try [1, 2].map { threads in
            let (status, output) = try runAgain(
                test: "TreePropertyTests/testTheSameBytesForAnyNumberOfThreads",
                environment: [variable: "1", "DEEPTEACHING_THREADS": "\(threads)"])
            XCTAssertEqual(status, 0, output)
            return try XCTUnwrap(output.firstMatch(of: /BYTES (\d+) END/), output).output.1
        }
        XCTAssertEqual(hashes[0], hashes[1])
    }

    /// A hash of grown forests and what they predict for many samples, byte by byte.
    private func hashOfForests() throws -> UInt64 {
        let forest = try RandomForest(trees: 9).fit(table(), labels: labels, seed: 3)
        let numbers = try RegressionForest(trees: 9).fit(table(), targets: targets, seed: 3)
        let many = table().rows(at: (0..<3000).map { $0 % 150 })
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes =
            try encoder.encode(forest) + encoder.encode(numbers)
            + encoder.encode(forest.probabilities(for: many).elements)
            + encoder.encode(numbers.predictions(for: many))
        // FNV-1a.
        return bytes.reduce(14_695_981_039_346_656_037) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
    }
}
