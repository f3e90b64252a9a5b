import CourseKit
import Curriculum
import DeepTeaching

/// Steps 3 and 4: a computation as a graph, and the walk back through it.
extension BackpropagationCourse {
    func showOrder() throws {
        try lesson.step("order") { step in
            let nodes = OneNeuron().nodes
            step.table(
                "nodes",
                rows: nodes.enumerated().map { index, node in
                    [
                        "\(index)", OneNeuron.names[index], node.operation.rawValue,
                        node.operands.map(String.init).joined(separator: ", "),
                        OneNeuron.text(node.value),
                    ]
                })
            step.diagram("graph", OneNeuron().boxes())
            // y = x + x x: the sum, x, and the product.
            let twice = [[1, 2], [], [1, 1]]
            step.number(
                "neuronBackwards", arrowsBackwards(nodes.map(\.operands), from: nodes.count - 1))
            step.number("wrongBackwards", arrowsBackwards(twice, from: 0))
            let own = try step.value(
                of: mine, BackpropagationCalls.topologicalOrder, nodes.map(\.operands),
                nodes.count - 1)
            step.text("ownOrder", (own ?? []).map(name(ofNode:)).joined(separator: " → "))
        }
    }

    private func name(ofNode number: Int) -> String {
        OneNeuron.names.indices.contains(number) ? OneNeuron.names[number] : "?"
    }

    /// The wrong way: writes each node down when it is met, turns the list round, and counts the
    /// arrows that then point from a later node to an earlier one.
    private func arrowsBackwards(_ operands: [[Int]], from result: Int) -> Int {
        var met: [Int] = []
        func visit(_ node: Int) {
            if met.contains(node) { return }
            met.append(node)
            operands[node].forEach(visit)
        }
        visit(result)
        return met.enumerated().reduce(0) { count, place in
            count + operands[place.element].count { met[..<place.offset].contains($0) }
        }
    }

    func showBackward() throws {
        try lesson.step("backward") { step in
            let tape = OneNeuron().tape
            let right = tape.gradients(of: tape.count - 1)
            let wrong = tape.gradients(of: tape.count - 1, overwriting: true)
            let text = OneNeuron.text
            step.table(
                "walk",
                rows: right.indices.reversed().map { index in
                    [
                        "\(index)", OneNeuron.names[index], text(tape.values[index]),
                        text(right[index]), text(wrong[index]),
                    ]
                })
            step.text(
                "walkWords",
                right.indices.reversed().map { "\(OneNeuron.names[$0]) \(text(right[$0]))" }
                    .joined(separator: ", "))
            step.diagram("gradients", OneNeuron().boxes(gradients: right))
            step.number("backwardW", right[1])
            step.number(
                "backwardError", abs(right[1] - OneNeuron().slope(\.w)), .scientific(0))
            step.number("wrongOverwrittenW", wrong[1])
            try step.compare(
                mine, BackpropagationCalls.backward, OneNeuron().nodes, with: right)
        }
    }
}
