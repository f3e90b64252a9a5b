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

    /// Eight slides around the limit of a micro-metastasis.
    private func fewSlides() -> SlideTable {
        let diameters = table[.diameter]
        let near = diameters.indices.filter { (0.1...0.9).contains(diameters[$0]) }
            .sorted { diameters[$0] < diameters[$1] }
        return table.slides(at: (0..<8).map { near[$0 * (near.count - 1) / 7] })
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
        step.number("rootImpurity", Questions.impurity(SlideTable.typeNames.indices.map { type in
            table.labels.count { $0 == type }
        }))
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
        let tissue = Questions(
            table[.tissue], labels: table.labels, classCount: SlideTable.typeNames.count)
        step.number("tissueImpurity", tissue.best(\.impurity)?.impurity ?? 0)
        if let wrong = questions.best(\.wrongImpurity) {
            let side = min(wrong.below.reduce(0, +), wrong.above.reduce(0, +))
            step.number("wrongThreshold", wrong.threshold, .decimals(2))
            step.number("wrongSide", side)
            step.number("wrongImpurity", wrong.impurity)
            step.choose(
                "wrongSplit",
                abs(wrong.threshold - threshold) < 1e-9
                    ? "same" : 20 * side < table.count ? "lonely" : "other")
        }
    }
}
