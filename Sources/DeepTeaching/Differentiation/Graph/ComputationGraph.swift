/// How a result was computed from parameters: each step with its operation and its shape.
///
/// Constants are no steps, since no gradient flows to them.
public struct ComputationGraph: Sendable, Equatable {
    /// A parameter, or the result of an operation.
    public struct Step: Sendable, Equatable {
        /// The name of the operation, such as "matrixProduct" or "+", or of the parameter.
        public let operation: String

        /// Whether the step is a parameter.
        public let isParameter: Bool

        /// The shape of the result.
        public let shape: [Int]

        /// The numbers of the steps from which this one was computed.
        public let operands: [Int]

        /// The first number of the result that is infinite or not a number; nil if all are finite.
        public let notFinite: Double?
    }

    /// The parameters, then the operations in the order in which they were computed.
    public let steps: [Step]

    /// The graph in the language DOT, which Graphviz draws: parameters as boxes, operations as
    /// ellipses, an arrow from each operand to the result.
    ///
    /// Source: Gansner, Koutsofios, North and Vo, A technique for drawing directed graphs, 1993.
    public var dot: String {
        var lines = ["digraph {", "    rankdir = LR;"]
        for (number, step) in steps.enumerated() {
            let name = step.operation.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            let outline = step.isParameter ? "box" : "ellipse"
            lines.append("    \(number) [label = \"\(name)\\n\(step.shape)\", shape = \(outline)];")
        }
        for (number, step) in steps.enumerated() {
            lines += step.operands.map { "    \($0) -> \(number);" }
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }
}

/// The graph of a loss that is computed from the model that the closure receives.
///
///     print(computationGraph(of: model) { model in loss(model) }.dot)
public func computationGraph<Model: Parameterized>(
    of model: Model, at loss: (Model) throws -> Variable<Model.Scalar>
) rethrows -> ComputationGraph {
    let trace = GraphTrace<Model.Scalar>()
    var watched = model
    watched.forEachParameter { name, parameter in
        parameter = .leaf(
            parameter.value,
            mark: trace.note(parameter.value, operation: name, from: [], isParameter: true))
    }
    _ = try loss(watched)
    return trace.graph
}
