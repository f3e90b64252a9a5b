import CourseKit
import Curriculum
import DeepTeaching

/// Step 2: one question, and how good it is.
extension ForestCourse {
    func showSplit() throws {
        try lesson.step("split") { step in
            let few = fewSlides()
            try showHand(few, step)
            let questions = Questions(
                table[.diameter], labels: table.labels, classCount: SlideTable.typeNames.count)
            try showAll(questions, step)
            let values = few[.diameter].map { [$0] }
            let labels = few.labels.map { $0 > 1 ? 1 : 0 }
            try step.compare(
                mine, TreesAndForestsCalls.gini, [3, 1], with: Questions.impurity([3, 1]))
            let best = try TreeQuestion.separating(features: values, labels: labels, among: [0])
            try step.compare(
                mine, TreesAndForestsCalls.bestSplit, values, labels, 2,
                with: best.map { [$0.threshold, $0.impurity] },
                part: { $0.map { [$0.threshold, $0.impurity] } })
        }
    }

    /// The four smallest regions of slides with a micro- or macro-metastasis, and four of the largest of
    /// the others.
    private func fewSlides() -> SlideTable {
        let diameters = table[.diameter]
        let found = table.labels.indices.filter { diameters[$0] > 0 }
            .sorted { diameters[$0] < diameters[$1] }
        let positive = found.filter { table.labels[$0] > 1 }.prefix(4)
        let others = found.filter { table.labels[$0] < 2 }
        let last = others.count - 1
        let spread = [last / 2, last * 3 / 4, last * 9 / 10, last].map { others[$0] }
        return table.slides(
            at: (positive + spread).sorted { diameters[$0] < diameters[$1] })
    }

    private func showHand(_ few: SlideTable, _ step: LessonStep) throws {
        let labels = few.labels.map { $0 > 1 ? 1 : 0 }
        step.table(
            "few",
            rows: few.labels.indices.map { slide in
                [
                    NumberFormat.decimals(4).text(few[.diameter][slide]),
                    SlideTable.typeNames[few.labels[slide]], labels[slide] == 1 ? "yes" : "no",
                ]
            })
        let questions = Questions(few[.diameter], labels: labels, classCount: 2)
        step.table(
            "hand",
            rows: questions.all.map { question in
                let numbers = [
                    Questions.impurity(question.below), Questions.impurity(question.above),
                    question.impurity, question.wrongImpurity,
                ]
                return [
                    NumberFormat.decimals(4).text(question.threshold),
                    "\(question.below[0]) + \(question.below[1])",
                    "\(question.above[0]) + \(question.above[1])",
                ] + numbers.map { NumberFormat.decimals(3).text($0) }
            })
        let best = questions.best(\.impurity)
        step.number("handThreshold", best?.threshold ?? 0, .decimals(4))
        step.number("handImpurity", best?.impurity ?? 0)
    }

    private func showAll(_ questions: Questions, _ step: LessonStep) throws {
        let x = questions.all.map { logarithm($0.threshold) }
        let counts = SlideTable.typeNames.indices.map { type in
            table.labels.count { $0 == type }
        }
        step.number("rootImpurity", Questions.impurity(counts))
        step.plot(
            "thresholds",
            [
                Plot.Curve("weighted", x: x, y: questions.all.map(\.impurity)),
                Plot.Curve("plain", x: x, y: questions.all.map(\.wrongImpurity)),
            ], xRange: -2...1, xTicks: Self.sizeTicks)
        // listing: ForestCourse.stump
        let diameters = table.columns { $0 == .diameter }
        let stump = try DecisionTree(maximumDepth: 1).fit(
            diameters.tensor, labels: table.labels)
        // end listing
        let threshold = stump.node(0).split?.threshold ?? 0
        let best = questions.best { abs($0.threshold - threshold) }
        step.number("bestThreshold", threshold, .decimals(2))
        step.number("bestImpurity", best?.impurity ?? 0)
        step.choose("place", threshold < 0.1 ? "small" : threshold < 1 ? "middle" : "large")
        let wrong = questions.best(\.wrongImpurity)
        step.choose("plain", wrong?.threshold == best?.threshold ? "same" : "other")
        try showTrees(step)
    }

    /// Trees of three questions, asked by the weighted mean and by the plain one; each slide is judged
    /// by a tree that has learnt from other patients.
    private func showTrees(_ step: LessonStep) throws {
        let all = table.readable
        let validation = try folds(all, seed: lesson.seed)
        func accuracy(_ number: (Questions.Question) -> Double) -> Double {
            var predictions = [Int](repeating: 0, count: all.count)
            for fold in validation.folds {
                answer(
                    all.slides(at: fold.training), (all, fold.test), questions: 3, by: number,
                    &predictions)
            }
            return all.accuracy(of: predictions)
        }
        let (right, wrong) = (accuracy(\.impurity), accuracy(\.wrongImpurity))
        step.number("weightedTree", right, .percent(1))
        step.number("wrongTree", wrong, .percent(1))
        step.choose("wrongSplit", right > wrong + 0.01 ? "worse" : "same")
    }

    /// Asks the question with the smallest number, and goes on with both sides.
    ///
    /// - Parameter asked: the slides whose type is wanted, and those of them that came here.
    private func answer(
        _ training: SlideTable, _ asked: (table: SlideTable, slides: [Int]), questions: Int,
        by number: (Questions.Question) -> Double, _ predictions: inout [Int]
    ) {
        let types = SlideTable.typeNames.indices
        let counts = types.map { type in training.labels.count { $0 == type } }
        let most = counts.firstIndex(of: counts.max() ?? 0) ?? 0
        for slide in asked.slides { predictions[slide] = most }
        let best = training.features.indices.compactMap { column in
            Questions(
                training.rows.map { $0[column] }, labels: training.labels, classCount: types.count
            ).best(number).map { (column: column, question: $0) }
        }.min { number($0.question) < number($1.question) }
        guard questions > 0, counts[most] < training.count, let best
        else { return }
        let threshold = best.question.threshold
        for isBelow in [true, false] {
            let side = training.labels.indices.filter {
                (training.rows[$0][best.column] <= threshold) == isBelow
            }
            let slides = asked.slides.filter {
                (asked.table.rows[$0][best.column] <= threshold) == isBelow
            }
            answer(
                training.slides(at: side), (asked.table, slides), questions: questions - 1,
                by: number, &predictions)
        }
    }
}
