/// The largest difference between a model's gradients and central differences of its loss,
/// relative to the larger of the two and never to less than 1.
///
/// For each number of each parameter: (loss(p + h) - loss(p - h)) / 2h. In `Double`, with the step h
/// of 1e-5, a true gradient of a smooth loss stays below 1e-6; where a ReLU or a maximum switches
/// within h, the difference is no gradient. Of a large parameter `samples` numbers are looked at,
/// evenly spaced.
public func gradientCheck<Model: Parameterized<Double>>(
    of model: Model, step: Double = 1e-5, samples: Int = 64,
    at loss: (Model) throws -> Variable<Double>
) rethrows -> Double {
    require(
        step > 0 && step.isFinite && samples > 0,
        "gradients cannot be checked at \(samples) numbers with steps of \(step): both are above 0")
    let gradients = try gradients(of: model, at: loss).gradients
    var largest = 0.0
    for (index, gradient) in gradients.values.enumerated() {
        let analytics = gradient.elements
        for number in stride(from: 0, to: analytics.count, by: max(1, analytics.count / samples)) {
            let analytic = analytics[number]
            func shifted(by shift: Double) throws -> Double {
                var copy = model
                var position = 0
                copy.forEachParameter { _, parameter in
                    if position == index {
                        var elements = parameter.value.elements
                        elements[number] += shift
                        parameter.value = Tensor(elements, shape: parameter.shape)
                    }
                    position += 1
                }
                return try loss(copy).value.scalar
            }
            let numeric = try (shifted(by: step) - shifted(by: -step)) / (2 * step)
            let scale = max(1, abs(analytic), abs(numeric))
            let difference = abs(analytic - numeric) / scale
            // max would swallow not-a-number.
            largest = difference <= largest ? largest : difference
        }
    }
    return largest
}
