import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TensorsCalls.matrixProduct

extension TensorsGraders {
    static let matrixProduct = ExerciseGrader(
        call,
        checks: [
            call.check(
                "square", "each number is a row of the first times a column of the second",
                inputs: { generator in
                    let side = 4 * (1 + generator.index(below: 2))
                    return [product(side, side, side, &generator)]
                },
                comparing: compareProducts),
            call.check(
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
            call.check(
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
        misconceptions: misconceptions,
        alternatives: [
            call.answer("in the order i, k, j: along rows of the second matrix") { a, b in
                let (rows, depth, columns) = (a.shape[0], a.shape[1], b.shape[1])
                let (left, right) = (a.elements, b.elements)
                var product = [Double](repeating: 0, count: rows * columns)
                for i in 0..<rows {
                    for k in 0..<depth {
                        for j in 0..<columns {
                            product[i * columns + j] += left[i * depth + k] * right[k * columns + j]
                        }
                    }
                }
                return Tensor(product, shape: [rows, columns])
            },
            call.answer("the sums from their last product to their first") { a, b in
                try TensorsSolution.matrixProduct(a.reversed(axis: 1), b.reversed(axis: 0))
            },
        ],
        hints: Hints(
            question: "Which numbers of A and B does the number in row i and column j of the "
                + "product come from?",
            concept: "Three loops: over the rows i of A, the columns j of B, and the places k in "
                + "the sum. A tensor may be written to: var product = Tensor<Double>.zeros(...), "
                + "then product[i, j] = sum.",
            step: "[[1, 2], [3, 4]] times [[5, 6], [7, 8]]: the number in row 0, column 1 is "
                + "1 * 6 + 2 * 8 = 22. for k in 0..<depth { sum += a[i, k] * b[k, j] }."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you multiply number by number", check: "square",
            hints: Hints(
                question: "What is the shape of a [2, 3] times a [3, 4]? Could that be number by "
                    + "number?",
                concept: "The sign * multiplies tensors number by number, in Swift as in NumPy. "
                    + "The matrix product adds up a whole row times a whole column.",
                step: "Three loops: i, j and, inside, the sum over k.")
        ) { a, b in
            a.shape == b.shape ? a * b : try TensorsSolution.matrixProduct(a, b)
        },
        call.misconception(
            "rows meet rows, not columns", check: "square",
            hints: Hints(
                question: "While k grows, do you walk along a row of B or down a column?",
                concept: "A B takes columns of B. Rows with rows is A times B transposed, which "
                    + "only square matrices mistake for it.",
                step: "Write b[k, j] where you write b[j, k].")
        ) { a, b in
            // Only square matrices allow it.
            try TensorsSolution.matrixProduct(
                a, b.shape[0] == b.shape[1] ? b.transposed() : b)
        },
        call.misconception(
            "you multiply the second by the first", check: "square",
            hints: Hints(
                question: "Is A B the same as B A? Try it with two small matrices.",
                concept: "Matrices do not commute: the order of the factors counts.",
                step: "a[i, k] * b[k, j]: i comes from A, j from B.")
        ) { a, b in
            // Only square matrices allow it.
            try a.shape == b.shape
                ? TensorsSolution.matrixProduct(b, a) : TensorsSolution.matrixProduct(a, b)
        },
        call.misconception(
            "rows and columns of your product are swapped", check: "square",
            hints: Hints(
                question: "How many rows has the product of a [2, 3] and a [3, 4]?",
                concept: "The product has the rows of A and the columns of B.",
                step: "zeros([rows, columns]) and product[i, j], with i a row of A.")
        ) { a, b in
            try TensorsSolution.matrixProduct(a, b).transposed()
        },
        call.misconception(
            "you take the rows of the second to be as long as those of the first",
            check: "any sides",
            hints: Hints(
                question: "In the list of B's elements, how far is it from b[0, j] to b[1, j]?",
                concept: "A row of B holds as many numbers as B has columns. For square matrices "
                    + "all lengths are equal, and the mistake hides.",
                step: "The place of b[k, j] is k * columns + j, of a[i, k] it is i * depth + k.")
        ) { a, b in
            let numbers = b.elements
            let depth = a.shape[1]
            return sums(a, b) { k, j in numbers[(k * depth + j) % numbers.count] }
        },
        call.misconception(
            "only the last product counts", check: "square",
            hints: Hints(
                question: "What happens in your loop to the product of the round before?",
                concept: "= replaces, += adds.",
                step: "var sum = 0.0 before the loop over k, sum += ... inside.")
        ) { a, b in
            let last = max(0, a.shape[1] - 1)
            return sums(a, b) { k, j in k == last ? b[k, j] : 0 }
        },
        call.misconception(
            "what is left over after whole blocks of four is lost", check: "any sides",
            hints: Hints(
                question: "Blocks of 4, depth 9: which products are never added?",
                concept: "Blocks and vectors make products fast, but few depths are multiples of "
                    + "them: the rest needs a loop of its own.",
                step: "End a block at min(start + 4, depth).")
        ) { a, b in
            let whole = a.shape[1] / 4 * 4
            return sums(a, b) { k, j in k < whole ? b[k, j] : 0 }
        },
        call.misconception(
            "where there is nothing to add you return no numbers", check: "nothing to add",
            hints: Hints(
                question: "A is [2, 0], B is [0, 3]. How many rows and columns has A B?",
                concept: "The shape comes from the rows of A and the columns of B. Each sum has no "
                    + "terms, so it is 0.",
                step: "Make the zeros([rows, columns]) first; loops over 0..<0 do nothing.")
        ) { a, b in
            a.shape[1] == 0 ? .zeros([0, 0]) : try TensorsSolution.matrixProduct(a, b)
        },
    ]

    private static func product(
        _ rows: Int, _ depth: Int, _ columns: Int, _ generator: inout SeededGenerator
    ) -> (Tensor<Double>, Tensor<Double>) {
        (tensor([rows, depth], &generator), tensor([depth, columns], &generator))
    }

    private static func compareProducts(
        _ expected: Tensor<Double>, _ got: Tensor<Double>, _ a: Tensor<Double>, _ b: Tensor<Double>
    ) -> Verdict {
        Comparison.within(1e-9)(expected, got).about("\(a.shape) times \(b.shape)")
    }
}

/// Sums of a[i, k] times what stands for b[k, j].
private func sums(
    _ a: Tensor<Double>, _ b: Tensor<Double>, _ second: (_ k: Int, _ j: Int) -> Double
) -> Tensor<Double> {
    var result = Tensor<Double>.zeros([a.shape[0], b.shape[1]])
    for i in 0..<a.shape[0] {
        for j in 0..<b.shape[1] {
            result[i, j] = (0..<a.shape[1]).reduce(0) { $0 + a[i, $1] * second($1, j) }
        }
    }
    return result
}
