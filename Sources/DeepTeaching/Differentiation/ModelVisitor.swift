/// Somebody who visits all that a model holds, and knows the path of each thing: "hidden.weights".
///
/// A model names its parameters, running statistics and parts in one place, and all who want something
/// of them come as a visitor: an optimizer, a file, a table, and the gradients, which tell each layer
/// its own path on the way.
///
/// ```swift
/// struct Network: Layer {
///     var hidden: Dense<Float>
///     var output: Dense<Float>
///
///     func callAsFunction(_ input: Variable<Float>, in pass: Pass) -> Variable<Float> {
///         output(hidden(input, in: pass), in: pass)
///     }
///
///     mutating func visit(with visitor: ModelVisitor<Float>) {
///         visitor("hidden", &hidden)
///         visitor("output", &output)
///     }
/// }
/// ```
public struct ModelVisitor<Scalar: TensorScalar> {
    /// The path of the value that is visited; empty for the whole model.
    public let path: String

    private let visitParameter: (_ path: String, _ parameter: inout Variable<Scalar>) -> Void
    private let visitStatistic: (_ path: String, _ statistic: inout Tensor<Scalar>) -> Void

    /// A visitor at the root of a model.
    init(
        parameter: @escaping (_ path: String, _ parameter: inout Variable<Scalar>) -> Void,
        statistic: @escaping (_ path: String, _ statistic: inout Tensor<Scalar>) -> Void
    ) {
        self.init(path: "", parameter, statistic)
    }

    private init(
        path: String, _ parameter: @escaping (String, inout Variable<Scalar>) -> Void,
        _ statistic: @escaping (String, inout Tensor<Scalar>) -> Void
    ) {
        self.path = path
        visitParameter = parameter
        visitStatistic = statistic
    }

    /// The same visitor inside a part.
    public func entering(_ name: String) -> ModelVisitor {
        ModelVisitor(path: pathOf(name), visitParameter, visitStatistic)
    }

    /// Visits a parameter, which is learned along its gradient.
    public func callAsFunction(_ name: String, _ parameter: inout Variable<Scalar>) {
        visitParameter(pathOf(name), &parameter)
    }

    /// Visits a statistic: numbers that belong to the model, but are measured while it learns.
    public func callAsFunction(_ name: String, _ statistic: inout Tensor<Scalar>) {
        visitStatistic(pathOf(name), &statistic)
    }

    /// Visits all that a part holds; paths become "name.path".
    public func callAsFunction(_ name: String, _ part: inout some Parameterized<Scalar>) {
        part.visit(with: entering(name))
    }

    /// Visits all that a part holds, if there is one.
    public func callAsFunction<Part: Parameterized<Scalar>>(_ name: String, _ part: inout Part?) {
        part?.visit(with: entering(name))
    }

    /// The path of what is called `name` here; without a name, of the value itself.
    private func pathOf(_ name: String) -> String {
        if path.isEmpty || name.isEmpty { return path + name }
        return "\(path).\(name)"
    }
}
