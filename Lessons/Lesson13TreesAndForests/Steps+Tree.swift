import CourseKit
import Curriculum
import DeepTeaching

/// Step 3: a tree that can be read.
extension ForestCourse {
    func showTree() throws {
        try lesson.step("tree") { step in
            let parts = try parts(seed: lesson.seed)
            let (training, test) = (parts.training.readable, parts.test.readable)
            // listing: ForestCourse.tree
            let tree = try DecisionTree(maximumDepth: 3, minimumLeafSamples: 5).fit(
                training.tensor, labels: training.labels)
            let rules = tree.rules(
                featureNames: training.names, classNames: SlideTable.typeNames)
            // end listing
            step.number("treeTraining", training.count)
            step.number("treeTest", test.count)
            step.diagram("tree", try boxes(of: tree, training))
            step.table("rules", rows: Self.lines(rules).map { [$0] })
            step.text("treeThresholds", Self.thresholds(of: tree))
            let treeAccuracy = try test.accuracy(of: tree)
            let rule = test.accuracy(of: test[.diameter].map(Self.rule))
            step.number("treeAccuracy", treeAccuracy, .percent(1))
            step.number("ruleAccuracy", rule, .percent(1))
            let gain = treeAccuracy - rule
            step.choose("tnm", abs(gain) < 0.02 ? "same" : gain > 0 ? "better" : "worse")
            let negatives = test.slides(at: test.labels.indices.filter { test.labels[$0] == 0 })
            let falseAlarms = negatives[.diameter].count { $0 > 0 }
            step.number("ruleMistakes", Double(falseAlarms) / Double(negatives.count), .percent(1))
            try showRareType(tree, training, test, step)
            try compareTree(training, step)
        }
    }

    /// What becomes of the slides with ITC, which are few, and whether a question changes no answer.
    private func showRareType(
        _ tree: DecisionTree.Fitted, _ training: SlideTable, _ test: SlideTable, _ step: LessonStep
    ) throws {
        let itc = MetastasisType.itc.severity
        let answers = try tree.predictions(for: test.tensor)
        step.number("itcTraining", training.labels.count { $0 == itc })
        step.number("itcTest", test.labels.count { $0 == itc })
        step.number("itcRight", zip(answers, test.labels).count { $0 == itc && $1 == itc })
        func answer(_ node: Int) -> Int? {
            let shares = tree.node(node).probabilities
            return tree.node(node).split == nil
                ? shares.firstIndex(of: shares.max() ?? 0) : nil
        }
        let nodes = 0..<tree.nodeCount
        step.choose("itcLeaf", nodes.contains { answer($0) == itc } ? "some" : "none")
        let isAlike = nodes.compactMap { tree.node($0).split }.contains { split in
            answer(split.below) != nil && answer(split.below) == answer(split.above)
        }
        step.choose("twoSides", isAlike ? "alike" : "different")
    }

    /// What the limits of the pathologists say of a measured diameter in mm.
    static func rule(_ diameter: Double) -> Int {
        // listing: ForestCourse.rule
        MetastasisType(longestDiameter: 1000 * diameter).severity
        // end listing
    }

    private static func lines(_ rules: String) -> [String] {
        rules.split(separator: "\n").map { line in
            String(line).replacing("|   ", with: "· ").replacing("|-- ", with: "")
        }
    }

    /// The diameters at which a tree parts slides, such as "0.21, 2.05".
    private static func thresholds(of tree: DecisionTree.Fitted) -> String {
        let splits = (0..<tree.nodeCount).compactMap { tree.node($0).split }
        let diameters = splits.filter { $0.feature == 0 }.map(\.threshold)
        return Set(diameters).sorted().map { NumberFormat.decimals(3).text($0) + " mm" }
            .joined(separator: ", ")
    }

    /// The tree as boxes, two questions deep.
    private func boxes(
        of tree: DecisionTree.Fitted, _ training: SlideTable
    ) throws -> [Diagram.Box] {
        let diagram = tree.diagram(
            featureNames: training.names, classNames: SlideTable.typeNames, maximumDepth: 2)
        return diagram.boxes.enumerated().map { place, box in
            let node = tree.node(box.node)
            let parent = diagram.edges.first { $0.child == place }?.parent
            let isLast = box.isLeaf || box.isCutOff
            let best = node.probabilities.indices.max {
                node.probabilities[$0] < node.probabilities[$1]
            }
            return Diagram.Box(
                isLast ? SlideTable.typeNames[best ?? 0] : box.title,
                operation: box.answer ?? "all slides",
                rows: [
                    Diagram.Row("slides", "\(node.sampleCount)"),
                    Diagram.Row("impurity", NumberFormat.decimals(2).text(node.impurity)),
                ], operands: parent.map { [$0] } ?? [])
        }
    }

    /// The student's tree of two questions beside the library's.
    private func compareTree(_ training: SlideTable, _ step: LessonStep) throws {
        let tree = try DecisionTree(maximumDepth: 2).fit(
            training.tensor, labels: training.labels)
        let all = Array(training.features.indices)
        try step.compare(
            mine, TreesAndForestsCalls.growTree, training.rows, training.labels,
            SlideTable.typeNames.count, 2, [all, all, all],
            with: tree.nodes().map(\.counts),
            part: { $0.sorted { $0.place < $1.place }.map(\.counts) })
    }
}

extension DecisionTree.Fitted {
    /// The nodes as the exercises describe them, in the order of their places; for a tree whose samples
    /// all count the same.
    func nodes() -> [TreeNode] {
        var nodes: [TreeNode] = []
        var waiting = [(index: 0, place: 0)]
        while let (index, place) = waiting.popLast() {
            let node = node(index)
            let question = node.split.map { split in
                waiting.append((split.below, 2 * place + 1))
                waiting.append((split.above, 2 * place + 2))
                return TreeQuestion(
                    feature: split.feature, threshold: split.threshold, impurity: 0)
            }
            let counts = node.probabilities.map {
                Int(($0 * Double(node.sampleCount)).rounded())
            }
            nodes.append(TreeNode(place: place, question: question, counts: counts))
        }
        return nodes.sorted { $0.place < $1.place }
    }
}

extension SlideTable {
    /// The diameter of the largest region, its area and probability, and the number of regions.
    var readable: SlideTable {
        columns { [.diameter, .area, .regions, .probability].contains($0) }
    }
}
