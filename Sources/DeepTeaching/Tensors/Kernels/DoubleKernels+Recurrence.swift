extension DoubleKernels {
    /// Number by number, as the equation stands at ``GRUStep``.
    public static func gruStep(
        _ time: Int, seen: Tensor<Double>, remembered: Tensor<Double>, state: Tensor<Double>
    ) -> GRUStep<Double> {
        requireRecurrentStep(time, seen: seen, remembered: remembered, state: state, gates: 3)
        let s = seen.slice(time..<time + 1).reshaped(remembered.shape).split(3)
        let m = remembered.split(3)
        let r = (s[0] + m[0]).sigmoid()
        let z = (s[1] + m[1]).sigmoid()
        let n = (s[2] + r * m[2]).hyperbolicTangent()
        return GRUStep(
            gates: .concatenated([r, z, n, m[2]], axis: 1), state: (1 - z) * n + z * state)
    }

    /// dL/dn = (1 - z) dL/dh, dL/dz = (h_(t-1) - n) dL/dh, and on through tanh and sigmoid.
    public static func gruGradients(
        _ step: GRUStep<Double>, state: Tensor<Double>, gradient: Tensor<Double>
    ) -> GRUGradients<Double> {
        requireRecurrentGradients(gates: step.gates, state: state, others: gradient)
        let gates = step.gates.split(4)
        let (r, z, n, m) = (gates[0], gates[1], gates[2], gates[3])
        let ofN = gradient * (1 - z) * (1 - n * n)
        let ofZ = gradient * (state - n) * z * (1 - z)
        let ofR = ofN * m * r * (1 - r)
        return GRUGradients(
            seen: .concatenated([ofR, ofZ, ofN], axis: 1),
            remembered: .concatenated([ofR, ofZ, ofN * r], axis: 1), state: gradient * z)
    }

    /// Number by number, as the equation stands at ``LSTMStep``.
    public static func lstmStep(
        _ time: Int, seen: Tensor<Double>, remembered: Tensor<Double>, cell: Tensor<Double>
    ) -> LSTMStep<Double> {
        requireRecurrentStep(time, seen: seen, remembered: remembered, state: cell, gates: 4)
        let a = (seen.slice(time..<time + 1).reshaped(remembered.shape) + remembered).split(4)
        let (i, f, o) = (a[0].sigmoid(), a[1].sigmoid(), a[3].sigmoid())
        let g = a[2].hyperbolicTangent()
        let next = f * cell + i * g
        return LSTMStep(
            gates: .concatenated([i, f, g, o], axis: 1), cell: next,
            output: o * next.hyperbolicTangent())
    }

    /// dL/do = tanh(c) dL/dh, dL/dc += o (1 - tanh(c)^2) dL/dh, and on through tanh and sigmoid.
    public static func lstmGradients(
        _ step: LSTMStep<Double>, cell: Tensor<Double>, gradient: Tensor<Double>,
        cellGradient: Tensor<Double>
    ) -> LSTMGradients<Double> {
        requireRecurrentGradients(
            gates: step.gates, state: cell, others: step.cell, gradient, cellGradient)
        let gates = step.gates.split(4)
        let (i, f, g, o) = (gates[0], gates[1], gates[2], gates[3])
        let t = step.cell.hyperbolicTangent()
        let ofC = cellGradient + gradient * o * (1 - t * t)
        let parts = [
            ofC * g * i * (1 - i), ofC * cell * f * (1 - f), ofC * i * (1 - g * g),
            gradient * t * o * (1 - o),
        ]
        return LSTMGradients(sums: .concatenated(parts, axis: 1), cell: ofC * f)
    }
}

extension Tensor {
    /// Parts of equal width along the second axis.
    fileprivate func split(_ parts: Int) -> [Tensor] {
        let width = shape[1] / parts
        return (0..<parts).map { slice($0 * width..<($0 + 1) * width, axis: 1) }
    }
}
