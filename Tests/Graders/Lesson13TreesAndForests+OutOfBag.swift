import Curriculum
import DeepTeaching
import GraderKit

private let call = TreesAndForestsCalls.outOfBagError

extension TreesAndForestsGraders {
    private typealias Forest = (probabilities: [[[Double]]], inBag: [[Int]], labels: [Int])

    static let outOfBagError = ExerciseGrader(
        call,
        checks: [
            call.check(
                "judges", "only trees that have not seen a sample judge it, by their mean",
                inputs: { generator in
                    [7 + generator.index(below: 5), 20 + generator.index(below: 20)].map {
                        forest(samples: $0, &generator)
                    } + [sureMinority(&generator), even(&generator)]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "never left out", "a sample that all trees know counts neither way",
                inputs: { generator in
                    let known = knownSamples(&generator)
                    // Nobody is out of any bag.
                    let all = known.inBag.map { _ in Array(known.labels.indices) }
                    return [known, (known.probabilities, all, known.labels)]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            call.misconception(
                "you ask the trees that have learnt from the sample", check: "judges",
                hints: Hints(
                    question: "A tree has learnt a sample by heart. What is its judgement worth?",
                    concept: "A deep tree is right about nearly all samples in its bag. That error "
                        + "is close to 0, and says nothing about new samples.",
                    step: "filter { !inBag[$0].contains(sample) }.")
            ) { probabilities, inBag, labels in
                error(probabilities, labels) { inBag[$0].contains($1) }
            },
            call.misconception(
                "you ask all trees, whether they know the sample or not", check: "judges",
                hints: Hints(
                    question: "Where does your code use inBag?",
                    concept:
                        "About two thirds of the trees have learnt from a sample. They outvote "
                        + "the third that has not.",
                    step: "Leave out the trees whose bag contains the sample.")
            ) { probabilities, inBag, labels in
                error(probabilities, labels) { _, _ in true }
            },
            call.misconception(
                "you take the mean of the errors of the single trees", check: "judges",
                hints: Hints(
                    question: "Do you judge the forest, or its trees one by one?",
                    concept: "A single tree errs far more often than the forest. First the mean of "
                        + "the judges' probabilities, then one prediction, then right or wrong.",
                    step: "The outer loop runs over the samples, the inner one over the trees.")
            ) { probabilities, inBag, labels in
                let errors = probabilities.indices.compactMap { tree in
                    error([probabilities[tree]], labels) { !inBag[tree].contains($1) }
                }
                return errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
            },
            call.misconception(
                "the judges vote, however unsure they are", check: "judges",
                hints: Hints(
                    question: "Two trees say 0.51 for class 0, one says 1.0 for class 1. What does "
                        + "the mean say?",
                    concept: "The forest's prediction is the class with the highest mean "
                        + "probability. A vote forgets how sure each tree is.",
                    step: "Add probabilities[tree][sample][k] for each class k.")
            ) { probabilities, inBag, labels in
                let votes = probabilities.map { tree in
                    tree.map { row in
                        let winner = row.firstIndex(of: row.max() ?? 0)
                        return row.indices.map { $0 == winner ? 1.0 : 0 }
                    }
                }
                return error(votes, labels) { !inBag[$0].contains($1) }
            },
            call.misconception(
                "of equally probable classes you take the last", check: "judges",
                hints: Hints(
                    question: "The means are [0.5, 0.5]. Which class does your code predict?",
                    concept: "It is agreed that the first of equally high ones is predicted, so "
                        + "that all get the same error.",
                    step: "firstIndex(of: the largest), or a search with > and not >=.")
            ) { probabilities, inBag, labels in
                let turned = probabilities.map { $0.map { Array($0.reversed()) } }
                let classes = probabilities[0][0].count
                return error(turned, labels.map { classes - 1 - $0 }) {
                    !inBag[$0].contains($1)
                }
            },
            call.misconception(
                "a sample without judges counts as right", check: "never left out",
                hints: Hints(
                    question: "By which number do you divide?",
                    concept: "Who has not been judged is neither right nor wrong. Dividing by all "
                        + "samples makes the error too small.",
                    step: "Count the judged samples, and divide by that.")
            ) { probabilities, inBag, labels in
                let judged = labels.indices.count { sample in
                    inBag.contains { !$0.contains(sample) }
                }
                let own = error(probabilities, labels) { !inBag[$0].contains($1) }
                return (own ?? 0) * Double(judged) / Double(labels.count)
            },
            call.misconception(
                "a sample without judges is taken for class 0", check: "never left out",
                hints: Hints(
                    question: "What is the largest of the sums if nothing was added up?",
                    concept:
                        "Sums that are all 0 are no prediction. The sample must be passed over.",
                    step: "guard !judges.isEmpty else { continue }.")
            ) { probabilities, inBag, labels in
                let wrong = labels.indices.count { sample in
                    let judged = inBag.contains { !$0.contains(sample) }
                    let own = error(
                        probabilities.map { [$0[sample]] }, [labels[sample]]
                    ) { tree, _ in !inBag[tree].contains(sample) }
                    return judged ? own == 1 : labels[sample] != 0
                }
                return Double(wrong) / Double(labels.count)
            },
            call.misconception(
                "nobody is judged, and you say that the error is 0", check: "never left out",
                hints: Hints(
                    question: "No sample has a judge. Is the forest without error?",
                    concept: "An error that could not be measured is unknown, not 0.",
                    step: "Return nil if no sample was judged.")
            ) { probabilities, inBag, labels in
                error(probabilities, labels) { !inBag[$0].contains($1) } ?? 0
            },
        ],
        alternatives: [
            call.answer("means, tree by tree") { probabilities, inBag, labels in
                var sums = labels.map { _ in probabilities[0][0].map { _ in 0.0 } }
                var judges = labels.map { _ in 0.0 }
                for (tree, bag) in inBag.enumerated() {
                    let known = Set(bag)
                    for sample in labels.indices where !known.contains(sample) {
                        judges[sample] += 1
                        for k in sums[sample].indices {
                            sums[sample][k] += probabilities[tree][sample][k]
                        }
                    }
                }
                let judged = labels.indices.filter { judges[$0] > 0 }
                if judged.isEmpty { return nil }
                let wrong = judged.count { sample in
                    let means = sums[sample].map { $0 / judges[sample] }
                    var best = 0
                    for k in means.indices where means[k] > means[best] { best = k }
                    return best != labels[sample]
                }
                return Double(wrong) / Double(judged.count)
            }
        ],
        hints: Hints(
            question: "Which trees may judge sample 5?",
            concept: "Those in whose bag it is not. Add their probabilities class by class, take "
                + "the class with the largest sum, and compare it with the label.",
            step: "For each sample: judges = probabilities.indices.filter { "
                + "!inBag[$0].contains(sample) }; if there are none, continue; sums[k] = the sum "
                + "of "
                + "probabilities[tree][sample][k] over the judges; prediction = the first index of "
                + "the largest sum."))

    /// Trees that are right about the samples of their bag, and often wrong about the others.
    private static func forest(
        samples count: Int, _ generator: inout SeededGenerator
    ) -> Forest {
        let labels = (0..<count).map { $0 < 3 ? $0 : generator.index(below: 3) }
        let trees = 9
        // Each tree does not know every third sample, and has drawn some twice.
        let inBag = (0..<trees).map { tree in
            let known = labels.indices.filter { ($0 + tree) % 3 != 0 }
            return generator.shuffled(known + known.prefix(2))
        }
        let probabilities = (0..<trees).map { tree in
            labels.indices.map { sample -> [Double] in
                let isKnown = inBag[tree].contains(sample)
                // About the first three samples they are always wrong.
                let isRight = isKnown || sample >= 3 && generator.uniform() < 0.6
                return row(
                    isRight ? labels[sample] : (labels[sample] + 1) % 3,
                    sure: isKnown ? 0.9 : 0.7 + 0.1 * generator.uniform())
            }
        }
        return (probabilities, inBag, labels)
    }

    private static func row(_ label: Int, sure: Double) -> [Double] {
        (0..<3).map { $0 == label ? sure : (1 - sure) / 2 }
    }

    /// Of three judges two are hardly sure of class 0, and one is very sure of class 1, which is right.
    private static func sureMinority(_ generator: inout SeededGenerator) -> Forest {
        let count = 3 + generator.index(below: 5)
        let labels = (0..<count).map { $0 % 2 }
        let probabilities = (0..<3).map { tree in
            labels.map { label -> [Double] in
                let sure = tree == 2 ? 0.99 : 0.45 + 0.01 * generator.uniform()
                return label == 1 ? [1 - sure, sure] : [sure, 1 - sure]
            }
        }
        return (probabilities, [[], [], []], labels)
    }

    /// Two judges that say the opposite.
    private static func even(_ generator: inout SeededGenerator) -> Forest {
        let labels = [0, 1, 0] + (0..<2 + generator.index(below: 5)).map { _ in 0 }
        let sure = 0.75
        return (
            [[sure, 1 - sure], [1 - sure, sure]].map { row in labels.map { _ in row } },
            [[], []], labels
        )
    }

    /// Some samples, among them one of class 0 and two of class 1, are in all bags.
    private static func knownSamples(_ generator: inout SeededGenerator) -> Forest {
        let labels = [0, 1, 1] + (0..<6 + generator.index(below: 9)).map { $0 % 2 }
        let inBag = (0..<4).map { tree in
            [0, 1, 2] + labels.indices.filter { $0 > 2 && ($0 + tree) % 4 < 2 }
        }
        let probabilities = (0..<4).map { _ in
            labels.indices.map { sample -> [Double] in
                let wrong = sample % 3 == 0
                let sure = generator.uniform(0.6, 0.9)
                return (labels[sample] == 0) != wrong ? [sure, 1 - sure] : [1 - sure, sure]
            }
        }
        return (probabilities, inBag, labels)
    }
}

/// The error if these trees judge; nil if none does. The closure gets a tree and a sample.
private func error(
    _ probabilities: [[[Double]]], _ labels: [Int], isJudge: (Int, Int) -> Bool
) -> Double? {
    var hits: [Bool] = []
    for (sample, label) in labels.enumerated() {
        let judges = probabilities.indices.filter { isJudge($0, sample) }
        if judges.isEmpty { continue }
        var best = 0
        let sums = probabilities[0][sample].indices.map { k in
            judges.reduce(0) { $0 + probabilities[$1][sample][k] }
        }
        for k in sums.indices where sums[k] > sums[best] { best = k }
        hits.append(best == label)
    }
    return hits.isEmpty ? nil : Double(hits.count { !$0 }) / Double(hits.count)
}
