/// Moves the parameters of a model so that its loss becomes smaller.
public protocol Optimizer<Scalar>: Sendable {
    /// The numbers that the parameters hold.
    associatedtype Scalar: TensorScalar

    /// How far a step goes; a schedule changes it from step to step.
    var learningRate: Double { get set }

    /// What the optimiser remembers from step to step: with it, an interrupted training goes on as
    /// if nothing had happened.
    var memory: OptimizerMemory<Scalar> { get set }

    /// Changes the parameters in place, against the direction of the gradients.
    mutating func update<Model: Parameterized<Scalar>>(
        _ model: inout Model, along gradients: Gradients<Scalar>)
}

/// What an optimiser remembers from step to step.
public struct OptimizerMemory<Scalar: TensorScalar>: Sendable, Equatable {
    /// The number of steps made.
    public var steps: Int

    /// Tensors by the name of what they are, such as "means": one for each parameter in the order of
    /// the visit, or none before the first step.
    public var tensors: [String: [Tensor<Scalar>]]

    /// A memory of these tensors.
    public init(steps: Int = 0, tensors: [String: [Tensor<Scalar>]] = [:]) {
        self.steps = steps
        self.tensors = tensors
    }
}

extension Gradients {
    /// Visits each parameter together with its gradient and its number in the order of the visit.
    func forEachParameter<Model: Parameterized<Scalar>>(
        of model: inout Model,
        _ visit: (_ index: Int, _ parameter: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) ->
            Void
    ) {
        var index = 0
        model.forEachParameter { name, parameter in
            require(
                index < names.count && names[index] == name
                    && values[index].shape == parameter.shape,
                "the gradients are not those of this model: parameter \(name) does not fit")
            visit(index, &parameter.value, values[index])
            index += 1
        }
        require(
            index == names.count, "the gradients are those of a model of \(names.count) parameters")
    }
}
