import CKernels

/// The numbers of one step of Adam, the corrections for the step's number included.
///
/// With g' = g + w p, where w is the weight decay: m = b1 m + (1 - b1) g', v = b2 v + (1 - b2) g'^2,
/// p = p - rate m / (sqrt(v) squareScale + epsilon).
public struct AdamStep: Sendable, Equatable {
    /// The learning rate divided by 1 - b1^t.
    public let rate: Double

    /// b1, how much of the running mean stays.
    public let meanDecay: Double

    /// b2, how much of the running mean of squares stays.
    public let squareDecay: Double

    /// 1 / sqrt(1 - b2^t).
    public let squareScale: Double

    /// What keeps the divisor from 0.
    public let epsilon: Double

    /// How strongly parameters are drawn to 0.
    public let weightDecay: Double

    /// Stops with a sentence if the four tensors are not of one shape: the kernel walks over all of them
    /// by one count.
    fileprivate func requireOneShape<Scalar>(
        _ parameter: Tensor<Scalar>, _ mean: Tensor<Scalar>, _ square: Tensor<Scalar>,
        _ gradient: Tensor<Scalar>
    ) {
        let shape = parameter.shape
        require(
            mean.shape == shape && square.shape == shape && gradient.shape == shape,
            """
            a parameter of shape \(shape) does not fit a running mean of shape \(mean.shape), one of \
            squares of shape \(square.shape) and a gradient of shape \(gradient.shape)
            """)
    }
}

extension Double {
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

extension Float {
    /// One step of Adam, in place, in parts of 16,384 parameters.
    public static func adamStep(
        _ step: AdamStep, _ parameter: inout Tensor<Float>, _ mean: inout Tensor<Float>,
        _ square: inout Tensor<Float>, gradient: Tensor<Float>
    ) {
        step.requireOneShape(parameter, mean, square, gradient)
        let kernelStep = adam_step(
            rate: Float(step.rate), mean_decay: Float(step.meanDecay),
            square_decay: Float(step.squareDecay), square_scale: Float(step.squareScale),
            epsilon: Float(step.epsilon), weight_decay: Float(step.weightDecay))
        let count = parameter.count
        let length = 16_384
        let targets = (
            parameter.writableStorage(), mean.writableStorage(), square.writableStorage()
        )
        parallel((count + length - 1) / length) { part in
            let start = part * length
            withPointers(targets.0, targets.1, targets.2, gradient.storage) {
                parameter, mean, square, gradient in
                withUnsafePointer(to: kernelStep) { step in
                    adam_update(
                        step, Swift.min(length, count - start), parameter + start, mean + start,
                        square + start, gradient + start)
                }
            }
        }
    }
}
