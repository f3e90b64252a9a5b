import Curriculum
import DeepTeaching
import GraderKit

private let call = ConfidenceMapsCalls.slideScore

extension ConfidenceMapsGraders {
    static let slideScore = ExerciseGrader(
        call,
        checks: [
            call.check(
                "largest", "the mean of the k largest probabilities",
                question: "Which probabilities are the k largest, and by what do you divide?",
                inputs: { generator in
                    [1, 3, 4, 7].map { count in
                        let map = withTwins(noise(5, 4, &generator), &generator)
                        return (map, all(map), count)
                    }
                }, compare: Comparison.within(1e-9)),
            call.check(
                "tissue", "only cells with tissue count",
                question: "Which cells say something about the slide?",
                inputs: { generator in
                    (0..<3).map { _ in
                        // Ten cells of tissue, one of them surely healthy, and ten of glass.
                        var map = noise(5, 4, in: 0.05...0.45, &generator)
                        var covered = all(map)
                        for row in map.indices {
                            for column in map[row].indices where (row + column) % 2 == 0 {
                                covered[row][column] = false
                                map[row][column] = generator.uniform(0.6, 0.95)
                            }
                        }
                        // With more than one cell, whoever takes the wrong ones would fail here, too.
                        return (map, covered, 1)
                    }
                }, compare: Comparison.within(1e-9)),
            call.check(
                "few", "fewer than k cells, and none at all",
                question: "Three cells of tissue, and k is 10: by what do you divide?",
                inputs: { generator in
                    let map = noise(3, 2, &generator)
                    let glass = noise(3, 4, &generator)
                    // Four cells of tissue among twelve.
                    let tissue = glass.indices.map { row in [0, 1, 2].map { ($0 + row) % 3 == 1 } }
                    return [
                        (glass, tissue, 8),
                        (map, all(map), 10), ([], [], 3),
                        ([[0, map[0][0]]], [[true, true]], 5),
                    ]
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("the largest is taken out, k times") { probabilities, covered, count in
                var seen = seen(probabilities, covered)
                var taken: [Double] = []
                while taken.count < count, let most = seen.max(),
                    let index = seen.firstIndex(of: most)
                {
                    taken.append(seen.remove(at: index))
                }
                return mean(taken)
            },
            call.answer("sorted upwards, and the last k") { probabilities, covered, count in
                mean(seen(probabilities, covered).sorted().suffix(count).map { $0 })
            },
        ],
        hints: Hints(
            question: "Sort the cells with tissue, the largest first. Which of them do you add?",
            concept: "Leave out the glass, sort downwards, take the first k, and divide their sum "
                + "by how many you have taken.",
            step: "let largest = seen.sorted(by: >).prefix(count); largest.isEmpty ? 0 : "
                + "largest.reduce(0, +) / Double(largest.count)."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "the highest probability, whatever k is", check: "largest",
            hints: Hints(
                question: "Where is k in your function?",
                concept: "The highest of ten thousand cells is often the one that is most wrong.",
                step: "Take the k largest, not the largest.")
        ) { probabilities, covered, _ in seen(probabilities, covered).max() ?? 0 },
        call.misconception(
            "the k-th largest probability, not the mean of the k largest", check: "largest",
            hints: Hints(
                question: "Does your score change if the highest cell gets higher?",
                concept: "The k-th largest is a quantile. The mean also knows how high the others "
                    + "are.",
                step: "Add all k, and divide.")
        ) { probabilities, covered, count in
            seen(probabilities, covered).sorted(by: >).prefix(count).last ?? 0
        },
        call.misconception(
            "the k smallest are taken", check: "largest",
            hints: Hints(
                question: "In which direction does sorted() sort?",
                concept: "sorted() begins with the smallest.",
                step: "sorted(by: >).prefix(count)."), isAmbiguous: true
        ) { probabilities, covered, count in
            mean(seen(probabilities, covered).sorted().prefix(count).map { $0 })
        },
        call.misconception(
            "the mean of all cells with tissue", check: "largest",
            hints: Hints(
                question: "A metastasis of ten cells on a slide of ten thousand: how large is the "
                    + "mean?",
                concept: "The mean of everything drowns a small metastasis in healthy tissue.",
                step: "Only the first k of the sorted cells.")
        ) { probabilities, covered, _ in mean(seen(probabilities, covered)) },
        call.misconception(
            "equal probabilities count once", check: "largest",
            hints: Hints(
                question: "Two cells with 0.9: how many cells are that?",
                concept: "A Set keeps each number once, and a large tumour has many cells that are "
                    + "equally sure.",
                step: "Sort the array of all cells, not a set of them.")
        ) { probabilities, covered, count in
            mean(Set(seen(probabilities, covered)).sorted(by: >).prefix(count).map { $0 })
        },
        call.misconception(
            "the sum is not divided", check: "largest",
            hints: Hints(
                question: "Can your score be larger than 1?",
                concept: "A score that is a mean of probabilities is one itself.",
                step: "Divide by the number of cells that you have added.")
        ) { probabilities, covered, count in
            seen(probabilities, covered).sorted(by: >).prefix(count).reduce(0, +)
        },
        call.misconception(
            "the glass counts with the number that it holds", check: "tissue",
            hints: Hints(
                question: "What does the array covered do in your function?",
                concept: "Nobody looked at the glass. What stands there is no probability.",
                step: "zip(probabilities.joined(), covered.joined()).filter { $0.1 }.map { $0.0 }.")
        ) { probabilities, _, count in
            mean(probabilities.joined().sorted(by: >).prefix(count).map { $0 })
        },
        call.misconception(
            "the glass counts as 0.5", check: "tissue",
            hints: Hints(
                question: "Which score does a slide get that is healthy, with much glass?",
                concept: "With 0.5 for each cell of glass every slide has a score of at least 0.5. "
                    + "\"Not looked at\" is no probability.",
                step: "Leave the cells out, do not replace them.")
        ) { probabilities, covered, count in
            let cells = zip(probabilities.joined(), covered.joined()).map { $1 ? $0 : 0.5 }
            return mean(cells.sorted(by: >).prefix(count).map { $0 })
        },
        call.misconception(
            "the covered cells are left out, and the glass is kept", check: "tissue",
            hints: Hints(
                question: "Which cells does your filter keep?",
                concept: "covered is true where the network looked.",
                step: "filter { $0.1 }, without an exclamation mark.")
        ) { probabilities, covered, count in
            mean(
                seen(probabilities, covered.map { $0.map { !$0 } }).sorted(by: >).prefix(count)
                    .map { $0 })
        },
        call.misconception(
            "the sum is divided by k, though there are fewer cells", check: "few",
            hints: Hints(
                question: "A small biopsy of three cells, all surely tumour: what is your score?",
                concept: "It must be near 1: the mean of the cells that there are.",
                step: "Divide by Double(largest.count), not by Double(count).")
        ) { probabilities, covered, count in
            seen(probabilities, covered).sorted(by: >).prefix(count).reduce(0, +) / Double(count)
        },
        call.misconception(
            "glass counts as 0", check: "few",
            hints: Hints(
                question:
                    "A small biopsy on a large glass, all of it surely tumour: what is your score?",
                concept: "Glass says nothing, not even 0: it must not be among the cells at all.",
                step: "Leave out what is not covered, then sort.")
        ) { probabilities, covered, count in
            mean(
                zip(probabilities.joined(), covered.joined()).map { $1 ? $0 : 0 }.sorted(by: >)
                    .prefix(count).map { $0 })
        },
        call.misconception(
            "a slide without tissue gives not-a-number", check: "few",
            hints: Hints(
                question: "What is 0 / 0 in floating point?",
                concept: "Not a number, and slides cannot be sorted by it. A slide without tissue "
                    + "says nothing: 0.",
                step: "largest.isEmpty ? 0 : ...")
        ) { probabilities, covered, count in
            let largest = seen(probabilities, covered).sorted(by: >).prefix(count)
            return largest.reduce(0, +) / Double(largest.count)
        },
        call.misconception(
            "cells that are surely healthy are left out", check: "few",
            hints: Hints(
                question: "Is a cell with probability 0 no cell?",
                concept: "0 on tissue is a statement. Whether there is tissue, covered says.",
                step: "Filter by covered, not by probability > 0.")
        ) { probabilities, covered, count in
            mean(
                seen(probabilities, covered).filter { $0 > 0 }.sorted(by: >).prefix(count)
                    .map { $0 })
        },
    ]

    private static func seen(_ probabilities: [[Double]], _ covered: [[Bool]]) -> [Double] {
        zip(probabilities.joined(), covered.joined()).filter(\.1).map(\.0)
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    private static func all(_ map: [[Double]]) -> [[Bool]] { map.map { $0.map { _ in true } } }

    /// A map whose highest number stands there twice.
    private static func withTwins(
        _ map: [[Double]], _ generator: inout SeededGenerator
    ) -> [[Double]] {
        var map = map
        let high = generator.uniform(0.985, 0.999)
        map[0][generator.index(below: 5)] = high
        map[2][generator.index(below: 5)] = high
        return map
    }
}
