import XCTest

@testable import DeepTeaching

final class RandomForestTests: XCTestCase {
    private func forest(
        _ settings: RandomForest = RandomForest(trees: 30), seed: UInt64 = 1
    ) throws -> (RandomForest.Fitted, EstimatorReference) {
        let values = try EstimatorReference.load()
        let fitted = try settings.fit(Tensor(samples: values.x), labels: values.y, seed: seed)
        return (fitted, values)
    }

    /// The mean of ten forests must lie within four standard errors of scikit-learn's mean, whose
    /// forests have the deviation written beside it.
    func testAccuracyIsThatOfScikitLearn() throws {
        var test: [Double] = []
        var outOfBag: [Double] = []
        for seed in 0..<10 as Range<UInt64> {
            let (forest, values) = try forest(RandomForest(), seed: seed)
            test.append(
                try forest.accuracy(
                    for: Tensor(samples: values.x_test), labels: values.y_test))
            outOfBag.append(1 - (try XCTUnwrap(forest.outOfBag?.error)))
        }
        let expected = try EstimatorReference.load().forest
        for (found, score) in [(test, expected.test), (outOfBag, expected.out_of_bag)] {
            let mean = found.reduce(0, +) / 10
            XCTAssertEqual(mean, score.mean, accuracy: 4 * score.deviation / 10.0.squareRoot())
        }
    }

    /// The trees grown in parallel are those grown alone, one after the other.
    func testAnyNumberOfThreadsGivesTheSameForest() throws {
        let settings = RandomForest(trees: 12, classWeights: .balanced)
        let (forest, values) = try forest(settings, seed: 5)
        let table = try SampleTable(try Tensor(samples: values.x))
        let plan = try settings.tree.growthPlan(
            table: table, labels: values.y, classCount: 3, isForest: true)
        let alone = (0..<12).reversed().map {
            Grove.grow(tree: $0, plan: plan, bootstrap: true, seed: 5).nodes
        }
        XCTAssertEqual(forest.trees.map(\.nodes), alone.reversed())
        XCTAssertEqual(try self.forest(settings, seed: 5).0, forest)
        XCTAssertNotEqual(try self.forest(settings, seed: 6).0, forest)
    }

    func testProbabilitiesAreTheMeanOverTrees() throws {
        let (forest, values) = try forest()
        let test = try Tensor(samples: values.x_test)
        let found = try forest.probabilities(for: test)
        XCTAssertEqual(found.shape, [200, 3])
        var expected = [Double](repeating: 0, count: 600)
        for tree in forest.trees {
            for (place, value) in try tree.probabilities(for: test).elements.enumerated() {
                expected[place] += value / 30
            }
        }
        assertEqual(found.elements, expected, accuracy: 1e-12)
    }

    func testBootstrapDrawsWithReplacement() throws {
        let (forest, values) = try forest()
        let different = forest.trees.map { Double($0.node(0).sampleCount) / Double(values.y.count) }
        let mean = different.reduce(0, +) / 30
        // The share of samples drawn at least once is 1 - 1/e; its standard error here is 0.004.
        XCTAssertEqual(mean, 1 - exp(-1), accuracy: 0.02)
        let (whole, _) = try self.forest(RandomForest(trees: 3, bootstrap: false))
        XCTAssertEqual(whole.trees.map { $0.node(0).sampleCount }, [200, 200, 200])
        XCTAssertNil(whole.outOfBag)
    }

    /// On labels without meaning, trees that had seen a sample would know it; others cannot.
    func testOutOfBagDoesNotUseTreesThatSawTheSample() throws {
        var generator = SeededGenerator(seed: 2)
        let table = Tensor((0..<1200).map { _ in generator.normal() }, shape: [300, 4])
        let labels = (0..<300).map { _ in generator.index(below: 2) }
        let forest = try RandomForest(trees: 60).fit(table, labels: labels, seed: 3)
        XCTAssertEqual(try forest.accuracy(for: table, labels: labels), 1)
        let error = try XCTUnwrap(forest.outOfBag?.error)
        XCTAssertEqual(error, 0.5, accuracy: 0.12)
    }

    func testOneTreeLeavesInBagSamplesWithoutEstimate() throws {
        let (forest, values) = try forest(RandomForest(trees: 1))
        let estimate = try XCTUnwrap(forest.outOfBag)
        let judged = estimate.probabilities.count { $0 != nil }
        XCTAssertEqual(values.y.count - judged, forest.trees[0].node(0).sampleCount)
        let single = try RandomForest(trees: 2).fit(Tensor(samples: [[1.0]]), labels: [0])
        XCTAssertEqual(single.outOfBag?.probabilities.count, 1)
        XCTAssertNil(single.outOfBag?.error)
    }

    /// Feature 1 decides, feature 0 is noise of many values, feature 2 is constant.
    func testImportances() throws {
        var generator = SeededGenerator(seed: 4)
        let labels = (0..<300).map { _ in generator.index(below: 2) }
        let rows = labels.map { label in
            [generator.normal(), Double(label) + 0.4 * generator.normal(), 5]
        }
        let table = try Tensor(samples: rows)
        let forest = try RandomForest(trees: 40, featuresPerSplit: .all).fit(
            table, labels: labels, seed: 1)
        let impurity = forest.featureImportances
        XCTAssertEqual(impurity.reduce(0, +), 1, accuracy: 1e-12)
        XCTAssertGreaterThan(impurity[1], 0.6)
        XCTAssertEqual(impurity[2], 0)
        let shallow = try RandomForest(trees: 40, maximumDepth: 2).fit(
            table, labels: labels, seed: 1)
        let losses = try shallow.permutationImportance(
            for: table, labels: labels, repeats: 4, seed: 2)
        // Shuffling what decides leaves chance; the accuracy was about 0.9.
        XCTAssertGreaterThan(losses[1].mean, 0.25)
        XCTAssertLessThan(abs(losses[0].mean), 0.08)
        XCTAssertEqual(losses[2], PermutationImportance(mean: 0, standardDeviation: 0))
    }

    /// With nine negatives to one positive and features that say little, uniform weights never
    /// name the positive class.
    func testBalancedWeightsHearTheRareClass() throws {
        var generator = SeededGenerator(seed: 6)
        let labels = (0..<400).map { $0 % 10 == 0 ? 1 : 0 }
        let table = try Tensor(samples: labels.map { [Double($0) * 0.8 + generator.normal()] })
        func found(_ weights: ClassWeights) throws -> Int {
            let forest = try RandomForest(
                trees: 40, maximumDepth: 2, classWeights: weights
            ).fit(table, labels: labels, seed: 1)
            return try forest.predictions(for: table).reduce(0, +)
        }
        XCTAssertLessThan(try found(.uniform), 25)
        XCTAssertGreaterThan(try found(.balanced), 60)
    }

    func testCodingKeepsTheForest() throws {
        let (forest, _) = try forest(RandomForest(trees: 3))
        let data = try JSONEncoder().encode(forest)
        XCTAssertEqual(try JSONDecoder().decode(RandomForest.Fitted.self, from: data), forest)
        let empty = Data("{\"trees\":[]}".utf8)
        XCTAssertThrowsError(try JSONDecoder().decode(RandomForest.Fitted.self, from: empty))
    }

    func testAnEstimateThatIsNoProbabilityIsRefused() throws {
        let (forest, _) = try forest(RandomForest(trees: 3))
        let rows = try XCTUnwrap(forest.outOfBag?.probabilities)
        let row = try XCTUnwrap(rows.compactMap { $0 }.first)
        let text = String(decoding: try JSONEncoder().encode(forest), as: UTF8.self)
        let start = try XCTUnwrap(text.range(of: "\"outOfBag\""))
        let own = String(decoding: try JSONEncoder().encode(row), as: UTF8.self)
        for other in [row.map { $0 / 2 }, Array(row.dropLast())] {
            let damage = String(decoding: try JSONEncoder().encode(other), as: UTF8.self)
            let damaged =
                text[..<start.lowerBound].description
                + text[start.lowerBound...].replacing(own, with: damage, maxReplacements: 1)
            XCTAssertNotEqual(damaged, text)
            XCTAssertThrowsError(
                try JSONDecoder().decode(RandomForest.Fitted.self, from: Data(damaged.utf8)))
        }
    }
}
