extension DoubleKernels {
    /// t = tanh(a + h) and e = sum over w of u t, axes [batch, place, width] and [batch, place].
    public static func additiveScores(
        _ places: Tensor<Double>, _ state: Tensor<Double>, weights: Tensor<Double>
    ) -> AdditiveScores<Double> {
        places.requireScorable(state: state, weights: weights)
        let tangents = (places + state.insertingAxis(at: 1)).hyperbolicTangent()
        return AdditiveScores(
            tangents: tangents, scores: (tangents * weights).sum(axes: [2]))
    }

    /// What a change of the scores means for the places, the state and the weights.
    public static func additiveScoreGradients(
        _ scores: AdditiveScores<Double>, weights: Tensor<Double>, gradient: Tensor<Double>
    ) -> AdditiveScoreGradients<Double> {
        let t = scores.tangents
        let g = gradient.insertingAxis(at: 2)  // [batch, place, 1]
        let places = g * weights * (1 - t * t)
        return AdditiveScoreGradients(
            places: places, state: places.sum(axes: [1]), weights: (g * t).sum(axes: [0, 1]))
    }
}
