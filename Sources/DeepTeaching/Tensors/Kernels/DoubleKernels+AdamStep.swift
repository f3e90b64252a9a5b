extension DoubleKernels {
    /// One step of Adam, in place.
    public static func adamStep(
        _ step: AdamStep, _ parameter: inout Tensor<Double>, _ mean: inout Tensor<Double>,
        _ square: inout Tensor<Double>, gradient: Tensor<Double>
    ) {
        step.requireOneShape(parameter, mean, square, gradient)
        let count = parameter.count
        withPointers(
            parameter.writableStorage(), mean.writableStorage(), square.writableStorage(),
            gradient.storage
        ) { parameter, mean, square, gradient in
            for i in 0..<count {
                let g = gradient[i] + step.weightDecay * parameter[i]
                mean[i] = step.meanDecay * mean[i] + (1 - step.meanDecay) * g
                square[i] = step.squareDecay * square[i] + (1 - step.squareDecay) * g * g
                parameter[i] -=
                    step.rate * mean[i] / (square[i].squareRoot() * step.squareScale + step.epsilon)
            }
        }
    }
}
