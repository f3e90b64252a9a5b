import XCTest

@testable import DeepTeaching

final class TreeDiagramTests: XCTestCase {
    func testABoxSaysWhatTheNodeAsksAndHolds() throws {
        let tree = try DecisionTree().fit(
            Tensor(samples: [[0.0], [1], [2]]), labels: [0, 1, 0])
        let diagram = tree.diagram(featureNames: ["diameter"], classNames: ["negative", "tumour"])
        XCTAssertEqual(diagram.boxes.map(\.node), [0, 1, 2, 3, 4])
        let root = diagram.boxes[0]
        XCTAssertEqual(root.title, "diameter <= 0.5?")
        XCTAssertEqual(root.lines, ["3 samples", "impurity 0.4444", "negative 0.67"])
        XCTAssertNil(root.answer)
        let last = diagram.boxes[4]
        XCTAssertEqual(last.title, "negative 1.00")
        XCTAssertEqual(last.answer, "diameter > 1.5")
        XCTAssertTrue(last.isLeaf)
        XCTAssertEqual(diagram.boxes.map(\.x), [0.5, 0, 1, 0.5, 1.5])
        XCTAssertEqual(diagram.boxes.map(\.y), [0, 1, 1, 2, 2])
        XCTAssertEqual(
            diagram.edges.map { [$0.parent, $0.child] }, [[0, 1], [0, 2], [2, 3], [2, 4]])
        let short = tree.diagram(maximumDepth: 1)
        XCTAssertEqual(short.boxes.map(\.isCutOff), [false, false, true])
        XCTAssertEqual((short.width, short.height).0, 1)
        let numbers = try RegressionTree().fit(Tensor(samples: [[0.0], [1]]), targets: [1, 2])
        XCTAssertEqual(numbers.diagram().boxes.map(\.title), ["feature 0 <= 0.5?", "1", "2"])
    }

    func testMissingValuesAreSaid() throws {
        let gaps = try Tensor(samples: [[0.0], [1], [.nan], [.nan]])
        let settings = DecisionTree(allowsMissingValues: true)
        XCTAssertEqual(
            try settings.fit(gaps, labels: [0, 0, 1, 1]).rules(featureNames: ["age"]),
            """
            all (4 samples)
            |-- age is known (2 samples): class 0 1.00
            |-- age is missing (2 samples): class 1 1.00
            """)
        XCTAssertEqual(
            try settings.fit(gaps, labels: [0, 1, 0, 0]).rules(featureNames: ["age"]),
            """
            all (4 samples)
            |-- age <= 0.5 or missing (3 samples): class 0 1.00
            |-- age > 0.5 (1 sample): class 1 1.00
            """)
        XCTAssertEqual(
            try RegressionTree(maximumDepth: 1, allowsMissingValues: true)
                .fit(gaps, targets: [1, 5, 1, 1]).rules(),
            """
            all (4 samples)
            |-- feature 0 <= 0.5 or missing (3 samples): 1
            |-- feature 0 > 0.5 (1 sample): 5
            """)
    }

    /// Of random binary trees: neighbours on a level are 1 apart or more, parents stand midway above their
    /// children, and a mirrored tree is the mirrored drawing.
    func testTheLayoutIsTidy() {
        for seed in 0..<20 as Range<UInt64> {
            var generator = SeededGenerator(seed: seed)
            var parents = [-1]
            var depths = [0]
            var leaves = [0]
            for _ in 0..<25 {
                let parent = leaves.remove(at: generator.index(below: leaves.count))
                for _ in 0..<2 {
                    leaves.append(parents.count)
                    depths.append(depths[parent] + 1)
                    parents.append(parent)
                }
            }
            let xs = TidyLayout.positions(parents: parents)
            XCTAssertEqual(xs.min(), 0)
            for level in Set(depths) {
                let own = xs.indices.filter { depths[$0] == level }.map { xs[$0] }.sorted()
                for (left, right) in zip(own, own.dropFirst()) {
                    XCTAssertGreaterThanOrEqual(right - left, 1 - 1e-12)
                }
            }
            for parent in parents.indices {
                let own = parents.indices.filter { parents[$0] == parent }.map { xs[$0] }
                if own.count == 2 {
                    XCTAssertEqual(xs[parent], (own[0] + own[1]) / 2, accuracy: 1e-9)
                }
                XCTAssertEqual(own, own.sorted())
            }
        }
    }
}
