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
                mean[i] = step.firstMomentDecay * mean[i] + (1 - step.firstMomentDecay) * g
                square[i] =
                    step.secondMomentDecay * square[i] + (1 - step.secondMomentDecay) * g * g
                parameter[i] -=
                    step.rate * mean[i]
                    / (square[i].squareRoot() * step.secondMomentScale + step.epsilon)
            }
        }
    }
}
