import CourseKit
import DeepTeaching
import Dispatch

/// Step 11: a hundred lines beside a library.
extension BackpropagationCourse {
    func showLibrary(_ trained: TapeTraining.Result) throws {
        try lesson.step("library") { step in
            let graph = graph(of: trained.network)
            step.table(
                "libraryNodes",
                rows: graph.steps.enumerated().map { number, node in
                    [
                        "\(number)", node.operation, "\(node.shape)",
                        node.operands.map(String.init).joined(separator: ", "),
                    ]
                })
            step.diagram(
                "libraryGraph",
                graph.steps.map { node in
                    Diagram.Box(
                        node.operation, operation: node.isParameter ? "parameter" : "operation",
                        rows: [Diagram.Row("shape", "\(node.shape)")], operands: node.operands)
                })
            step.number("graphSteps", graph.steps.count)
            compareGradients(of: trained.network, step)
            showSizesAndTimes(trained.network, step)
        }
    }

    /// The loss of a network on the nuclei as the library computes it.
    private func graph(of own: TinyNetwork) -> ComputationGraph {
        // listing: BackpropagationCourse.graph
        let x = Variable(Tensor(rows: nuclei.features))
        let graph = computationGraph(of: own.library) { network in
            softmaxCrossEntropy(
                logits: network(x, in: .inference), labels: nuclei.labels)
        }
        // end listing
        return graph
    }

    private func libraryGradients(
        of network: Sequential<Double>
    ) -> (loss: Double, gradients: Gradients<Double>) {
        gradients(of: network) { network in
            softmaxCrossEntropy(
                logits: network(Variable(Tensor(rows: nuclei.features)), in: .inference),
                labels: nuclei.labels)
        }
    }

    private func compareGradients(of own: TinyNetwork, _ step: LessonStep) {
        let tape = own.lossAndGradients(on: nuclei)
        let library = libraryGradients(of: own.library)
        let difference = tape.gradients.largestDifference(
            from: library.gradients.values.flatMap(\.elements))
        let largest = tape.gradients.map(abs).max() ?? .nan
        step.number("lossDifference", abs(tape.loss - library.loss), .scientific(0))
        step.number("gradientDifference", difference / largest, .scientific(0))
        step.choose("digits", difference / largest < 1e-13 ? "many" : "few")
    }

    /// How much is noted, and how long a gradient takes: for this network and for a wider one.
    private func showSizesAndTimes(_ own: TinyNetwork, _ step: LessonStep) {
        var generator = SeededGenerator(seed: lesson.seed, stream: "wide")
        let wide = TinyNetwork(hidden: 256, using: &generator)
        var tape = Tape()
        _ = wide.writeLoss(on: nuclei, to: &tape)
        step.number("wideCount", wide.hidden)
        step.number("wideTapeLength", tape.count)
        step.number("wideGraphSteps", graph(of: wide).steps.count)
        step.duration("tapeTime", seconds: seconds(of: 3) { _ = own.lossAndGradients(on: nuclei) })
        let (narrow, broad) = (own.library, wide.library)
        step.duration(
            "libraryTime", seconds: seconds(of: 20) { _ = libraryGradients(of: narrow) })
        step.duration(
            "wideTapeTime", seconds: seconds(of: 3) { _ = wide.lossAndGradients(on: nuclei) })
        step.duration(
            "wideLibraryTime", seconds: seconds(of: 20) { _ = libraryGradients(of: broad) })
    }

    /// The mean time of a piece of work.
    private func seconds(of times: Int, _ work: () -> Void) -> Double {
        let start = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<times { work() }
        return Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9 / Double(times)
    }
}
