import Curriculum
import DeepTeaching
import GraderKit

private let call = FeaturesCalls.imputeMissing

extension FeaturesGraders {
    static let imputeMissing = ExerciseGrader(
        call,
        checks: [
            call.check(
                "median", "each gap gets the median of its column",
                question: "What stands in the middle of an even count of numbers?",
                inputs: { generator in
                    (0..<6).map { round in
                        let table = table(rows: 3 + round * 2, &generator)
                        return (table, Array(table.indices))
                    } + [
                        ([[nil, 2], [7, nil]], [0, 1]),
                        ([[-3, nil], [nil, 0], [-5, 4]], [0, 1, 2]),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "training", "only training rows say what is filled in",
                question: "May the slides of the test say anything?",
                inputs: { generator in
                    (0..<4).map { round in
                        let table = table(rows: 9 + round, &generator)
                        // In any order, and not the first rows.
                        return (table, [7, 2, 5, 3, 8].dropLast(round % 2).map { $0 })
                    } + [([[nil, 1], [100, 2], [4, nil]], [2, 0])]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "never known", "columns that no training row knows, and tables without rows",
                question: "What is the median of no numbers?",
                inputs: { generator in
                    let value = generator.uniform(2, 9)
                    return [
                        ([[nil, value], [nil, nil], [value, 3]], [0, 1]),
                        ([[nil, 1], [2, nil]], []), ([], []), ([[nil, nil]], [0]),
                        ([[value, -1]], [0]),
                    ]
                },
                compare: Comparison.within(1e-9)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("gap by gap") { features, training in
                features.map { row in
                    row.indices.map { column in
                        if let known = row[column] { return known }
                        var numbers: [Double] = []
                        for index in training {
                            if let number = features[index][column] { numbers.append(number) }
                        }
                        numbers.sort()
                        let middle = numbers.count / 2
                        if numbers.isEmpty { return 0 }
                        return numbers.count % 2 == 1
                            ? numbers[middle] : numbers[middle - 1] / 2 + numbers[middle] / 2
                    }
                }
            }
        ],
        hints: Hints(
            question: "A gap in column 1 of a test row: whose numbers do you sort?",
            concept: "Those of column 1, of the training rows, as far as they are known. Whatever "
                + "the "
                + "test rows hold, the result for the gap must stay the same.",
            step: "let known = training.compactMap { features[$0][column] }.sorted(); 0 if it is "
                + "empty, otherwise (known[(known.count - 1) / 2] + known[known.count / 2]) / 2."))

    private static let misconceptions: [Misconception] = [
        misconception(
            "all rows say what is filled in, those of the test too", check: "training",
            hints: Hints(
                question: "Change a number in a test row. Does another test row's gap change?",
                concept: "Then something of the test leaks into what the forest gets to see. It "
                    + "looks harmless, and no score shows it.",
                step: "Go over training, not over features.indices.")
        ) { features, _, column in median(features.map { $0[column] }) },
        misconception(
            "the first rows are taken for the training rows", check: "training",
            hints: Hints(
                question: "What are the numbers in training?",
                concept: "They are indices of rows, in any order; how many there are says nothing "
                    + "of "
                    + "which.",
                step: "training.compactMap { features[$0][column] }.")
        ) { features, training, column in
            median(features.prefix(training.count).map { $0[column] })
        },
        misconception(
            "the test rows are taken for the training rows", check: "training",
            hints: Hints(
                question: "Which rows does training name?",
                concept: "Those that you may learn from.",
                step: "training.compactMap { features[$0][column] }.")
        ) { features, training, column in
            // Where all rows are for training, they are all that there is.
            let rest = features.indices.filter { !training.contains($0) }
            return median((rest.isEmpty ? training : rest).map { features[$0][column] })
        },
        misconception(
            "the mean is filled in", check: "median",
            hints: Hints(
                question: "One slide has a macro-metastasis of 9 mm. What does it do to your "
                    + "number?",
                concept: "It pulls a mean far up. The median asks for the one in the middle.",
                step: "Sort, and take the middle.")
        ) { features, training, column in
            let known = training.compactMap { features[$0][column] }
            return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
        },
        misconception(
            "of an even count the larger of the two middle numbers is taken", check: "median",
            hints: Hints(
                question: "Which one stands in the middle of 1, 2, 3, 4?",
                concept: "None: two do, and their mean is the median.",
                step: "(known[(count - 1) / 2] + known[count / 2]) / 2.")
        ) { features, training, column in
            let known = training.compactMap { features[$0][column] }.sorted()
            return known.isEmpty ? 0 : known[known.count / 2]
        },
        misconception(
            "of an even count the smaller of the two middle numbers is taken", check: "median",
            hints: Hints(
                question: "Which one stands in the middle of 1, 2, 3, 4?",
                concept: "None: two do, and their mean is the median.",
                step: "(known[(count - 1) / 2] + known[count / 2]) / 2.")
        ) { features, training, column in
            let known = training.compactMap { features[$0][column] }.sorted()
            return known.isEmpty ? 0 : known[(known.count - 1) / 2]
        },
        misconception(
            "the numbers are not sorted", check: "median",
            hints: Hints(
                question: "In which order are the numbers of your column?",
                concept: "The median stands in the middle of the sorted numbers.",
                step: ".sorted() before you take the middle.")
        ) { features, training, column in
            let known = training.compactMap { features[$0][column] }
            return known.isEmpty
                ? 0 : (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
        },
        misconception(
            "gaps get 0", check: "median",
            hints: Hints(
                question: "What does a longest diameter of 0 mm say?",
                concept: "That there is no tumour. A gap says that nobody knows, and that is "
                    + "something else.",
                step: "Fill in the median of the column.")
        ) { _, _, _ in 0 },
        misconception(
            "one number is filled in for all columns", check: "median",
            hints: Hints(
                question: "May a gap among probabilities get a length in millimetres?",
                concept: "Each column has its own unit, and its own median.",
                step: "Compute known for each column.")
        ) { features, training, _ in median(training.flatMap { features[$0] }) },
        misconception(
            "gaps count as 0 in the median", check: "median",
            hints: Hints(
                question: "How many numbers of your column are known?",
                concept: "A gap is no number and does not count.",
                step: "compactMap drops what is nil.")
        ) { features, training, column in median(training.map { features[$0][column] ?? 0 }) },
        misconception(
            "zeros are left out of the median", check: "median",
            hints: Hints(
                question: "Is a longest diameter of 0 mm unknown?",
                concept: "It is known: there is no tumour. Only nil is a gap.",
                step: "Leave out nil, and nothing else.")
        ) { features, training, column in
            median(training.map { features[$0][column] }.filter { $0 != 0 })
        },
        call.misconception(
            "zeros are taken for gaps and filled", check: "median",
            hints: Hints(
                question: "What becomes of a known 0 in your table?",
                concept: "Numbers that are known stay as they are.",
                step: "$0 ?? filling, without a question for 0.")
        ) { features, training in
            filled(features.map { $0.map { $0 == 0 ? nil : $0 } }, training) {
                features, training, column in
                median(training.map { features[$0][column] })
            }
        },
        misconception(
            "a column that no training row knows takes what the test rows hold",
            check: "never known",
            hints: Hints(
                question: "No training row knows the column. Whom do you ask then?",
                concept: "Nobody: the test rows stay out of it. The gap gets 0 by agreement.",
                step: "if known.isEmpty { return 0 }.")
        ) { features, training, column in
            let known = training.map { features[$0][column] }
            return median(known.contains { $0 != nil } ? known : features.map { $0[column] })
        },
    ]

    /// A mistake in what is filled into the gaps of a column.
    private static func misconception(
        _ statement: String, check: String, hints: Hints,
        filling: @escaping @Sendable ([[Double?]], [Int], Int) -> Double
    ) -> Misconception {
        call.misconception(statement, check: check, hints: hints) { features, training in
            filled(features, training, filling)
        }
    }

    private static func filled(
        _ features: [[Double?]], _ training: [Int], _ filling: ([[Double?]], [Int], Int) -> Double
    ) -> [[Double]] {
        features.map { row in
            row.indices.map { row[$0] ?? filling(features, training, $0) }
        }
    }

    private static func median(_ numbers: [Double?]) -> Double {
        let known = numbers.compactMap { $0 }.sorted()
        return known.isEmpty ? 0 : (known[(known.count - 1) / 2] + known[known.count / 2]) / 2
    }

    /// Four columns of different size; each holds a gap, the first one zeros too.
    private static func table(
        rows: Int, _ generator: inout SeededGenerator
    ) -> [[Double?]] {
        (0..<rows).map { row in
            [1, 0.2, 40, -7].enumerated().map { column, size in
                let draw = generator.uniform()
                if (row + column) % 5 == 1 || draw < 0.15 { return nil }
                if column == 0, draw < 0.45 { return 0 }
                let value = generator.uniform()
                return size * (value + 4 * value * value * value)
            }
        }
    }
}
