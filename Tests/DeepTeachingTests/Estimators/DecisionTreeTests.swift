import DeepTeaching
import XCTest

final class DecisionTreeTests: XCTestCase {
    /// Twelve small tables with many equal values; in several, adding the children's impurities
    /// without weighing them leads to another split.
    func testRootSplitsEqualScikitLearn() throws {
        let cases = try EstimatorReference.load().splits
        XCTAssertGreaterThanOrEqual(cases.count, 12)
        for (number, example) in cases.enumerated() {
            let tree = try DecisionTree(maximumDepth: 1).fit(
                Tensor(samples: example.x), labels: example.y)
            assertSame(tree, 0, example.tree, "table \(number)")
            assertEqual(
                tree.featureImportances, example.importance, accuracy: 1e-12, "table \(number)")
        }
    }

    /// In Float, as scikit-learn computes: its thresholds lie between rounded values.
    func testTreesEqualScikitLearn() throws {
        let values = try EstimatorReference.load()
        let table = try Tensor(samples: values.x.map { $0.map(Float.init) })
        let test = try Tensor(samples: values.x_test.map { $0.map(Float.init) })
        for (number, example) in values.trees.enumerated() {
            let tree = try example.settings.fit(table, labels: values.y)
            assertSame(tree, 0, example.tree, "tree \(number)")
            XCTAssertEqual(try tree.predictions(for: test), example.predictions, "tree \(number)")
            assertEqual(
                try tree.probabilities(for: test).elements, Array(example.probabilities.joined()),
                accuracy: 1e-11, "tree \(number)")
            assertEqual(
                tree.featureImportances, example.importance, accuracy: 1e-12, "tree \(number)")
        }
    }

    /// The deviation of a node's class shares and impurity, and all nodes below.
    private func assertSame(
        _ tree: DecisionTree.Fitted, _ index: Int, _ expected: EstimatorReference.Node,
        _ what: String
    ) {
        let node = tree.node(index)
        XCTAssertEqual(node.sampleCount, expected.samples, what)
        XCTAssertEqual(node.impurity, expected.impurity, accuracy: 1e-11, what)
        XCTAssertEqual(node.split?.feature, expected.feature, what)
        guard let split = node.split, let threshold = expected.threshold,
            let below = expected.below, let above = expected.above
        else { return }
        XCTAssertEqual(split.threshold, threshold, accuracy: 1e-12, what)
        assertSame(tree, split.below, below, what)
        assertSame(tree, split.above, above, what)
    }

    func testThresholdIsTheMiddleAndNeverDividesEqualValues() throws {
        let tree = try DecisionTree().fit(
            Tensor(samples: [[1.0], [1], [3], [3], [3]]), labels: [0, 1, 1, 1, 1])
        XCTAssertEqual(tree.node(0).split?.threshold, 2)
        // The two samples of value 1 have both classes and can never be told apart.
        XCTAssertEqual(tree.nodeCount, 3)
        XCTAssertEqual(tree.node(1).probabilities, [0.5, 0.5])
        XCTAssertEqual(try tree.predictions(for: Tensor(samples: [[2.0], [2.0001]])), [0, 1])
    }

    /// The middle of two neighbouring numbers rounds to the one with an even last bit: once to the
    /// lower, once to the upper.
    func testNeighbouringNumbersStayApart() throws {
        for lower in [1.0, 1.0.nextUp] {
            let table = try Tensor(samples: [[lower], [lower.nextUp]])
            let tree = try DecisionTree().fit(table, labels: [0, 1])
            XCTAssertEqual(try tree.predictions(for: table), [0, 1])
        }
    }

    func testZeroAndMinusZeroAreEqual() throws {
        let table = try Tensor(samples: [[-0.0], [0.0], [0.0], [-0.0]])
        let tree = try DecisionTree().fit(table, labels: [0, 1, 1, 0])
        XCTAssertEqual(tree.nodeCount, 1)
    }

    func testOfEquallyGoodSplitsTheFirstIsTaken() throws {
        let table = try Tensor(samples: [[0.0, 0], [1, 1], [2, 2], [3, 3]])
        let tree = try DecisionTree(maximumDepth: 1).fit(table, labels: [0, 1, 1, 0])
        XCTAssertEqual(tree.node(0).split?.feature, 0)
        XCTAssertEqual(tree.node(0).split?.threshold, 0.5)
    }

    /// No single question lowers the impurity of an exclusive or; the tree must ask all the same.
    func testExclusiveOr() throws {
        let table = try Tensor(samples: [[0.0, 0], [0, 1], [1, 0], [1, 1]])
        let tree = try DecisionTree().fit(table, labels: [0, 1, 1, 0])
        XCTAssertEqual(try tree.predictions(for: table), [0, 1, 1, 0])
        XCTAssertEqual(tree.depth, 2)
        XCTAssertEqual(tree.leafCount, 4)
    }

    func testFullTreeKnowsEverySampleInFloatAndDouble() throws {
        var generator = SeededGenerator(seed: 3)
        let values = (0..<3000).map { _ in Float(generator.normal()) }
        let labels = (0..<1000).map { _ in generator.index(below: 4) }
        let floats = Tensor(values, shape: [1000, 3])
        let doubles = Tensor(values.map(Double.init), shape: [1000, 3])
        let tree = try DecisionTree().fit(floats, labels: labels)
        XCTAssertEqual(try tree.accuracy(for: floats, labels: labels), 1)
        XCTAssertEqual(tree, try DecisionTree().fit(doubles, labels: labels))
    }

    /// Doubles that agree in their upper 32 bits, in falling order.
    func testCloseDoublesAreSorted() throws {
        let values = (0..<500).map { 1 + Double(500 - $0) * 0x1p-50 }
        let labels = (0..<500).map { $0 < 123 ? 1 : 0 }
        let table = Tensor(values, shape: [500, 1])
        let tree = try DecisionTree().fit(table, labels: labels)
        XCTAssertEqual(tree.leafCount, 2)
        XCTAssertEqual(try tree.predictions(for: table), labels)
    }

    func testDepthAndLeafSizeAreKept() throws {
        let values = try EstimatorReference.load()
        let table = try Tensor(samples: values.x)
        let shallow = try DecisionTree(maximumDepth: 2).fit(table, labels: values.y)
        XCTAssertEqual(shallow.depth, 2)
        let stump = try DecisionTree(maximumDepth: 0).fit(table, labels: values.y)
        XCTAssertEqual(stump.nodeCount, 1)
        XCTAssertEqual(stump.featureImportances, [0, 0, 0, 0, 0])
        let broad = try DecisionTree(minimumLeafSamples: 20).fit(table, labels: values.y)
        for index in 0..<broad.nodeCount {
            XCTAssertGreaterThanOrEqual(broad.node(index).sampleCount, 20)
        }
        XCTAssertGreaterThan(broad.leafCount, 3)
    }

    /// A feature drawn anew at each node: with one of two features a split, both get used.
    func testFeaturesAreDrawnAtEachNode() throws {
        var generator = SeededGenerator(seed: 9)
        let table = Tensor((0..<800).map { _ in generator.normal() }, shape: [400, 2])
        let labels = (0..<400).map { _ in generator.index(below: 2) }
        let settings = DecisionTree(featuresPerSplit: .exactly(1))
        let tree = try settings.fit(table, labels: labels, seed: 1)
        let used = Set((0..<tree.nodeCount).compactMap { tree.node($0).split?.feature })
        XCTAssertEqual(used, [0, 1])
        XCTAssertEqual(tree, try settings.fit(table, labels: labels, seed: 1))
        XCTAssertNotEqual(tree, try settings.fit(table, labels: labels, seed: 2))
    }

    /// One draw that hits a constant feature must not end the growth.
    func testConstantFeaturesAreDrawnPast() throws {
        let table = try Tensor(samples: (0..<20).map { [7.0, 7, 7, Double($0), 7, 7] })
        let labels = (0..<20).map { $0 < 10 ? 0 : 1 }
        for seed in 0..<10 as Range<UInt64> {
            let tree = try DecisionTree(featuresPerSplit: .exactly(1)).fit(
                table, labels: labels, seed: seed)
            XCTAssertEqual(tree.leafCount, 2)
        }
    }

    func testRulesReadLikeSentences() throws {
        let tree = try DecisionTree().fit(Tensor(samples: [[0.0], [0], [1]]), labels: [0, 0, 1])
        XCTAssertEqual(
            tree.rules(featureNames: ["diameter"], classNames: ["negative", "tumour"]),
            """
            all (3 samples)
            |-- diameter <= 0.5 (2 samples): negative 1.00
            |-- diameter > 0.5 (1 sample): tumour 1.00
            """)
    }

    func testDeepRulesAreIndentedOrCut() throws {
        let tree = try DecisionTree().fit(Tensor(samples: [[0.0], [1], [2]]), labels: [0, 1, 0])
        XCTAssertEqual(
            tree.description,
            """
            all (3 samples)
            |-- feature 0 <= 0.5 (1 sample): class 0 1.00
            |-- feature 0 > 0.5 (2 samples)
            |   |-- feature 0 <= 1.5 (1 sample): class 1 1.00
            |   |-- feature 0 > 1.5 (1 sample): class 0 1.00
            """)
        XCTAssertEqual(
            tree.rules(maximumDepth: 1),
            """
            all (3 samples)
            |-- feature 0 <= 0.5 (1 sample): class 0 1.00
            |-- feature 0 > 0.5 (2 samples)
            |   |-- ...
            """)
    }

    func testNodesMayLieDeeperThanTheStackOfFunctions() throws {
        // Alternating labels of growing width peel off one value a level.
        let count = 6000
        let table = Tensor((0..<count).map(Double.init), shape: [count, 1])
        let labels = (0..<count).map { $0 % 2 }
        let tree = try DecisionTree().fit(table, labels: labels)
        XCTAssertEqual(try tree.predictions(for: table), labels)
        let copy = try decoded(tree)
        XCTAssertEqual(copy.depth, tree.depth)
    }

    func testCodingKeepsTheTree() throws {
        let values = try EstimatorReference.load()
        let tree = try DecisionTree().fit(Tensor(samples: values.x), labels: values.y)
        XCTAssertEqual(try decoded(tree), tree)
    }

    private func decoded(_ tree: DecisionTree.Fitted) throws -> DecisionTree.Fitted {
        try JSONDecoder().decode(DecisionTree.Fitted.self, from: try JSONEncoder().encode(tree))
    }

    /// A damaged file must be refused, not walked in circles or out of bounds.
    func testDamagedTreesAreRefused() throws {
        let tree = try DecisionTree().fit(Tensor(samples: [[0.0], [1]]), labels: [0, 1])
        let text = String(decoding: try JSONEncoder().encode(tree), as: UTF8.self)
        let damages = [
            ("\"children\":[1,", "\"children\":[0,"), ("\"children\":[1,", "\"children\":[2,"),
            ("\"missingGoesBelow\":[]", "\"missingGoesBelow\":[true,true,true]"),
            ("\"features\":[0,", "\"features\":[5,"), ("\"valueCount\":2", "\"valueCount\":0"),
            ("\"valueCount\":2", "\"valueCount\":3"), ("\"thresholds\":[0.5,", "\"thresholds\":["),
        ]
        for (sound, damaged) in damages {
            XCTAssertTrue(text.contains(sound), sound)
            let data = Data(text.replacingOccurrences(of: sound, with: damaged).utf8)
            XCTAssertThrowsError(
                try JSONDecoder().decode(DecisionTree.Fitted.self, from: data), damaged)
        }
    }

    /// A tree of three questions as it is stored.
    private static let stored = """
        {"featureCount":2,"valueCount":2,"allowsMissing":false,"missingGoesBelow":[],\
        "features":[0,1,-1,-1,1,-1,-1],"thresholds":[0.5,1,0,0,2,0,0],\
        "children":[1,3,0,0,5,0,0],"sampleCounts":[8,5,3,2,3,1,2],\
        "weights":[8,5,3,2,3,1,2],"impurities":[0.5,0.375,0,0,0.5,0,0],\
        "values":[0.5,0.5,0.25,0.75,1,0,0,1,0.5,0.5,1,0,0,1]}
        """

    /// What is stored must be a tree of probabilities: nodes that share a child make it a net, in
    /// which there are more ways than any walk can end.
    func testTreesThatAreNoneAreRefused() throws {
        func decode(_ text: String) throws -> DecisionTree.Fitted {
            try JSONDecoder().decode(DecisionTree.Fitted.self, from: Data(text.utf8))
        }
        XCTAssertEqual(try decode(Self.stored).depth, 3)
        let sound = Self.stored.replacingOccurrences(
            of: "[0,1,-1,-1,1,-1,-1]", with: "[0,1,1,-1,-1,-1,-1]"
        ).replacingOccurrences(of: "[1,3,0,0,5,0,0]", with: "[1,3,5,0,0,0,0]")
        XCTAssertEqual(try decode(sound).depth, 2)
        for (part, damaged) in [
            ("[1,3,5,", "[1,3,3,"), ("[1,3,5,", "[1,3,4,"), ("[0,1,1,", "[0,1,-2,"),
            ("[0,1,1,", "[0,1,-1,"), ("0.25,0.75,1", "0.25,0.7,1"), ("0.25,0.75,1", "-1,2,1"),
            ("sampleCounts\":[8,", "sampleCounts\":[-8,"), ("weights\":[8,", "weights\":[-8,"),
            ("weights\":[8,", "weights\":[0,"), ("[0.5,0.375,", "[0.5,-0.375,"),
            ("[0.5,1,0,", "[1e999,1,0,"), ("[1,3,5,", "[0,3,5,"), ("[]", "[true]"),
            ("[0.5,0.375,", "[0.375,"),
        ] {
            XCTAssertTrue(sound.contains(part), part)
            XCTAssertThrowsError(
                try decode(sound.replacingOccurrences(of: part, with: damaged)), damaged)
        }
    }
}
