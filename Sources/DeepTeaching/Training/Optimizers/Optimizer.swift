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

extension Optimizer {
    /// Forgets all that was remembered, so that the next step is the first one, of this model or of
    /// another. The learning rate stays as it is.
    public mutating func reset() { memory = OptimizerMemory() }
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

extension OptimizerMemory {
    /// The tensors of each kind, such as the means and the squares: all are there or none.
    func values(_ kinds: String...) -> [[Tensor<Scalar>]] {
        require(steps >= 0, "an optimiser cannot remember \(steps) steps")
        let values = kinds.map { tensors[$0] ?? [] }
        require(
            values.allSatisfy { $0.count == values[0].count },
            "an optimiser cannot go on with \(kinds) of \(values.map(\.count)) parameters")
        return values
    }
}

extension Gradients {
    /// What an optimiser remembers of each parameter, or zeros before its first step. Stops with a
    /// sentence if it remembers a model of other shapes.
    func remembered(_ tensors: [Tensor<Scalar>], _ kind: String) -> [Tensor<Scalar>] {
        if tensors.isEmpty { return values.map { .zeros($0.shape) } }
        require(
            tensors.count == values.count,
            """
            the optimiser remembers the \(kind) of \(tensors.count) parameters, but this model has \
            \(values.count): call reset() before it is used for another model
            """)
        for (index, tensor) in tensors.enumerated() where tensor.shape != values[index].shape {
            fatalError(
                """
                the optimiser remembers \(kind) of shape \(tensor.shape) for the parameter \
                \(names[index]) of shape \(values[index].shape): call reset() before it is used for \
                another model
                """)
        }
        return tensors
    }

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
                """
                the gradients are not those of this model: its parameter \(name) of shape \
                \(parameter.shape) does not fit \(described(index))
                """)
            visit(index, &parameter.value, values[index])
            index += 1
        }
        require(
            index == names.count,
            "the gradients are those of \(names.count) parameters, this model has \(index)")
    }

    private func described(_ index: Int) -> String {
        index < names.count ? "\(names[index]) of shape \(values[index].shape)" : "any of them"
    }
}
