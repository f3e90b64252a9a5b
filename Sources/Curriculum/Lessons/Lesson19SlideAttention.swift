/// The functions to write in Lesson 19: one vector for many patches, and a few patches in place of all.
public protocol SlideAttentionContract: Sendable {
    /// A mean of the instances of a bag whose weights are learned.
    static func attentionPool(
        instances: [[Double]], projection: [[Double]], direction: [Double]
    ) throws -> PooledInstances

    /// Attention pooling whose scores pass a gate.
    static func gatedAttentionPool(
        instances: [[Double]], projection: [[Double]], gate: [[Double]], direction: [Double]
    ) throws -> PooledInstances

    /// Different places, drawn by attention.
    static func sampleWithoutReplacement(
        attention: [Double], draws: Int, numbers: [Double]
    ) throws -> [Int]

    /// An estimate of the sum over all places that is right on average.
    static func samplingEstimate(
        values: [[Double]], attention: [Double], replacing: Bool
    ) throws -> [Double]

    /// The pixels that were read, divided by the pixels of the slide.
    static func processedFraction(
        width: Int, height: Int, reduction: Int, patchSide: Int, corners: [PatchCorner]
    ) throws -> Double
}

extension LessonOutline {
    /// Lesson 19: attention on slides.
    public static let slideAttention = LessonOutline(
        name: "Lesson19SlideAttention",
        question: "Must we read every pixel?",
        exercises: [
            Exercise(
                "attentionPool", title: "Let instances say how much they count",
                checks: ["weights": 10, "bag": 6, "large scores": 6],
                step: "One label for many patches",
                documentation:
                    "Ilse, Tomczak and Welling, Attention-based deep multiple instance learning, "
                    + "2018, equation 8",
                librarysOwn: ["AttentionPooling", "GatedAttentionPooling"]),
            Exercise(
                "gatedAttentionPool", title: "Put a gate before the score",
                checks: ["weights": 12, "bag": 6],
                step: "One label for many patches",
                documentation:
                    "Ilse, Tomczak and Welling, Attention-based deep multiple instance learning, "
                    + "2018, equation 9",
                librarysOwn: ["AttentionPooling", "GatedAttentionPooling"]),
            Exercise(
                "sampleWithoutReplacement", title: "Draw different places",
                checks: ["places": 10, "order": 5, "no attention": 5],
                step: "Right on average",
                documentation:
                    "Kool, van Hoof and Welling, Stochastic beams and where to find them, 2019, "
                    + "section 2",
                librarysOwn: ["AttentionSampling"]),
            Exercise(
                "samplingEstimate", title: "Estimate the whole from some places",
                checks: ["with replacement": 10, "without replacement": 14],
                step: "Right on average",
                documentation:
                    "Katharopoulos and Fleuret, Processing megapixel images with deep "
                    + "attention-sampling models, 2019, section 3",
                librarysOwn: ["AttentionSampling", "SampledPlaces"]),
            Exercise(
                "processedFraction", title: "Count the pixels that were read",
                checks: ["pixels": 8, "border": 4, "read once": 4],
                step: "How many pixels must be read?",
                documentation:
                    "Katharopoulos and Fleuret, Processing megapixel images with deep "
                    + "attention-sampling models, 2019, section 4"),
        ])
}

/// The contract of Lesson 19 with the calls of its exercises.
public let slideAttentionContract = LessonContract<any SlideAttentionContract.Type>(
    .slideAttention,
    calls: [
        SlideAttentionCalls.attentionPool.listed, SlideAttentionCalls.gatedAttentionPool.listed,
        SlideAttentionCalls.sampleWithoutReplacement.listed,
        SlideAttentionCalls.samplingEstimate.listed,
        SlideAttentionCalls.processedFraction.listed,
    ])
