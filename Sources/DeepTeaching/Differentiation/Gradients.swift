/// How a loss changes with each parameter of a model.
public struct Gradients<Scalar: TensorScalar>: Sendable, Equatable {
    /// The parameters' names in the order of the visit.
    public let names: [String]

    /// One tensor for each parameter, of its shape.
    public let values: [Tensor<Scalar>]

    /// The gradient of the parameter of this name.
    public subscript(name: String) -> Tensor<Scalar>? {
        names.firstIndex(of: name).map { values[$0] }
    }
}

/// The value of a loss and its gradients with respect to all parameters of `model`.
///
/// The loss must be computed from the model that the closure receives: its parameters are where the
/// graph begins. The graph ends with this call, so that an optimiser can change the model in place.
///
///     let (loss, gradients) = gradients(of: model) { model in
///         softmaxCrossEntropy(logits: model(images, in: pass), labels: labels)
///     }
public func gradients<Model: Parameterized>(
    of model: Model, at loss: (Model) throws -> Variable<Model.Scalar>
) rethrows -> (loss: Model.Scalar, gradients: Gradients<Model.Scalar>) {
    let traced = try tracedGradients(of: model, at: loss)
    return (traced.loss, traced.gradients)
}

/// As ``gradients(of:at:)``, and whether the loss was computed from any of the parameters at all.
func tracedGradients<Model: Parameterized>(
    of model: Model, at loss: (Model) throws -> Variable<Model.Scalar>
) rethrows -> (loss: Model.Scalar, gradients: Gradients<Model.Scalar>, reachesParameters: Bool) {
    var tracked = model
    var names: [String] = []
    var leaves: [Variable<Model.Scalar>] = []
    tracked.forEachParameter { name, parameter in
        parameter = .leaf(parameter.value)
        names.append(name)
        leaves.append(parameter)
    }
    let result = try loss(tracked)
    let backward = Backward(from: result)
    let values = leaves.map { backward.gradient(of: $0) }
    return (
        result.value.scalar, Gradients(names: names, values: values),
        leaves.contains { backward.reaches($0) }
    )
}
