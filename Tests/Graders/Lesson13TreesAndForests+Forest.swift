import Curriculum
import DeepTeaching
import GraderKit

private let call = TreesAndForestsCalls.forestProbability

extension TreesAndForestsGraders {
    static let forestProbability = ExerciseGrader(
        call,
        checks: [
            call.check(
                "way", "a sample goes from the root to one leaf",
                inputs: { generator in
                    let tree = tree(&generator)
                    // One leaf after the other, and a sample on a threshold.
                    let samples = [[-8, -8], [-8, 8], [8, -8], [8, 8], [0, 0.5], [8, 0.5]]
                    // The same without the children of the left one: places 0, 1, 2, 5 and 6.
                    let lopsided = tree.filter { ![3, 4].contains($0.place) }.map { node in
                        node.place == 1 ? TreeNode(place: 1, counts: node.counts) : node
                    }
                    return samples.map { ([tree], $0) } + samples.map { ([lopsided], $0) }
                        + [
                            (
                                [[TreeNode(place: 0, counts: [generator.index(below: 9), 3])]],
                                [1, 1]
                            )
                        ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "mean", "each tree counts the same, by its probabilities",
                inputs: { generator in
                    let sizes = [2 + generator.index(below: 3), 40 + generator.index(below: 9)]
                    // A large leaf says one class, small ones say the others.
                    let unequal = [
                        [sizes[1], 1, 2], [0, sizes[0], 1], [1, sizes[0], 0],
                    ].map { [TreeNode(place: 0, counts: $0)] }
                    return [(unequal, [0, 0])]
                        + (2..<5).map { count in
                            let trees = (0..<count).map { _ in tree(&generator) }
                            return (
                                trees, [generator.uniform(-8, 8), generator.uniform(-8, 8)]
                            )
                        }
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            call.misconception(
                "a sample on the threshold goes above", check: "way",
                hints: Hints(
                    question: "The question is \"at most 0.5?\", and the sample has 0.5. What is "
                        + "the answer?",
                    concept: "\"At most\" includes the threshold, in growing and in asking alike. "
                        + "Otherwise a training sample may reach another leaf than it made.",
                    step: "Write <= where you write <.")
            ) { trees, sample in
                try mean(trees, sample, isBelow: <)
            },
            call.misconception(
                "below and above are swapped", check: "way",
                hints: Hints(
                    question: "At which place stands the child for the answer \"yes, at most\"?",
                    concept: "Of the node at place p: below is 2 p + 1, above is 2 p + 2.",
                    step: "place = 2 * place + (isBelow ? 1 : 2).")
            ) { trees, sample in
                try mean(trees, sample, isBelow: >)
            },
            call.misconception(
                "you take the place for the index in the list", check: "way",
                hints: Hints(
                    question: "The nodes stand in any order. Is tree[2] the node at place 2?",
                    concept: "Where a node stands in the tree is written in it; where it stands in "
                        + "the list says nothing.",
                    step: "tree.first { $0.place == place }.")
            ) { trees, sample in
                try mean(
                    trees.map { tree in
                        tree.enumerated().map { index, node in
                            TreeNode(place: index, question: node.question, counts: node.counts)
                        }
                    }, sample)
            },
            call.misconception(
                "you count votes, not probabilities", check: "mean",
                hints: Hints(
                    question: "One leaf has [51, 49], another one [100, 0]. Do both say the same?",
                    concept: "A vote forgets how sure a leaf is. The mean of the shares keeps it.",
                    step: "Add counts[k] / sum of counts for each class k.")
            ) { trees, sample in
                let vote = { (counts: [Int]) -> [Double] in
                    let winner = counts.firstIndex(of: counts.max() ?? 0)
                    return counts.indices.map { $0 == winner ? 1 : 0 }
                }
                return try mean(trees, sample, shares: vote)
            },
            call.misconception(
                "you add the counts of the leaves, so that large leaves count more", check: "mean",
                hints: Hints(
                    question: "One tree's leaf holds 50 samples, another one's 2. Which tree "
                        + "decides?",
                    concept: "A tree with a deep branch is no worse judge. Each tree gives "
                        + "probabilities that add up to 1, and all trees count the same.",
                    step: "Divide each leaf's counts by their sum before you add them.")
            ) { trees, sample in
                let leaves = try trees.map { try leaf($0, sample).counts }
                let sums = leaves[0].indices.map { k in leaves.reduce(0) { $0 + $1[k] } }
                return sums.map { Double($0) / Double(sums.reduce(0, +)) }
            },
            call.misconception(
                "you add up the trees and do not divide", check: "mean",
                hints: Hints(
                    question: "What do the probabilities of your forest add up to?",
                    concept: "A mean is a sum divided by how many there are.",
                    step: "Divide by Double(trees.count).")
            ) { trees, sample in
                try mean(trees, sample).map { $0 * Double(trees.count) }
            },
            call.misconception(
                "you ask the first tree only", check: "mean",
                hints: Hints(
                    question: "How often does your code walk from a root to a leaf?",
                    concept: "One tree follows every whim of its samples. The mean of many is what "
                        + "makes a forest.",
                    step: "for tree in trees { ... } around the walk.")
            ) { trees, sample in
                try mean([trees[0]], sample)
            },
        ],
        alternatives: [
            call.answer("with a dictionary of places") { trees, sample in
                try mean(trees, sample)
            },
            call.answer("adds shares divided by the number of trees") { trees, sample in
                var result = trees[0][0].counts.map { _ in 0.0 }
                for tree in trees {
                    let counts = try leaf(tree, sample).counts
                    let all = Double(counts.reduce(0, +) * trees.count)
                    for k in counts.indices { result[k] += Double(counts[k]) / all }
                }
                return result
            },
        ],
        hints: Hints(
            question: "How do you find the node that stands at a place?",
            concept:
                "Begin at place 0. While the node there has a question, go on to the child that "
                + "the sample's answer names. The leaf's counts, divided by their sum, are the "
                + "tree's probabilities.",
            step:
                "var place = 0; while let node = tree.first(where: { $0.place == place }): with a "
                + "question, place = 2 * place + (sample[question.feature] <= question.threshold ? "
                + "1 : 2); without one, add the shares and break."))

    /// Three questions, of which one lies on 0.5; the nodes in any order but the root's being the first.
    private static func tree(_ generator: inout SeededGenerator) -> [TreeNode] {
        func counts() -> [Int] {
            // The second class has most, but not all.
            [
                generator.index(below: 9), 10 + generator.index(below: 9),
                1 + generator.index(below: 5),
            ]
        }
        func asks(_ place: Int, _ feature: Int, _ threshold: Double) -> TreeNode {
            TreeNode(
                place: place,
                question: TreeQuestion(feature: feature, threshold: threshold, impurity: 0),
                counts: counts())
        }
        let nodes =
            [asks(0, 0, 0), asks(1, 1, 0.5), asks(2, 1, 0.5)]
            + (3..<7).map { TreeNode(place: $0, counts: counts()) }
        // Never in the order of the places.
        let shuffled = generator.shuffled(nodes)
        return shuffled[0].place == 0 ? shuffled.reversed() : shuffled
    }
}

private struct NoLeaf: Error {}

private func leaf(
    _ tree: [TreeNode], _ sample: [Double], isBelow: (Double, Double) -> Bool = { $0 <= $1 }
) throws -> TreeNode {
    let nodes = Dictionary(tree.map { ($0.place, $0) }) { first, _ in first }
    var place = 0
    while let node = nodes[place] {
        guard let question = node.question else { return node }
        place = 2 * place + (isBelow(sample[question.feature], question.threshold) ? 1 : 2)
    }
    throw NoLeaf()
}

private func mean(
    _ trees: [[TreeNode]], _ sample: [Double],
    isBelow: (Double, Double) -> Bool = { $0 <= $1 },
    shares: ([Int]) -> [Double] = { counts in
        counts.map { Double($0) / Double(counts.reduce(0, +)) }
    }
) throws -> [Double] {
    let all = try trees.map { shares(try leaf($0, sample, isBelow: isBelow).counts) }
    return all[0].indices.map { k in all.reduce(0) { $0 + $1[k] } / Double(trees.count) }
}
