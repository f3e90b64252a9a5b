/// Moves the parameters of a model so that its loss becomes smaller.
public protocol Optimizer<Scalar>: Sendable {
    /// The numbers that the parameters hold.
    associatedtype Scalar: TensorScalar

    /// Changes the parameters in place, against the direction of the gradients.
    mutating func update<Model: Parameterized<Scalar>>(
        _ model: inout Model, along gradients: Gradients<Scalar>)
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
