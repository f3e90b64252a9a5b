import CourseKit
import DeepTeaching

/// Step 4: trees that are too deep, and how they are pruned.
extension ForestCourse {
    func showDepth() throws {
        try lesson.step("depth") { step in
            let depths = Array(1...12)
            let results = try depths.map { depth in
                try judged { DecisionTree(maximumDepth: depth) }
            }
            let whole = try judged { DecisionTree() }
            step.number("wholeTraining", whole.training, .percent(1))
            step.number("wholeLeaves", whole.leaves, .decimals(0))
            step.number("wholeValidation", whole.validation, .percent(1))
            step.plot(
                "depths",
                [
                    Plot.Curve("training", results.map(\.training)),
                    Plot.Curve("validation", results.map(\.validation)),
                ])
            let best = results.indices.max { results[$0].validation < results[$1].validation } ?? 0
            step.number("bestDepth", depths[best])
            step.number("bestDepthValidation", results[best].validation, .percent(1))
            let loss = results[best].validation - whole.validation
            step.choose("overfitting", loss > 0.01 ? "seen" : "unseen")
            try showPruning(whole, step)
        }
    }

    /// What became of a kind of tree: means over five folds of patients, three times.
    private struct Judgement {
        var training = 0.0
        var validation = 0.0
        var leaves = 0.0
    }

    private func judged<Tree: Classifier>(
        _ tree: () -> Tree
    ) throws -> Judgement where Tree.Fitted == DecisionTree.Fitted {
        var sums = Judgement()
        var count = 0.0
        for seed in seeds {
            for fold in try folds(table, seed: seed).folds {
                let training = table.slides(at: fold.training)
                let model = try training.fit(tree(), seed: seed)
                sums.training += try training.accuracy(of: model)
                sums.validation += try table.slides(at: fold.test).accuracy(of: model)
                sums.leaves += Double(model.leafCount)
                count += 1
            }
        }
        return Judgement(
            training: sums.training / count, validation: sums.validation / count,
            leaves: sums.leaves / count)
    }

    private func showPruning(_ whole: Judgement, _ step: LessonStep) throws {
        let alphas = [0, 0.002, 0.004, 0.008, 0.016, 0.05, 0.2]
        let pruned = try alphas.map { alpha in try judged { PrunedTree(alpha: alpha) } }
        step.table(
            "pruning",
            rows: zip(alphas, pruned).map { alpha, tree in
                [
                    NumberFormat.decimals(3).text(alpha),
                    NumberFormat.decimals(1).text(tree.leaves), Self.percent(tree.training),
                    Self.percent(tree.validation),
                ]
            })
        let best = pruned.indices.max { pruned[$0].validation < pruned[$1].validation } ?? 0
        step.number("bestAlpha", alphas[best])
        step.number("prunedLeaves", pruned[best].leaves, .decimals(1))
        step.number("prunedValidation", pruned[best].validation, .percent(1))
        step.choose("pruned", pruned[best].validation > whole.validation + 0.005 ? "helps" : "same")
    }
}
