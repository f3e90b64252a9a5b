import CourseKit
import Curriculum
import DeepTeaching

/// Steps 5 to 7: the same for whole matrices.
extension BackpropagationCourse {
    /// The first layer of the network, what goes into it, and a gradient that comes back.
    private var layer: (x: Tensor<Double>, w: Tensor<Double>, b: Tensor<Double>, g: Tensor<Double>)
    {
        let (w, b, _, _) = beginning.parts
        let samples = Array(nuclei.features.prefix(8))
        var generator = SeededGenerator(seed: lesson.seed, stream: "upstream")
        return (
            Tensor(rows: samples), Tensor(w, shape: [2, beginning.hidden]),
            Tensor(b, shape: [beginning.hidden]),
            .normal([samples.count, beginning.hidden], using: &generator)
        )
    }

    func showDense() throws {
        try lesson.step("A whole layer at once") { step in
            step.words(
                """
                A layer of a network is many neurons side by side, and a batch is many samples. \
                Written number by number that is a long tape. Written as matrices it is one line: \
                each row of X is a sample, each column of W a neuron. And the walk back is three \
                lines, whatever the size.
                """)
            step.equation(
                "Y = X W + b",
                where: [
                    "X": "[batch, inputs]", "W": "[inputs, outputs]",
                    "b": "[outputs], added to "
                        + "each row",
                ])
            step.equation("(dL)/(dX) = G W^T", where: ["G": "dL/dY, what comes back"])
            step.equation("(dL)/(dW) = X^T G")
            step.equation("(dL)/(db) = sum_i G_i", where: ["G_i": "row i of G"])
            step.box("Matrix product and transposition") { box in
                box.words(
                    """
                    Element [i, j] of the *matrix product* A B is row i of A times column j of B, \
                    number by number, added up. So A must have as many columns as B has rows. \
                    *Transposed*, written with a raised T, rows become columns.
                    """)
            }
            step.code(
                """
                DenseGradients(
                    input: upstream.matrixProduct(weights.transposed()),
                    weights: input.transposed().matrixProduct(upstream),
                    bias: upstream.sum(axes: [0]))
                """,
                caption: "A gradient has the shape of what it belongs to: that helps to remember "
                    + "which factor is transposed.")
            step.question(
                "The bias was added to each of \(layer.x.shape[0]) rows. Which gradient does it "
                    + "get?",
                choices: ["that of one row", "the mean of the rows", "the sum of the rows"])
            try compareDense(step)
            step.words("Exercise: `denseGradients` in Exercises/Lesson03Backpropagation.swift.")
        }
    }

    private func compareDense(_ step: StepWriter) throws {
        let (x, w, b, g) = layer
        // The gradient that comes back is G if the loss is the sum of Y times G.
        let library = gradients(of: [Variable(x), Variable(w), Variable(b)]) { parts in
            (parts[0].matrixProduct(parts[1]) + parts[2]).weighted(by: g)
        }.gradients.values
        let sum = g.sum(axes: [0])
        let meanError = (sum / Double(x.shape[0]) - library[2]).absolute().maximum().scalar
        step.number(
            "biasError", (sum - library[2]).absolute().maximum().scalar,
            "The sum of the rows, beside the library's gradient: largest error",
            format: .scientific(0))
        step.number(
            "wrongBiasMeanError", meanError, "Wrong way: the mean of the rows, largest error")
        step.answer(
            "The sum. One number was used in each row, so it collects a share from each: what is "
                + "broadcast on the way forward is summed on the way back.", choice: 2)
        if let own = try mine?.value(
            of: BackpropagationCalls.denseGradients, x, w, g, say: step.words)
        {
            compare(
                "denseGradients",
                own.input.elements + own.weights.elements + own.bias.elements,
                with: library.flatMap(\.elements), in: step)
        }
    }

    func showRelu() throws {
        try lesson.step("ReLU: open or closed") { step in
            step.words(
                """
                Between two layers stands a bend, or many layers would be no more than one. The \
                *ReLU* (rectified linear unit) is a door: what is above 0 passes unchanged, all \
                else \
                becomes 0. On the way back the same doors are open: the gradient passes where the \
                input passed, whatever the gradient's sign.
                """)
            step.equation(
                "(dL)/(dx) = g \" where \" x > 0 \", else \" 0",
                where: ["x": "what went in", "g": "the gradient that comes back"])
            let (x, w, b, g) = layer
            let sums = x.matrixProduct(w) + b
            let open = sums.elements.count { $0 > 0 }
            step.question(
                "Weights drawn by chance: what share of the doors is open?", unit: "%")
            step.number(
                "openDoors", Double(open) / Double(sums.count), "Open", unit: "of the doors",
                format: .percent(0))
            step.answer(
                "About half: a sum with weights drawn by chance is as often above 0 as below. A "
                    + "unit that is closed for every sample gets no gradient at all, and may never "
                    + "learn again.")
            if let own = try mine?.value(
                of: BackpropagationCalls.reluGradient, sums, g, say: step.words)
            {
                let library = gradients(of: Variable(sums)) { $0.relu().weighted(by: g) }
                compare(
                    "reluGradient", own.elements, with: library.gradients.values[0].elements,
                    in: step)
            }
            step.words("Exercise: `reluGradient` in Exercises/Lesson03Backpropagation.swift.")
        }
    }

    func showSum() throws {
        try lesson.step("A sum gives to all alike") { step in
            step.words(
                """
                Losses are summed over samples, and biases collect over rows: sums are everywhere. \
                If one part of a sum grows by 1, the sum grows by 1. So every part gets the \
                gradient of its sum, whole and unchanged. It is not shared out among them.
                """)
            step.equation(
                "s_j = sum_i X_(i j)",
                where: [
                    "s_j": "sum of column j",
                    "X_(i j)": "row i, "
                        + "column j",
                ])
            step.equation("(dL)/(dX_(i j)) = (dL)/(ds_j)")
            step.table(
                header: ["forward", "backward"],
                rows: [
                    ["a number is copied to many places", "their gradients are summed"],
                    ["many numbers are summed", "the gradient is copied to all"],
                    ["a door is open or closed", "the same door is open or closed"],
                    ["times W", "times W transposed"],
                ], caption: "Each operation has a mirror image.")
            let upstream = Tensor<Double>([0.5, -1], shape: [2])
            if let own = try mine?.value(
                of: BackpropagationCalls.sumGradient, upstream, [8, 2], 0, say: step.words)
            {
                let library = gradients(of: Variable(Tensor<Double>.ones([8, 2]))) {
                    $0.sum(axes: [0]).weighted(by: upstream)
                }
                compare(
                    "sumGradient", own.elements, with: library.gradients.values[0].elements,
                    in: step)
            }
            step.words("Exercise: `sumGradient` in Exercises/Lesson03Backpropagation.swift.")
        }
    }
}

extension Variable {
    /// The sum of all elements times given weights: a loss whose gradient is these weights.
    fileprivate func weighted(by weights: Tensor<Scalar>) -> Variable {
        (self * Variable(weights)).sum()
    }
}
