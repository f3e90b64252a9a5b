import DeepTeaching

/// The functions to write in Lesson 17: soft attention, from the scores to the penalty.
public protocol SoftAttentionContract: Sendable {
    /// How well each place fits what the network remembers.
    static func additiveScores(
        annotations: [[Double]], state: [Double], annotationWeights: [[Double]],
        stateWeights: [[Double]], bias: [Double], scoreWeights: [Double]
    ) throws -> [Double]

    /// The share of attention of each place, for each picture of a batch.
    static func maskedSoftmax(scores: [[Double]], mask: [[Bool]]) throws -> [[Double]]

    /// What the network sees: the annotations, each counting as much as attention says.
    static func context(annotations: [[Double]], weights: [Double]) throws -> [Double]

    /// What a change of the context means for the score of each place.
    static func scoreGradient(
        annotations: [[Double]], weights: [Double], contextGradient: [Double]
    ) throws -> [Double]

    /// The context, and how much of it the network wants to see.
    static func gate(
        context: [Double], state: [Double], weights: [Double], bias: Double
    ) throws -> [Double]

    /// How unevenly the places were looked at over all steps.
    static func doublyStochasticPenalty(weights: [[Double]], factor: Double) throws -> Double
}

extension LessonOutline {
    /// Lesson 17: where does the network look?
    public static let softAttention = LessonOutline(
        name: "Lesson17SoftAttention",
        question: "Where does the network look?",
        exercises: [
            Exercise(
                "additiveScores", title: "Score each place",
                checks: ["scores": 12, "saturated": 8],
                step: "How well does a place fit?",
                documentation: "SoftAttention; Bahdanau et al., 2015",
                librarysOwn: ["SoftAttention", "Variable"]),
            Exercise(
                "maskedSoftmax", title: "Share out the attention, but not to glass",
                checks: ["shares": 10, "background": 8, "large numbers": 7],
                step: "One glance, shared out",
                documentation: "Tensor.softmax(where:)",
                librarysOwn: ["softmax", "logSoftmax", "logSumExp"]),
            Exercise(
                "context", title: "Add up what was seen",
                checks: ["sum": 10],
                step: "What the network sees", documentation: "AnnotationGrid.sum(weightedBy:)",
                librarysOwn: ["SoftAttention", "AnnotationGrid"]),
            Exercise(
                "scoreGradient", title: "Let places earn attention",
                checks: ["gradient": 14, "indifferent": 6],
                step: "How a place earns attention", documentation: "Variable.softmax()",
                librarysOwn: ["Variable", "gradients", "softmax"]),
            Exercise(
                "gate", title: "Decide how much to see at all",
                checks: ["gate": 6, "shut and open": 4],
                step: "Looking away", documentation: "SoftAttention.gate; Xu et al., 2015",
                librarysOwn: ["SoftAttention", "sigmoid"]),
            Exercise(
                "doublyStochasticPenalty", title: "Ask for looks everywhere",
                checks: ["places": 9, "steps": 6],
                step: "The second and the third glance",
                documentation: "doublyStochasticPenalty(_:factor:where:); Xu et al., 2015",
                librarysOwn: ["Variable"]),
        ])
}

/// The contract of Lesson 17 with the calls of its exercises.
public let softAttentionContract = LessonContract<any SoftAttentionContract.Type>(
    .softAttention,
    calls: [
        SoftAttentionCalls.additiveScores.listed, SoftAttentionCalls.maskedSoftmax.listed,
        SoftAttentionCalls.context.listed, SoftAttentionCalls.scoreGradient.listed,
        SoftAttentionCalls.gate.listed, SoftAttentionCalls.doublyStochasticPenalty.listed,
    ])
