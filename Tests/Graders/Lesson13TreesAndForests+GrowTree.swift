import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TreesAndForestsCalls.growTree

extension TreesAndForestsGraders {
    private typealias Samples = (
        features: [[Double]], labels: [Int], classCount: Int, maximumDepth: Int, draws: [[Int]]
    )

    static let growTree = ExerciseGrader(
        call,
        checks: [
            call.check(
                "questions", "each child has the samples that the answer sends there",
                inputs: { generator in
                    [1, 3].map { samples(24, depth: $0, isDrawn: false, &generator) }
                        + [chess(&generator)]
                },
                comparing: compareTrees),
            call.check(
                "depth", "a leaf stands where the depth is reached, or nothing is left to ask",
                inputs: { generator in
                    let drawn = samples(12, depth: 4, isDrawn: false, &generator)
                    // Nothing may be asked; one class only; one sample only.
                    return [
                        (drawn.features, drawn.labels, 3, 0, []),
                        (
                            drawn.features, drawn.labels.map { _ in 1 }, 2, 2,
                            [[0, 1], [0, 1], [1]]
                        ),
                        ([drawn.features[0]], [0], 2, 1, [[0]]), drawn,
                        (drawn.features, drawn.labels, 3, 1, [[0, 1]]),
                    ]
                },
                comparing: compareTrees),
            call.check(
                "draws", "each node looks at the features that were drawn for it",
                inputs: { generator in
                    (0..<3).map { _ in samples(30, depth: 3, isDrawn: true, &generator) }
                },
                comparing: compareTrees),
        ],
        misconceptions: growTreeMisconceptions,
        alternatives: [
            call.answer("by a function that calls itself") {
                features, labels, classCount, maximumDepth, draws in
                try grown(features, labels, classCount, maximumDepth, draws)
            },
            call.answer("level by level, and the nodes sorted") {
                features, labels, classCount, maximumDepth, draws in
                try grown(features, labels, classCount, maximumDepth, draws)
                    .sorted { $0.place < $1.place }
            },
        ],
        hints: Hints(
            question: "What must you remember of a node that is still to be made?",
            concept: "Its place, its depth, and the samples that came there. Making one node gives "
                + "two more to be made, or none: a list of what waits, or a function that calls "
                + "itself.",
            step: "waiting = [(0, 0, all samples)]; while let (place, depth, samples) = "
                + "waiting.popLast(): ask TreeQuestion.separating(...) for these samples among "
                + "draws[place]; append the node; append (2 * place + 1, depth + 1, samples below) "
                + "and (2 * place + 2, depth + 1, samples above)."))

    private static let growTreeMisconceptions = [
        call.misconception(
            "the features are drawn once for the whole tree", check: "draws",
            hints: Hints(
                question: "Which features may your second node ask about?",
                concept: "If a tree draws once, it never sees the other features. A draw at each "
                    + "node lets it use all of them, and still makes trees differ.",
                step: "among: draws[place], not draws[0].")
        ) { features, labels, classCount, maximumDepth, draws in
            try grown(
                features, labels, classCount, maximumDepth, draws.map { _ in draws[0] })
        },
        call.misconception(
            "each node may ask about all features", check: "draws",
            hints: Hints(
                question: "What do your nodes do with draws?",
                concept: "In a forest, all trees would begin with the same question. Features that "
                    + "are drawn anew at each node make them differ.",
                step: "Pass draws[place] as the candidates.")
        ) { features, labels, classCount, maximumDepth, draws in
            try grown(
                features, labels, classCount, maximumDepth,
                draws.map { _ in Array(features[0].indices) })
        },
        call.misconception(
            "each depth has its draw, not each node", check: "draws",
            hints: Hints(
                question: "Two nodes stand side by side. Have they the same draw?",
                concept: "draws has an entry for each place, and places are numbered through: 0, "
                    + "then 1 and 2, then 3 to 6.",
                step: "draws[place], not draws[depth].")
        ) { features, labels, classCount, maximumDepth, draws in
            try grown(
                features, labels, classCount, maximumDepth,
                draws.indices.map { draws[depth(of: $0)] })
        },
        call.misconception(
            "both children get all samples of their parent", check: "questions",
            hints: Hints(
                question: "How many samples came to the root, and how many to its two children "
                    + "together?",
                concept: "A question divides the samples. If it does not, each node asks the same "
                    + "again.",
                step: "Filter the samples of the node by features[sample][feature] <= threshold.")
        ) { features, labels, classCount, maximumDepth, draws in
            try grown(features, labels, classCount, maximumDepth, draws, divides: false)
        },
        call.misconception(
            "below and above are swapped", check: "questions",
            hints: Hints(
                question: "A sample has exactly the value of the threshold or less. At which place "
                    + "does it arrive?",
                concept: "At most the threshold is below, 2 p + 1; more is above, 2 p + 2.",
                step: "2 * place + 1 for <=.")
        ) { features, labels, classCount, maximumDepth, draws in
            try grown(features, labels, classCount, maximumDepth, draws, swaps: true)
        },
        call.misconception(
            "the tree is one question too deep", check: "depth",
            hints: Hints(
                question: "maximumDepth is 0. How many questions may be asked?",
                concept:
                    "Depth counts questions, not nodes. The root stands at depth 0, and may ask "
                    + "if 0 < maximumDepth.",
                step: "depth < maximumDepth, not <=.")
        ) { features, labels, classCount, maximumDepth, draws in
            try grown(
                features, labels, classCount, maximumDepth + 1,
                (0..<63).map { draws.indices.contains($0) ? draws[$0] : [0, 1] })
        },
        call.misconception(
            "the tree is one question too shallow", check: "depth",
            hints: Hints(
                question: "maximumDepth is 1. How many questions does your tree ask?",
                concept: "Depth counts questions: with 1, the root asks, and its children are "
                    + "leaves.",
                step: "depth < maximumDepth, with depth 0 at the root.")
        ) { features, labels, classCount, maximumDepth, draws in
            try grown(features, labels, classCount, max(0, maximumDepth - 1), draws)
        },
    ]

    /// The same nodes, in whatever order.
    private static func compareTrees(
        _ expected: [TreeNode], _ got: [TreeNode], features _: [[Double]], labels _: [Int],
        classCount _: Int, maximumDepth _: Int, draws _: [[Int]]
    ) -> Verdict {
        let (wanted, found) = (sorted(expected), sorted(got))
        for (one, other) in zip(wanted, found) {
            guard one.place == other.place else { break }
            if one.counts != other.counts {
                return .wrong(
                    "at place \(one.place) the classes have \(other.counts) samples, expected "
                        + "\(one.counts)")
            }
            if let difference = difference(one, other) { return .wrong(difference) }
        }
        if wanted.map(\.place) == found.map(\.place) { return .right }
        return .wrong(
            "there are nodes at the places \(found.map(\.place)), expected \(wanted.map(\.place))")
    }

    private static func sorted(_ tree: [TreeNode]) -> [TreeNode] {
        tree.sorted { $0.place < $1.place }
    }

    private static func difference(_ expected: TreeNode, _ got: TreeNode) -> String? {
        func words(_ question: TreeQuestion?) -> String {
            question.map { "feature \($0.feature) <= \($0.threshold)" } ?? "nothing"
        }
        if words(expected.question) == words(got.question) { return nil }
        return "the node at place \(expected.place) asks \(words(got.question)), expected "
            + words(expected.question)
    }

    /// Three classes that several features tell apart in part.
    ///
    /// - Parameter isDrawn: whether each node looks at two features of five, and its neighbour at others.
    private static func samples(
        _ count: Int, depth: Int, isDrawn: Bool, _ generator: inout SeededGenerator
    ) -> Samples {
        let labels = (0..<count).map { $0 % 3 }
        let features = isDrawn ? 5 : 2
        let rows = labels.map { label in
            (0..<features).map { _ in Double(label) * 3 + generator.uniform(-6, 6) }
        }
        let draws = (0..<(1 << depth) - 1).map { place in
            // A node shares no feature with its parent or with the node beside it.
            isDrawn ? [[0, 1], [2], [3, 4], [1], [0, 4], [0], [2]][place] : [0, 1]
        }
        return (rows, labels, 3, depth, draws)
    }

    /// Four corners, whose classes no single question tells apart.
    private static func chess(_ generator: inout SeededGenerator) -> Samples {
        let side = generator.uniform(1, 9)
        let corners = [[0, 0], [0, side], [side, 0], [side, side], [0, 0], [side, 2 * side]]
        return (corners, [0, 1, 1, 0, 0, 1], 2, 3, [[Int]](repeating: [0, 1], count: 7))
    }
}

/// How many questions lie above a place.
private func depth(of place: Int) -> Int {
    place == 0 ? 0 : 1 + depth(of: (place - 1) / 2)
}

/// A tree by recursion.
private func grown(
    _ features: [[Double]], _ labels: [Int], _ classCount: Int, _ maximumDepth: Int,
    _ draws: [[Int]], divides: Bool = true, swaps: Bool = false
) throws -> [TreeNode] {
    func branch(_ place: Int, _ samples: [Int]) throws -> [TreeNode] {
        let own = samples.map { labels[$0] }
        let node = TreeNode(
            place: place, counts: TreesAndForestsGraders.counts(own, classCount: classCount))
        guard depth(of: place) < maximumDepth,
            let question = try TreeQuestion.separating(
                features: samples.map { features[$0] }, labels: own, among: draws[place])
        else { return [node] }
        let below = samples.filter { features[$0][question.feature] <= question.threshold }
        let above = samples.filter { features[$0][question.feature] > question.threshold }
        let (left, right) = swaps ? (above, below) : (below, above)
        return [TreeNode(place: place, question: question, counts: node.counts)]
            + (try branch(2 * place + 1, divides ? left : samples))
            + (try branch(2 * place + 2, divides ? right : samples))
    }
    return try branch(0, Array(labels.indices))
}
