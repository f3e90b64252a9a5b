import CourseKit
import Curriculum
import DeepTeaching

/// Step 9: the product of two matrices, slowly and fast.
extension TensorCourse {
    func showProduct() throws {
        try lesson.step("The product of two matrices") { step in
            step.words(
                """
                A *matrix* is a tensor with two axes, rows and columns. In the product of two of \
                them, row i of the first meets column j of the second: their numbers are \
                multiplied in pairs and added up. A network does this nearly all of its time, for \
                such a sum is what one of its units computes: so much of each input, added up.
                """)
            step.glossary("matrix", "a tensor with two axes: rows and columns")
            step.equation(
                "c_(i j) = sum_k a_(i k) b_(k j)",
                where: ["a, b, c": "[rows, depth], [depth, columns] and [rows, columns]"])
            step.box("What a matrix product says") { box in
                box.words(
                    """
                    Let each row of a be a patch, described by its mean red, green and blue; let \
                    each column of b be an answer, with a weight for each colour. Then row i of c \
                    holds the scores of patch i, one for each answer: all patches and all answers \
                    in one product.
                    """)
            }
            step.code(
                """
                for i in 0..<side {
                    for j in 0..<side {
                        for k in 0..<side { sum += a[i * side + k] * b[k * side + j] }
                """, caption: "The definition: rung 1 of the ladder.")
            step.question(
                "Rung 2 swaps the two inner loops, j and k, and changes nothing else. It is ...",
                choices: ["slower", "as fast", "faster"])
            try climb(step)
            showWrongRows(step)
            step.words("Exercise: `matrixProduct` in Exercises/Lesson01Tensors.swift.")
        }
    }

    private func climb(_ step: StepWriter) throws {
        let side = lesson.options.full ? 768 : 192
        var generator = SeededGenerator(seed: lesson.seed, stream: "matrix ladder")
        let a = Tensor<Float>.uniform([side, side], from: -1, to: 1, using: &generator)
        let b = Tensor<Float>.uniform([side, side], from: -1, to: 1, using: &generator)
        let library = a.matrixProduct(b)
        step.words(
            """
            All ways below multiply two matrices of \(side) x \(side) numbers: \
            \(NumberFormat.integer.text(Double(side * side * side))) times a multiplication and an \
            addition. On a terminal each says how fast it was, in this run, on this machine: \
            1 GFLOP/s is a thousand million multiplications or additions a second. The first four \
            stand in this lesson's own folder, in MatrixLadder.swift. `--full` takes matrices of \
            768 x 768 numbers.
            """)
        let rungs: [(words: String, product: MatrixLadder.Product)] = [
            ("1. as defined (i, j, k)", MatrixLadder.byDefinition),
            ("2. along the rows (i, k, j)", MatrixLadder.alongRows),
            ("3. in blocks of four rows", MatrixLadder.inBlocks),
            ("4. in vectors of eight", MatrixLadder.inVectors),
        ]
        var largest: Float = 0
        for rung in rungs {
            var result: [Float] = []
            time(rung.words, side, step) { result = rung.product(a.elements, b.elements, side) }
            for (own, reference) in zip(result, library.elements) {
                largest = max(largest, abs(own - reference))
            }
        }
        time("5. the library", side, step) { _ = a.matrixProduct(b) }
        step.number(
            "rungsDiffer", largest, "Largest difference of any two results",
            format: .scientific(0))
        explain(step)
        try showOwnProduct(a.slice(0..<8), b, step)
    }

    private func explain(_ step: StepWriter) {
        step.answer(
            "Faster, though it does the very same multiplications. The memory hands out "
                + "numbers in pieces of 16 that lie side by side. Down a column only one of "
                + "each piece is used; along a row all are, and one instruction can multiply "
                + "many at once.", choice: 2)
        step.figure(
            .sideBySide(
                [(12, 1), (1, 12)].map { right, down in
                    Self.walk(right: right, down: down).enlarged(by: 20)
                }, spacing: 24),
            name: "walks",
            caption: "In which order rung 1 (left) and rung 2 (right) read the second matrix: "
                + "first dark, last bright. The memory hands out rows.",
            alternative: "Two squares of 12 x 12 places. On the left whole columns are equally "
                + "dark, from left to right; on the right whole rows, from top to bottom.")
        step.words(
            """
            Rung 3 takes a *block* of four rows of b at a time: each sum is fetched and put back a \
            quarter as often. Rung 4 calculates with *vectors* of eight numbers, copies eight \
            columns of b so that they lie side by side, and keeps four rows of sums inside the \
            processor until they are complete [GOT08]. The library does all of this, with the \
            widest vectors that the processor has, and on all its cores. The results differ by \
            rounding alone: the same numbers added in another order round otherwise.
            """)
    }

    /// The best of three runs.
    private func time(_ words: String, _ side: Int, _ step: StepWriter, _ work: () -> Void) {
        let clock = ContinuousClock()
        let seconds = (0..<3).map { _ in clock.measure(work) / .seconds(1) }.min() ?? 0
        let speed = 2 * Double(side * side * side) / seconds / 1e9
        step.duration(
            "\(words), \(NumberFormat.decimals(1).text(speed)) GFLOP/s", seconds: seconds)
    }

    /// When each place of a matrix is read first: dark early, bright late.
    private static func walk(right: Int, down: Int) -> Image {
        var order = Plane(size: PixelSize(side: 12))
        for y in 0..<12 {
            for x in 0..<12 { order[x: x, y: y] = Float(x * right + y * down) }
        }
        return order.colored(over: 0...143)
    }

    private func showWrongRows(_ step: StepWriter) {
        let (rows, depth, columns) = (16, 3, 3)
        var generator = SeededGenerator(seed: lesson.seed, stream: "wrong rows")
        func wrongest(columns: Int) -> Float {
            let a = Tensor<Float>.uniform([rows, depth], from: 0, to: 1, using: &generator)
            let b = Tensor<Float>.uniform([depth, columns], from: 0, to: 1, using: &generator)
            let wrong = MatrixLadder.withWrongRowLength(
                a.elements, b.elements, rows: rows, depth: depth, columns: columns)
            return zip(wrong, a.matrixProduct(b).elements).map { abs($0 - $1) }.max() ?? 0
        }
        step.words(
            """
            A mistake that lives long: the place of b[k, j] in the list is k * columns + j. Who \
            writes k * depth + j is right as long as the second matrix is square, and every test \
            with square matrices passes.
            """)
        step.number(
            "squareRowLength", wrongest(columns: columns),
            "Largest error with three columns for three inputs")
        step.number(
            "wrongRowLength", wrongest(columns: 2), "Wrong way: largest error with two columns")
    }

    private func showOwnProduct(
        _ a: Tensor<Float>, _ b: Tensor<Float>, _ step: StepWriter
    ) throws {
        guard let mine else { return }
        let few = b.slice(0..<5, axis: 1)
        guard
            let own = try mine.value(
                of: TensorsCalls.matrixProduct, a.inDouble, few.inDouble, say: step.words)
        else { return }
        let library = a.inDouble.matrixProduct(few.inDouble)
        guard own.shape == library.shape else {
            step.words("**Yours** has the shape \(own.shape), the library's \(library.shape).")
            return
        }
        let difference = (own - library).absolute().maximum().scalar
        step.words(
            "**Yours** differs from the library's by \(NumberFormat.scientific(0).text(difference)) "
                + "at most, of a product [8, \(a.shape[1])] times [\(b.shape[0]), 5].")
    }
}
