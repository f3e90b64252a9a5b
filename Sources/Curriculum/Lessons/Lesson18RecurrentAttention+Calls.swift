import DeepTeaching

/// The calls of Lesson 18's exercises.
public enum RecurrentAttentionCalls {
    /// What the retina sees.
    public static let glimpse = Call("glimpse(image:place:size:scales:)") {
        (
            contract: any RecurrentAttentionContract.Type, image: [[Double]], place: [Double],
            size: Int, scales: Int
        ) in
        try contract.glimpse(of: image, at: place, size: size, scales: scales)
    }

    /// What was seen, and where.
    public static let glimpseFeatures = Call(
        "glimpseFeatures(glimpse:place:what:where:whatOutput:whereOutput:)"
    ) {
        (
            contract: any RecurrentAttentionContract.Type, glimpse: [Double], place: [Double],
            what: AffineMap, position: AffineMap, whatOutput: AffineMap, positionOutput: AffineMap
        ) in
        try contract.glimpseFeatures(
            of: glimpse, at: place, what: what, where: position, whatOutput: whatOutput,
            whereOutput: positionOutput)
    }

    /// What is remembered.
    public static let coreStep = Call("coreStep(glimpse:state:fromGlimpse:fromState:)") {
        (
            contract: any RecurrentAttentionContract.Type, glimpse: [Double], state: [Double],
            fromGlimpse: AffineMap, fromState: AffineMap
        ) in
        try contract.coreStep(
            glimpse: glimpse, state: state, fromGlimpse: fromGlimpse, fromState: fromState)
    }

    /// Where to look next.
    public static let nextPlace = Call("nextPlace(mean:draw:deviation:isTraining:)") {
        (
            contract: any RecurrentAttentionContract.Type, mean: [Double], draw: [Double],
            deviation: Double, isTraining: Bool
        ) in
        try contract.nextPlace(
            mean: mean, draw: draw, deviation: deviation, isTraining: isTraining)
    }

    /// How likely a place was.
    public static let gaussianLogProbability = Call(
        "gaussianLogProbability(place:mean:deviation:)"
    ) {
        (
            contract: any RecurrentAttentionContract.Type, place: [Double], mean: [Double],
            deviation: Double
        ) in
        try contract.gaussianLogProbability(of: place, mean: mean, deviation: deviation)
    }

    /// The policy gradient: the loss, with its gradients for the means and the baselines.
    public static let reinforceLoss = Call(
        "reinforceLoss(means:draws:deviation:rewards:baselines:)"
    ) {
        (
            contract: any RecurrentAttentionContract.Type, means: Tensor<Double>,
            draws: Tensor<Double>, deviation: Double, rewards: [Double], baselines: Tensor<Double>
        ) in
        try contract.reinforceLoss(
            means: means, draws: draws, deviation: deviation, rewards: rewards,
            baselines: baselines)
    }

    /// Both goals: the loss, with its gradients for logits, log-probabilities and baselines.
    public static let hybridLoss = Call("hybridLoss(logits:labels:logProbabilities:baselines:)") {
        (
            contract: any RecurrentAttentionContract.Type, logits: Tensor<Double>, labels: [Int],
            logProbabilities: Tensor<Double>, baselines: Tensor<Double>
        ) in
        try contract.hybridLoss(
            logits: logits, labels: labels, logProbabilities: logProbabilities,
            baselines: baselines)
    }
}
