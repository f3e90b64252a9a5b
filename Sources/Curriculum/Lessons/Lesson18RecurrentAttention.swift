import DeepTeaching

/// The functions to write in Lesson 18.
public protocol RecurrentAttentionContract: Sendable {
    /// What the retina sees: square crops around a place, each twice as wide as the one before.
    static func glimpse(
        of image: [[Double]], at place: [Double], size: Int, scales: Int
    ) throws -> [[[Double]]]

    /// What was seen, and where, in one list of numbers.
    static func glimpseFeatures(
        of glimpse: [Double], at place: [Double], what: AffineMap, where position: AffineMap,
        whatOutput: AffineMap, whereOutput: AffineMap
    ) throws -> [Double]

    /// What is remembered after one more glimpse.
    static func coreStep(
        glimpse: [Double], state: [Double], fromGlimpse: AffineMap, fromState: AffineMap
    ) throws -> [Double]

    /// Where to look next.
    static func nextPlace(
        mean: [Double], draw: [Double], deviation: Double, isTraining: Bool
    ) throws -> [Double]

    /// The logarithm of the density with which a place was drawn.
    static func gaussianLogProbability(
        of place: [Double], mean: [Double], deviation: Double
    ) throws -> Double

    /// The loss whose gradient is the policy gradient, traced back to means and baselines.
    static func reinforceLoss(
        means: Tensor<Double>, draws: Tensor<Double>, deviation: Double, rewards: [Double],
        baselines: Tensor<Double>
    ) throws -> TracedLoss

    /// The loss of the whole model: the answer, the places and the baseline; traced back to logits,
    /// log-probabilities and baselines.
    static func hybridLoss(
        logits: Tensor<Double>, labels: [Int], logProbabilities: Tensor<Double>,
        baselines: Tensor<Double>
    ) throws -> TracedLoss
}

extension LessonOutline {
    /// Lesson 18.
    public static let recurrentAttention = LessonOutline(
        name: "Lesson18RecurrentAttention",
        question: "Where shall I look next? Recurrent attention",
        exercises: [
            Exercise(
                "glimpse", title: "Look through a retina",
                checks: ["middle": 8, "edge": 6, "scales": 8],
                step: "A retina", documentation: "GlimpseSensor; Mnih et al., 2014, section 3.1",
                librarysOwn: ["GlimpseSensor", "GlimpsePictures"]),
            Exercise(
                "glimpseFeatures", title: "Join what and where",
                checks: ["features": 10],
                step: "A model that moves its eye",
                documentation: "GlimpseNetwork; Mnih et al., 2014, section 4",
                librarysOwn: ["GlimpseNetwork"]),
            Exercise(
                "coreStep", title: "Remember one more glimpse",
                checks: ["state": 8],
                step: "A model that moves its eye",
                documentation: "GlimpseCore; Mnih et al., 2014, section 4",
                librarysOwn: ["GlimpseCore", "GRU"]),
            Exercise(
                "nextPlace", title: "Try places, or take the best",
                checks: ["training": 5, "test": 5],
                step: "A model that moves its eye",
                documentation: "GlimpsePolicy", librarysOwn: ["GlimpsePolicy"]),
            Exercise(
                "gaussianLogProbability", title: "Say how likely a place was",
                checks: ["inside": 8, "outside": 6],
                step: "Learning from what was tried",
                documentation: "gaussianLogProbability(of:mean:deviation:)",
                librarysOwn: ["Variable"]),
            Exercise(
                "reinforceLoss", title: "Let good draws come again",
                checks: ["loss": 6, "policy": 8, "baselines": 6],
                step: "Learning from what was tried",
                documentation: "reinforceLoss(logProbabilities:advantages:); Williams, 1992",
                librarysOwn: ["leaveOneOutBaselines"]),
            Exercise(
                "hybridLoss", title: "Learn the answer and the way to it",
                checks: ["answer": 6, "places": 6, "baselines": 4],
                step: "Two goals at once",
                documentation: "hybridLoss(of:labels:objective:)",
                librarysOwn: ["GlimpseObjective"]),
        ])
}

/// The contract of Lesson 18 with the calls of its exercises.
public let recurrentAttentionContract = LessonContract<any RecurrentAttentionContract.Type>(
    .recurrentAttention,
    calls: [
        RecurrentAttentionCalls.glimpse.listed, RecurrentAttentionCalls.glimpseFeatures.listed,
        RecurrentAttentionCalls.coreStep.listed, RecurrentAttentionCalls.nextPlace.listed,
        RecurrentAttentionCalls.gaussianLogProbability.listed,
        RecurrentAttentionCalls.reinforceLoss.listed, RecurrentAttentionCalls.hybridLoss.listed,
    ])
