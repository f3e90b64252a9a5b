import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension TensorsGraders {
    static let matrixProduct = ExerciseGrader(
        "matrixProduct",
        checks: [
            Check(
                "square", "each number is a row of the first times a column of the second",
                inputs: { generator in
                    let side = 4 * (1 + generator.index(below: 2))
                    return [product(side, side, side, &generator)]
                },
                comparing: compareProducts),
            Check(
                "any sides", "matrices of any sides that fit",
                inputs: { generator in
                    let sides = lengths(3, &generator)
                    return [
                        product(sides[0], 9 + generator.index(below: 2), sides[2], &generator),
                        product(1, sides[1], 1, &generator),
                        product(sides[0], 1, sides[2], &generator),
                    ]
                },
                comparing: compareProducts),
            Check(
                "nothing to add", "a sum of nothing is 0, and the shape stays",
                inputs: { generator in
                    let sides = lengths(2, &generator)
                    return [
                        product(sides[0], 0, sides[1], &generator),
                        product(sides[0], 2, 0, &generator),
                    ]
                },
                comparing: compareProducts),
        ],
        misconceptions: productMisconceptions,
        alternatives: [
            answer(TensorsAlternatives.AlongTheRows.self),
            answer(TensorsAlternatives.FromTheLastProduct.self),
        ],
        hints: Hints(
            question: "Which numbers of A and B does the number in row i and column j of the "
                + "product come from?",
            concept: "Three loops: over the rows i of A, the columns j of B, and the places k in "
                + "the sum. A tensor may be written to: var product = Tensor<Double>.zeros(...), "
                + "then product[i, j] = sum.",
            step: "[[1, 2], [3, 4]] times [[5, 6], [7, 8]]: the number in row 0, column 1 is "
                + "1 * 6 + 2 * 8 = 22. for k in 0..<depth { sum += a[i, k] * b[k, j] }."))

    private static let productMisconceptions = [
        Misconception(
            "you multiply number by number",
            mutant: answer(TensorsMutants.NumberByNumber.self), check: "square",
            hints: Hints(
                question: "What is the shape of a [2, 3] times a [3, 4]? Could that be number by "
                    + "number?",
                concept: "The sign * multiplies tensors number by number, in Swift as in NumPy. "
                    + "The matrix product adds up a whole row times a whole column.",
                step: "Three loops: i, j and, inside, the sum over k.")),
        Misconception(
            "rows meet rows, not columns",
            mutant: answer(TensorsMutants.RowsMeetRows.self), check: "square",
            hints: Hints(
                question: "While k grows, do you walk along a row of B or down a column?",
                concept: "A B takes columns of B. Rows with rows is A times B transposed, which "
                    + "only square matrices mistake for it.",
                step: "Write b[k, j] where you write b[j, k].")),
        Misconception(
            "you multiply the second by the first",
            mutant: answer(TensorsMutants.SecondTimesFirst.self), check: "square",
            hints: Hints(
                question: "Is A B the same as B A? Try it with two small matrices.",
                concept: "Matrices do not commute: the order of the factors counts.",
                step: "a[i, k] * b[k, j]: i comes from A, j from B.")),
        Misconception(
            "rows and columns of your product are swapped",
            mutant: answer(TensorsMutants.RowsAndColumnsSwapped.self), check: "square",
            hints: Hints(
                question: "How many rows has the product of a [2, 3] and a [3, 4]?",
                concept: "The product has the rows of A and the columns of B.",
                step: "zeros([rows, columns]) and product[i, j], with i a row of A.")),
        Misconception(
            "you take the rows of the second to be as long as those of the first",
            mutant: answer(TensorsMutants.WrongRowLength.self), check: "any sides",
            hints: Hints(
                question: "In the list of B's elements, how far is it from b[0, j] to b[1, j]?",
                concept: "A row of B holds as many numbers as B has columns. For square matrices "
                    + "all lengths are equal, and the mistake hides.",
                step: "The place of b[k, j] is k * columns + j, of a[i, k] it is i * depth + k.")),
        Misconception(
            "only the last product counts",
            mutant: answer(TensorsMutants.LastProductOnly.self), check: "square",
            hints: Hints(
                question: "What happens in your loop to the product of the round before?",
                concept: "= replaces, += adds.",
                step: "var sum = 0.0 before the loop over k, sum += ... inside.")),
        Misconception(
            "what is left over after whole blocks of four is lost",
            mutant: answer(TensorsMutants.RemainderLost.self), check: "any sides",
            hints: Hints(
                question: "Blocks of 4, depth 9: which products are never added?",
                concept: "Blocks and vectors make products fast, but few depths are multiples of "
                    + "them: the rest needs a loop of its own.",
                step: "End a block at min(start + 4, depth).")),
        Misconception(
            "where there is nothing to add you return no numbers",
            mutant: answer(TensorsMutants.NoNumbersForNothing.self), check: "nothing to add",
            hints: Hints(
                question: "A is [2, 0], B is [0, 3]. How many rows and columns has A B?",
                concept: "The shape comes from the rows of A and the columns of B. Each sum has no "
                    + "terms, so it is 0.",
                step: "Make the zeros([rows, columns]) first; loops over 0..<0 do nothing.")),
    ]

    private static func product(
        _ rows: Int, _ depth: Int, _ columns: Int, _ generator: inout SeededGenerator
    ) -> MatrixProductInputs {
        MatrixProductInputs(
            a: tensor([rows, depth], &generator), b: tensor([depth, columns], &generator))
    }

    private static func compareProducts(
        _ inputs: MatrixProductInputs, _ expected: Tensor<Double>, _ got: Tensor<Double>
    ) -> Verdict {
        Comparison.within(1e-9)(expected, got)
            .about("\(inputs.a.shape) times \(inputs.b.shape)")
    }
}
