import CourseKit

/// The neuron as boxes and arrows.
extension OneNeuron {
    /// The way forward: what each number was computed from, and its value.
    var graph: Diagram {
        Diagram(
            name: "graph", boxes: boxes { [Diagram.Row("value", Self.text(nodes[$0].value))] },
            caption: "The same as a graph. Each arrow points from a number to one that was "
                + "computed from it.",
            alternative: "From left to right: w and x lead to w x; w x and b lead to w x + b; that "
                + "leads to a; a and t lead to e; two arrows lead from e to L.")
    }

    /// The walk back: each number with its value and its gradient.
    func graph(with gradients: [Double]) -> Diagram {
        Diagram(
            name: "gradients",
            boxes: boxes { number in
                [
                    Diagram.Row("value", Self.text(nodes[number].value)),
                    Diagram.Row("gradient", Self.text(gradients[number])),
                ]
            },
            caption: "Values were computed along the arrows; gradients are found against them, "
                + "from L back to the inputs.",
            alternative: "The same boxes, each with its gradient: \(words(gradients)).")
    }

    private func boxes(rows: (Int) -> [Diagram.Row]) -> [Diagram.Box] {
        nodes.enumerated().map { number, node in
            Diagram.Box(
                Self.names[number], operation: node.operation.rawValue, rows: rows(number),
                operands: node.operands)
        }
    }

    /// "L 1.00, e -1.20, ...", as the walk meets them.
    private func words(_ gradients: [Double]) -> String {
        gradients.indices.reversed()
            .map { "\(Self.names[$0]) \(Self.text(gradients[$0]))" }.joined(separator: ", ")
    }

    private static func text(_ value: Double) -> String { NumberFormat.decimals(2).text(value) }
}
