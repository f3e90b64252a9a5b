import Curriculum
import DeepTeaching
import Solutions
import XCTest

/// The library and the solutions of Lesson 13 give the same answers.
final class TreesAndForestsSolutionTests: XCTestCase {
    private typealias Solution = TreesAndForestsSolution

    private var generator = SeededGenerator(seed: 13)

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        XCTAssertEqual(try Solution.gini(counts: [3, 1]), 0.375)
        XCTAssertEqual(
            try Solution.bestSplit(
                features: [[1], [2], [4], [5]], labels: [0, 0, 1, 1], classCount: 2),
            TreeQuestion(feature: 0, threshold: 3, impurity: 0))
        let tree = try Solution.growTree(
            features: [[1], [2]], labels: [0, 1], classCount: 2, maximumDepth: 1, draws: [[0]])
        XCTAssertEqual(
            tree.sorted { $0.place < $1.place },
            [
                TreeNode(
                    place: 0, question: TreeQuestion(feature: 0, threshold: 1.5, impurity: 0),
                    counts: [1, 1]),
                TreeNode(place: 1, counts: [1, 0]), TreeNode(place: 2, counts: [0, 1]),
            ])
        XCTAssertEqual(
            try Solution.bootstrapSample(count: 3, draws: [0.5, 0.1, 0.4]),
            BootstrapSample(inBag: [1, 0, 1], outOfBag: [2]))
        XCTAssertEqual(
            try Solution.forestProbability(
                trees: [
                    [TreeNode(place: 0, counts: [5, 0])], [TreeNode(place: 0, counts: [1, 3])],
                ], sample: []),
            [0.625, 0.375])
        XCTAssertEqual(
            try Solution.outOfBagError(
                probabilities: [[[1, 0], [1, 0]], [[1, 0], [0.3, 0.7]]], inBag: [[0, 1], [0]],
                labels: [0, 0]), 1)
        let importance = try Solution.permutationImportance(
            of: GivenClassifier(weights: [[-1, 0], [1, 0]]), features: [[1, 5], [-1, 7]],
            labels: [1, 0], permutation: [1, 0])
        XCTAssertEqual(importance, [1, 0])
    }

    private func samples() -> (rows: [[Double]], labels: [Int]) {
        let labels = (0..<60).map { $0 % 3 }
        let rows = labels.map { label in
            (0..<4).map { _ in Double(label) * 2 + generator.normal() }
        }
        return (rows, labels)
    }

    func testTheBestQuestionIsTheRootOfTheLibrarysTree() throws {
        for _ in 0..<5 {
            let (rows, labels) = samples()
            let own = try XCTUnwrap(
                Solution.bestSplit(features: rows, labels: labels, classCount: 3))
            let library = try XCTUnwrap(
                TreeQuestion.separating(features: rows, labels: labels, among: [0, 1, 2, 3]))
            XCTAssertEqual(own.impurity, library.impurity, accuracy: 1e-12)
            XCTAssertEqual(own.feature, library.feature)
            XCTAssertEqual(own.threshold, library.threshold, accuracy: 1e-12)
        }
    }

    /// A grown tree says of every sample what the library's says.
    func testTheTreeIsTheLibrarys() throws {
        let (rows, labels) = samples()
        let own = try Solution.growTree(
            features: rows, labels: labels, classCount: 3, maximumDepth: 3,
            draws: [[Int]](repeating: [0, 1, 2, 3], count: 7))
        let library = try DecisionTree(maximumDepth: 3).fit(
            Tensor(samples: rows), labels: labels)
        let probabilities = try library.probabilities(for: Tensor(samples: rows))
        for (sample, row) in rows.enumerated() {
            let shares = try Solution.forestProbability(trees: [own], sample: row)
            for k in 0..<3 {
                XCTAssertEqual(shares[k], probabilities[sample, k], accuracy: 1e-12)
            }
        }
    }

    /// With every sample out of every bag, the out-of-bag error is the error of the forest.
    func testTheOutOfBagErrorIsThatOfTheForest() throws {
        let (rows, labels) = samples()
        let forest = try RandomForest(trees: 7, maximumDepth: 2).fit(
            Tensor(samples: rows), labels: labels, seed: 3)
        let probabilities = try forest.trees.map { tree in
            let table = try tree.probabilities(for: Tensor(samples: rows))
            return rows.indices.map { sample in (0..<3).map { table[sample, $0] } }
        }
        let accuracy = try forest.accuracy(for: Tensor(samples: rows), labels: labels)
        let error = try XCTUnwrap(
            Solution.outOfBagError(
                probabilities: probabilities, inBag: probabilities.map { _ in [] },
                labels: labels))
        XCTAssertEqual(error, 1 - accuracy, accuracy: 1e-12)
    }
}
