import CourseKit
import Curriculum
import DeepTeaching

/// Steps 3 and 4: a computation as a graph, and the walk back through it.
extension BackpropagationCourse {
    func showOrder() throws {
        try lesson.step("Who was computed from whom?") { step in
            step.words(
                """
                A computation is a *graph*: each number is a node, with an arrow to it from each \
                number that it was computed from. Written down so that every arrow points from an \
                earlier line to a later one, it is in *topological order*: everything stands there \
                before it is needed. A network of many layers is the same, only longer.
                """)
            let nodes = OneNeuron().nodes
            step.table(
                header: ["node", "number", "computed as", "from the nodes", "value"],
                rows: nodes.enumerated().map { index, node in
                    [
                        "\(index)", OneNeuron.names[index], node.operation.rawValue,
                        node.operands.map(String.init).joined(separator: ", "),
                        NumberFormat.decimals(2).text(node.value),
                    ]
                }, caption: "One neuron and its loss. The last line takes e twice: L = e e.")
            step.diagram(OneNeuron().graph)
            step.words(
                """
                A library does not know the order beforehand: it knows the result, and of each \
                node \
                its operands. So it walks back from the result, in depth: visit the operands \
                first, \
                then write down the node.
                """)
            step.question(
                "May a node be written down before its operands, and the list turned round at the "
                    + "end?",
                choices: ["yes", "only if no number is used twice"])
            step.code(
                """
                func visit(_ node: Int) {
                    if isSeen[node] { return }
                    isSeen[node] = true
                    for operand in operands[node] { visit(operand) }
                    order.append(node)
                }
                visit(result)
                """, caption: "A walk in depth; a node is written down after its operands.")
            step.answer(
                "Only if no number is used twice. A number that is used early and late would be "
                    + "written down at the late use, and stand behind the early one when the list "
                    + "is turned round.", choice: 1)
            try showOwnOrder(nodes, step)
            step.words("Exercise: `topologicalOrder` in Exercises/Lesson03Backpropagation.swift.")
            step.glossary("graph", "nodes, and arrows between them")
        }
    }

    private func showOwnOrder(_ nodes: [ScalarNode], _ step: StepWriter) throws {
        guard
            let own = try mine?.value(
                of: BackpropagationCalls.topologicalOrder, nodes.map(\.operands), 8,
                say: step.words)
        else { return }
        let names = own.map { OneNeuron.names.indices.contains($0) ? OneNeuron.names[$0] : "?" }
        step.words("**Yours:** \(names.joined(separator: " → ")).")
    }

    func showBackward() throws {
        try lesson.step("From the result to the beginning") { step in
            step.words(
                """
                Now walk the list from its end to its beginning. The loss grows with itself by 1. \
                Each node knows its own gradient when the walk arrives, and gives each operand a \
                share: gradient times slope. What arrives at a node from several sides is added \
                up. \
                That is the *chain rule*, and nothing more is needed.
                """)
            step.equation(
                "(dL)/(dx) = sum_z (dL)/(dz) (dz)/(dx)",
                where: ["x": "a number", "z": "each number that was computed from x"])
            step.box("The chain rule") { box in
                box.words(
                    """
                    One gear turns a second one twice as fast, and that one a third three times as \
                    fast: the third turns six times as fast as the first. Slopes along one way are \
                    multiplied. If two ways lead from x to L, both move L, and their shares are \
                    added.
                    """)
            }
            step.code(
                """
                mutating func product(_ a: Int, _ b: Int) -> Int {
                    let (x, y) = (values[a], values[b])
                    return write(x * y, [(a, y), (b, x)])
                }
                """,
                caption: "Tape.swift: first the value, then each operand with its slope.")
            step.code(
                """
                gradients[result] = 1
                for number in (0...result).reversed() {
                    for use in uses[number] {
                        gradients[use.operand] += gradients[number] * use.slope
                    }
                }
                """, caption: "All of backpropagation.")
            step.question(
                "L = e e uses e twice. What if the second share overwrites the first?",
                choices: ["nothing changes", "all gradients are halved", "they become 0"])
            try showGradients(step)
            step.words("Exercise: `backward` in Exercises/Lesson03Backpropagation.swift.")
        }
    }

    private func showGradients(_ step: StepWriter) throws {
        let tape = OneNeuron().tape
        let right = tape.gradients(of: tape.count - 1)
        let wrong = tape.gradients(of: tape.count - 1, overwriting: true)
        let format = NumberFormat.decimals(2)
        step.table(
            header: ["node", "number", "value", "gradient", "overwritten"],
            rows: right.indices.reversed().map { index in
                [
                    "\(index)", OneNeuron.names[index], format.text(tape.values[index]),
                    format.text(right[index]), format.text(wrong[index]),
                ]
            }, caption: "The walk, from the loss to the inputs.")
        step.diagram(OneNeuron().graph(with: right))
        step.number("backwardW", right[1], "Slope along w, by walking back")
        step.number(
            "backwardError", abs(right[1] - slope(\.w)), "Its distance from the one by pushing",
            format: .scientific(0))
        step.number("wrongOverwrittenW", wrong[1], "Wrong way: slope along w, overwritten")
        step.answer(
            "They are halved here: one of two equal shares is lost. In a network a weight is used "
                + "once for each sample, and of all samples only one remains.", choice: 1)
        if let own = try mine?.value(
            of: BackpropagationCalls.backward, OneNeuron().nodes, say: step.words)
        {
            compare("backward", own, with: right, in: step)
        }
    }
}
