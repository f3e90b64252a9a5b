/// The calls of Lesson 17's exercises.
public enum SoftAttentionCalls {
    /// How well each place fits.
    public static let additiveScores = Call(
        "additiveScores(annotations:state:annotationWeights:stateWeights:bias:scoreWeights:)"
    ) {
        (
            contract: any SoftAttentionContract.Type, annotations: [[Double]], state: [Double],
            annotationWeights: [[Double]], stateWeights: [[Double]], bias: [Double],
            scoreWeights: [Double]
        ) in
        try contract.additiveScores(
            annotations: annotations, state: state, annotationWeights: annotationWeights,
            stateWeights: stateWeights, bias: bias, scoreWeights: scoreWeights)
    }

    /// The share of attention of each place.
    public static let maskedSoftmax = Call("maskedSoftmax(scores:mask:)") {
        (contract: any SoftAttentionContract.Type, scores: [[Double]], mask: [[Bool]]) in
        try contract.maskedSoftmax(scores: scores, mask: mask)
    }

    /// What the network sees.
    public static let context = Call("context(annotations:weights:)") {
        (contract: any SoftAttentionContract.Type, annotations: [[Double]], weights: [Double]) in
        try contract.context(annotations: annotations, weights: weights)
    }

    /// What a change of the context means for the scores.
    public static let scoreGradient = Call("scoreGradient(annotations:weights:contextGradient:)") {
        (
            contract: any SoftAttentionContract.Type, annotations: [[Double]], weights: [Double],
            contextGradient: [Double]
        ) in
        try contract.scoreGradient(
            annotations: annotations, weights: weights, contextGradient: contextGradient)
    }

    /// How much of the context is let in.
    public static let gate = Call("gate(context:state:weights:bias:)") {
        (
            contract: any SoftAttentionContract.Type, context: [Double], state: [Double],
            weights: [Double], bias: Double
        ) in
        try contract.gate(context: context, state: state, weights: weights, bias: bias)
    }

    /// How unevenly the places were looked at.
    public static let doublyStochasticPenalty = Call("doublyStochasticPenalty(weights:factor:)") {
        (contract: any SoftAttentionContract.Type, weights: [[Double]], factor: Double) in
        try contract.doublyStochasticPenalty(weights: weights, factor: factor)
    }
}
