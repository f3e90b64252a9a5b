import XCTest

@testable import DeepTeaching

/// Every criterion, limit and weight against scikit-learn, on data without ties.
final class TreesReferenceTests: XCTestCase {
    func testTreesEqualScikitLearn() throws {
        let values = try TreesReference.loaded.get()
        XCTAssertEqual(values.trees.count, 11)
        for example in values.trees {
            let nodes =
                example.isClass
                ? try example.classTree(values).nodes : try example.numberTree(values).nodes
            assertSame(nodes, example)
            assertEqual(
                nodes.featureImportances, example.importances, accuracy: 1e-12, example.name)
        }
    }

    /// On both tables: missing values also meet questions that have seen none in training.
    func testPredictionsEqualScikitLearn() throws {
        let values = try TreesReference.loaded.get()
        for example in values.trees {
            for (isMissing, expected) in zip([false, true], example.predictions) {
                let table = try values.table(missing: isMissing)
                let found: [Double]
                if example.isClass {
                    let shares = try example.classTree(values).probabilities(for: table)
                    found = stride(from: 1, to: shares.count, by: 3).map { shares.elements[$0] }
                } else {
                    found = try example.numberTree(values).predictions(for: table)
                }
                assertEqual(found, expected, accuracy: 1e-6, "\(example.name), \(isMissing)")
            }
        }
    }

    func testPruningEqualsScikitLearn() throws {
        let values = try TreesReference.loaded.get()
        var count = 0
        for example in values.trees {
            guard let pruning = example.pruning else { continue }
            count += 1
            if example.isClass {
                let tree = try example.classTree(values)
                assertSame(tree.costComplexityPath, pruning, example.name)
                try assertSame(pruning, example.name) { try tree.pruned(alpha: $0).nodes }
            } else {
                let tree = try example.numberTree(values)
                assertSame(tree.costComplexityPath, pruning, example.name)
                try assertSame(pruning, example.name) { try tree.pruned(alpha: $0).nodes }
            }
        }
        XCTAssertEqual(count, 6)
    }

    private func assertSame(
        _ path: CostComplexityPath, _ expected: TreesReference.Pruning, _ what: String
    ) {
        assertEqual(path.alphas, expected.alphas, accuracy: 1e-12, what)
        assertEqual(path.impurities, expected.impurities, accuracy: 1e-12, what)
        XCTAssertEqual(path.leafCounts.last, 1, what)
    }

    private func assertSame(
        _ expected: TreesReference.Pruning, _ what: String, prune: (Double) throws -> TreeNodes
    ) throws {
        XCTAssertEqual(
            try expected.prices.map { try prune($0).leafCount }, expected.leaves, what)
        let middle = try prune(expected.prices[expected.prices.count / 2])
        XCTAssertNil(middle.fault, what)
        assertEqual(middle.featureImportances, expected.importances, accuracy: 1e-12, what)
    }

    /// Walks both trees in depth-first order.
    private func assertSame(_ nodes: TreeNodes, _ example: TreesReference.Tree) {
        let (expected, name) = (example.tree, example.name)
        XCTAssertEqual(nodes.count, expected.features.count, name)
        guard nodes.count == expected.features.count else { return }
        // Best-first trees are numbered as they grew, in both libraries; others in depth.
        var order = Array(0..<nodes.count)
        if example.leaves == nil {
            order = []
            var pending = [0]
            while let node = pending.popLast() {
                order.append(node)
                if let split = nodes.split(of: node) { pending += [split.above, split.below] }
            }
        }
        for (place, node) in order.enumerated() {
            let split = nodes.split(of: node)
            XCTAssertEqual(split?.feature ?? -1, expected.features[place], name)
            XCTAssertEqual(nodes.sampleCounts[node], expected.samples[place], name)
            XCTAssertEqual(
                nodes.impurities[node], expected.impurities[place], accuracy: 1e-11, name)
            guard let split else { continue }
            XCTAssertEqual(split.asksIfMissing, expected.thresholds[place] == nil, name)
            if let threshold = expected.thresholds[place] {
                XCTAssertEqual(split.threshold, threshold, accuracy: 1e-12, name)
            }
            XCTAssertEqual(split.missing == split.below, expected.missingBelow[place], name)
        }
    }
}
