import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 5: many trees.
extension ForestCourse {
    func showForest() throws {
        try lesson.step("forest") { step in
            var generator = SeededGenerator(seed: lesson.seed, stream: "bag")
            let draws = table.labels.map { _ in generator.uniform() }
            let drawn = Set(draws.map { Int($0 * Double(table.count)) })
            step.number("bagSize", table.count)
            step.number("leftOut", 1 - Double(drawn.count) / Double(table.count), .percent(1))
            let size = Double(table.count)
            step.number("leftOutExpected", pow(1 - 1 / size, size), .percent(1))
            try showErrors(step)
            try compareBag(Array(draws.prefix(20)), step)
            try compareForest(step)
        }
    }

    /// The errors of a forest as it grows, means of three splits.
    private func showErrors(_ step: LessonStep) throws {
        let sizes = [1, 2, 3, 5, 10, 20, 50, 100, 200]
        var (outOfBag, test, bag) = ([Double](), [Double](), [Double]())
        for trees in sizes {
            let errors = try seeds.map { seed in
                let parts = try parts(seed: seed)
                // listing: ForestCourse.forest
                let forest = try RandomForest(trees: trees).fit(
                    parts.training.tensor, labels: parts.training.labels, seed: seed)
                let left = forest.outOfBag?.error ?? .nan
                // end listing
                return (
                    left, 1 - (try parts.test.accuracy(of: forest)),
                    1 - (try parts.training.accuracy(of: forest))
                )
            }
            outOfBag.append(errors.map(\.0).mean)
            test.append(errors.map(\.1).mean)
            bag.append(errors.map(\.2).mean)
        }
        let x = sizes.map { log10(Double($0)) }
        step.plot(
            "forest",
            [
                Plot.Curve("outOfBag", x: x, y: outOfBag), Plot.Curve("test", x: x, y: test),
                Plot.Curve("bag", x: x, y: bag, style: .dashed),
            ], xTicks: zip(x, sizes).map { Plot.Tick($0, "\($1)") })
        let last = sizes.count - 1
        step.number("oneTreeError", test[0], .percent(1))
        step.number("forestError", test[last], .percent(1))
        step.number("outOfBagError", outOfBag[last], .percent(1))
        step.number("wrongOneTree", bag[0], .percent(1))
        step.number("wrongBagError", bag[last], .percent(1))
        step.choose("crowd", test[last] < test[0] - 0.01 ? "better" : "same")
        let gap = outOfBag[last] - test[last]
        step.choose("judges", abs(gap) < 0.015 ? "close" : gap < 0 ? "low" : "high")
    }

    private func compareBag(_ draws: [Double], _ step: LessonStep) throws {
        try step.compare(
            mine, TreesAndForestsCalls.bootstrapSample, draws.count, draws,
            with: draws.map { Int($0 * Double(draws.count)) }, part: \.inBag)
    }

    /// Three small trees of the same slides, and ten trees of ten bags.
    private func compareForest(_ step: LessonStep) throws {
        let (training, test) = try parts(seed: lesson.seed)
        let forest = try RandomForest(
            trees: 3, of: DecisionTree(maximumDepth: 3, featuresPerSplit: .squareRoot),
            bootstrap: false
        ).fit(training.tensor, labels: training.labels, seed: lesson.seed)
        let sample = test.slides(at: [test.count - 1])
        try step.compare(
            mine, TreesAndForestsCalls.forestProbability, forest.trees.map { $0.nodes() },
            sample.rows[0], with: try forest.probabilities(for: sample.tensor).elements)

        var generator = SeededGenerator(seed: lesson.seed, stream: "bags")
        let bags = (0..<10).map { _ in
            training.labels.map { _ in generator.index(below: training.count) }
        }
        let probabilities = try bags.map { bag in
            try training.slides(at: bag).fit(DecisionTree()).probabilities(for: training.tensor)
        }
        let judged = training.labels.indices.compactMap { slide -> Bool? in
            let judges = bags.indices.filter { !bags[$0].contains(slide) }
            let sums = SlideTable.typeNames.indices.map { k in
                judges.reduce(0) { $0 + probabilities[$1][slide, k] }
            }
            return judges.isEmpty
                ? nil : sums.firstIndex(of: sums.max() ?? 0) == training.labels[slide]
        }
        let table = probabilities.map { tree in
            training.labels.indices.map { slide in
                SlideTable.typeNames.indices.map { tree[slide, $0] }
            }
        }
        try step.compare(
            mine, TreesAndForestsCalls.outOfBagError, table, bags, training.labels,
            with: Optional(Double(judged.count { !$0 }) / Double(judged.count)))
    }
}
