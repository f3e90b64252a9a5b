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
                    NumberFormat.decimals(3).text(few[.diameter][slide]),
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
                    NumberFormat.decimals(3).text(question.threshold),
                    "\(question.below[0]) + \(question.below[1])",
                    "\(question.above[0]) + \(question.above[1])",
                ] + numbers.map { NumberFormat.decimals(3).text($0) }
            })
        let best = questions.best(\.impurity)
        step.number("handThreshold", best?.threshold ?? 0)
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
                Plot.Curve("plain", x: x, y: questions.all.map(\.wrongImpurity), style: .dashed),
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
        showTissue(step)
    }

    /// Where there is little to find, the wrong mean is led astray.
    private func showTissue(_ step: LessonStep) {
        let tissue = Questions(
            table[.tissue], labels: table.labels, classCount: SlideTable.typeNames.count)
        guard let right = tissue.best(\.impurity), let wrong = tissue.best(\.wrongImpurity)
        else { return }
        func smaller(_ question: Questions.Question) -> Int {
            min(question.below.reduce(0, +), question.above.reduce(0, +))
        }
        step.number("tissueImpurity", right.impurity)
        step.number("tissueSide", smaller(right))
        step.number("wrongPromise", wrong.wrongImpurity)
        step.number("wrongSide", smaller(wrong))
        step.number("wrongImpurity", wrong.impurity)
        step.choose(
            "wrongSplit",
            wrong.threshold == right.threshold
                ? "same" : 20 * smaller(wrong) < table.count ? "lonely" : "other")
    }
}
