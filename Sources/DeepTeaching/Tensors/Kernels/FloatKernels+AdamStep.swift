import CKernels

extension FloatKernels {
    /// One step of Adam, in place, in parts of 16,384 parameters.
    public static func adamStep(
        _ step: AdamStep, _ parameter: inout Tensor<Float>, _ mean: inout Tensor<Float>,
        _ square: inout Tensor<Float>, gradient: Tensor<Float>
    ) {
        step.requireOneShape(parameter, mean, square, gradient)
        let kernelStep = adam_step(
            rate: Float(step.rate), first_moment_decay: Float(step.firstMomentDecay),
            second_moment_decay: Float(step.secondMomentDecay),
            second_moment_scale: Float(step.secondMomentScale),
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
                        step, min(length, count - start), parameter + start, mean + start,
                        square + start, gradient + start)
                }
            }
        }
    }
}
