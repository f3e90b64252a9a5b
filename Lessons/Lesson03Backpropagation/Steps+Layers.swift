import CourseKit
import Curriculum
import DeepTeaching

/// Steps 5 to 7: the same for whole matrices.
extension BackpropagationCourse {
    func showDense() throws {
        try lesson.step("dense") { step in
            let (w, b, _, _) = beginning.tensors
            let x = Tensor(rows: Array(nuclei.features.prefix(8)))
            var generator = SeededGenerator(seed: lesson.seed, stream: "upstream")
            let g = Tensor<Double>.normal([x.shape[0], beginning.hidden], using: &generator)
            step.number("batch", x.shape[0])

            // listing: BackpropagationCourse.layerGradients
            let layer = [Variable(x), Variable(w), Variable(b)]
            let library = gradients(of: layer) { layer in
                let y = layer[0].matrixProduct(layer[1]) + layer[2]
                return (y * Variable(g)).sum()
            }.gradients.values
            // end listing

            let sum = g.sum(axes: [0])
            let mean = sum / Double(x.shape[0])
            step.number("biasError", sum.largestDifference(from: library[2]), .scientific(0))
            step.number("wrongBiasMeanError", mean.largestDifference(from: library[2]))
            try step.compare(
                mine, BackpropagationCalls.denseGradients, x, w, g,
                with: library.flatMap(\.elements),
                part: { $0.input.elements + $0.weights.elements + $0.bias.elements })
        }
    }

    func showRelu() throws {
        try lesson.step("relu") { step in
            let (w, b, _, _) = beginning.tensors
            let sums = Tensor(rows: nuclei.features).matrixProduct(w) + b
            let open = sums.elements.count { $0 > 0 }
            step.number("doorCount", sums.count)
            step.number("openDoors", Double(open) / Double(sums.count), .percent(0))
            var generator = SeededGenerator(seed: lesson.seed, stream: "upstream")
            let g = Tensor<Double>.normal(sums.shape, using: &generator)
            let library = gradients(of: Variable(sums)) { ($0.relu() * Variable(g)).sum() }
            try step.compare(
                mine, BackpropagationCalls.reluGradient, sums, g,
                with: library.gradients.values[0])
        }
    }

    func showSum() throws {
        try lesson.step("sum") { step in
            let shape = [8, 2]
            let upstream = Tensor<Double>([0.5, -1], shape: [2])
            let library = gradients(of: Variable(Tensor<Double>.ones(shape))) {
                ($0.sum(axes: [0]) * Variable(upstream)).sum()
            }.gradients.values[0]
            step.number("sumRows", shape[0])
            step.number("sumShare", library[0, 0], .decimals(1))
            try step.compare(
                mine, BackpropagationCalls.sumGradient, upstream, shape, 0, with: library)
        }
    }
}
