import CKernels

extension FloatKernels {
    /// Sum, tangent and weighted sum in one go, the grids of a batch on all cores.
    public static func additiveScores(
        _ places: Tensor<Float>, _ state: Tensor<Float>, weights: Tensor<Float>
    ) -> AdditiveScores<Float> {
        places.requireScorable(state: state, weights: weights)
        let (batch, count, width) = (places.shape[0], places.shape[1], places.shape[2])
        let tangents = Tensor<Float>(uninitializedShape: places.shape)
        let scores = Tensor<Float>(uninitializedShape: [batch, count])
        parallel(batch) { b in
            withPointers(
                places.storage, state.storage, weights.storage, tangents.storage, scores.storage
            ) { places, state, weights, tangents, scores in
                let start = b * count * width
                additive_scores(
                    count, width, places + start, state + b * width, weights,
                    tangents + start, scores + b * count)
            }
        }
        return AdditiveScores(tangents: tangents, scores: scores)
    }

    /// Each grid of the batch has sums of its own, which are added in a fixed order.
    public static func additiveScoreGradients(
        _ scores: AdditiveScores<Float>, weights: Tensor<Float>, gradient: Tensor<Float>
    ) -> AdditiveScoreGradients<Float> {
        let shape = scores.tangents.shape
        let (batch, count, width) = (shape[0], shape[1], shape[2])
        let places = Tensor<Float>(uninitializedShape: shape)
        var state = Tensor<Float>.zeros([batch, width])
        var shares = Tensor<Float>.zeros([batch, width])
        let sums = (state.writableStorage(), shares.writableStorage())
        parallel(batch) { b in
            withPointers(
                scores.tangents.storage, weights.storage, gradient.storage, places.storage, sums.0,
                sums.1
            ) { tangents, weights, gradient, places, state, shares in
                let start = b * count * width
                additive_score_gradients(
                    count, width, tangents + start, weights, gradient + b * count,
                    places + start, state + b * width, shares + b * width)
            }
        }
        return AdditiveScoreGradients(
            places: places, state: state, weights: shares.sum(axes: [0]))
    }
}
