import CourseKit
import DeepTeaching
import Dispatch

/// Step 11: a hundred lines beside a library.
extension BackpropagationCourse {
    func showLibrary(_ trained: TapeTraining.Result) throws {
        try lesson.step("A hundred lines beside a library") { step in
            step.words(
                """
                The library does just the same, with matrices in place of numbers: a `Variable` \
                remembers how it was computed, each operation has its forward line and its \
                pullback \
                side by side, and `gradients(of:)` walks back. Here is the same network as the \
                library sees it.
                """)
            let network = trained.network.library
            let x = Tensor<Double>(rows: nuclei.features)
            let graph = computationGraph(of: network) { network in
                softmaxCrossEntropy(
                    logits: network(Variable(x), in: .inference), labels: nuclei.labels)
            }
            step.code(
                graph.dot,
                caption: "The graph in the language DOT: Graphviz makes a picture of it. Boxes are "
                    + "parameters, ellipses operations.")
            step.diagram(diagram(of: graph))
            step.number("graphSteps", graph.steps.count, "Nodes of the library's graph")
            step.question(
                "Same weights, same nuclei: in how many digits do the gradients of tape and "
                    + "library agree?", choices: ["in 3", "in 7", "in 15"])
            compare(trained.network, with: network, x, step)
            time(trained.network, x, step)
        }
    }

    /// The library's graph as boxes and arrows.
    private func diagram(of graph: ComputationGraph) -> Diagram {
        Diagram(
            name: "library-graph",
            boxes: graph.steps.map { step in
                Diagram.Box(
                    step.operation, operation: step.isParameter ? "parameter" : "operation",
                    rows: [Diagram.Row("shape", "\(step.shape)")], operands: step.operands)
            },
            caption: "The same graph, drawn as that of the neuron. The nuclei are constants: no "
                + "gradient flows to them, so they have no box.",
            alternative: "From left to right: weights and bias of the first layer lead to its "
                + "affine operation; that leads, with weights and bias of the second layer, to the "
                + "second one; that leads to the loss.")
    }

    private func compare(
        _ own: TinyNetwork, with network: Sequential<Double>, _ x: Tensor<Double>,
        _ step: StepWriter
    ) {
        let tape = own.lossAndGradients(on: nuclei)
        let library = gradients(of: network) { network in
            softmaxCrossEntropy(
                logits: network(Variable(x), in: .inference), labels: nuclei.labels)
        }
        let difference =
            zip(tape.gradients, library.gradients.values.flatMap(\.elements))
            .map { abs($0 - $1) }.max() ?? .nan
        let largest = tape.gradients.map(abs).max() ?? .nan
        step.number(
            "lossDifference", abs(tape.loss - library.loss), "Difference of the losses",
            format: .scientific(0))
        step.number(
            "gradientDifference", difference / largest,
            "Largest difference of the gradients, as a part of the largest gradient",
            format: .scientific(0))
        step.answer(
            "In about 15: nearly all that a Double holds. What remains is the order in which the "
                + "sums are formed.", choice: 2)
    }

    /// The time of one gradient, for the network of the lesson and for a wider one.
    private func time(_ own: TinyNetwork, _ x: Tensor<Double>, _ step: StepWriter) {
        var generator = SeededGenerator(seed: lesson.seed, stream: "wide")
        let wide = TinyNetwork(hidden: 256, using: &generator)
        for (name, network) in [("\(own.hidden)", own), ("256", wide)] {
            let tape = seconds(of: 3) { _ = network.lossAndGradients(on: nuclei) }
            let library = network.library
            let matrices = seconds(of: 20) {
                _ = gradients(of: library) { network in
                    softmaxCrossEntropy(
                        logits: network(Variable(x), in: .inference), labels: nuclei.labels)
                }
            }
            step.duration("\(name) hidden units: one gradient with the tape", seconds: tape)
            step.duration("\(name) hidden units: with the library", seconds: matrices)
        }
        step.words(
            """
            Times differ from machine to machine, so only a terminal shows them. The tape remembers \
            every single number; the library remembers a matrix, and its matrix product goes \
            through memory in the order in which the processor likes it. The larger the network, \
            the larger the difference.
            """)
    }

    /// The mean time of a piece of work.
    private func seconds(of times: Int, _ work: () -> Void) -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<times { work() }
        return Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9 / Double(times)
    }
}
