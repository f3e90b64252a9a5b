/// The mean of (prediction - target)^2 over all elements.
///
/// Predictions and targets have one shape.
public func meanSquaredError<Scalar>(
    predictions: Variable<Scalar>, targets: Tensor<Scalar>
) -> Variable<Scalar> {
    requireOneShape(predictions, targets)
    let difference = predictions - Variable(targets)
    return (difference * difference).mean()
}

/// Stops with a sentence if predictions and targets have different shapes: broadcast, they would give
/// a loss of something else.
func requireOneShape<Scalar>(_ predictions: Variable<Scalar>, _ targets: Tensor<Scalar>) {
    require(
        predictions.shape == targets.shape,
        "predictions of shape \(predictions.shape) do not fit targets of shape \(targets.shape)")
}
