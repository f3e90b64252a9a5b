import DeepTeaching

/// The functions to write in Lesson 4: how good a classifier is, and how sure we are of it.
public protocol EvaluationContract: Sendable {
    /// How often each class was taken for each: a row for each true class, a column for each
    /// predicted one.
    static func confusionMatrix(
        labels: [Int], predictions: [Int], classCount: Int
    ) throws -> [[Int]]

    /// The corners of the ROC curve, from (0, 0) to (1, 1): one for each different score.
    static func rocCurve(scores: [Double], labels: [Bool]) throws -> [RatePoint]

    /// How often a positive item has a higher score than a negative one, ties counted half.
    static func areaUnderCurve(scores: [Double], labels: [Bool]) throws -> Double

    /// How far two readers agree beyond chance; nil if chance alone would agree fully.
    static func cohensKappa(counts: [[Int]], weights: KappaWeights) throws -> Double?

    /// The corners of the FROC curve by the rules of CAMELYON16.
    static func frocCurve(slides: [SlideFindings]) throws -> [FindingPoint]

    /// The mean sensitivity at some numbers of false positives a slide.
    static func frocScore(curve: [FindingPoint], rates: [Double]) throws -> Double

    /// The bootstrap interval of a mean, resampling whole groups.
    static func bootstrapInterval(
        values: [Double], groups: [Int], draws: [[Double]], confidence: Double
    ) throws -> IntervalEnds
}

/// The calls of Lesson 4's exercises.
public enum EvaluationCalls {
    /// Which class was taken for which.
    public static let confusionMatrix = Call("confusionMatrix(labels:predictions:classCount:)") {
        (
            contract: any EvaluationContract.Type, labels: [Int], predictions: [Int],
            classCount: Int
        ) in
        try contract.confusionMatrix(
            labels: labels, predictions: predictions, classCount: classCount)
    }

    /// The corners of the ROC curve.
    public static let rocCurve = Call("rocCurve(scores:labels:)") {
        (contract: any EvaluationContract.Type, scores: [Double], labels: [Bool]) in
        try contract.rocCurve(scores: scores, labels: labels)
    }

    /// The share of pairs in the right order.
    public static let areaUnderCurve = Call("areaUnderCurve(scores:labels:)") {
        (contract: any EvaluationContract.Type, scores: [Double], labels: [Bool]) in
        try contract.areaUnderCurve(scores: scores, labels: labels)
    }

    /// Agreement beyond chance.
    public static let cohensKappa = Call("cohensKappa(counts:weights:)") {
        (contract: any EvaluationContract.Type, counts: [[Int]], weights: KappaWeights) in
        try contract.cohensKappa(counts: counts, weights: weights)
    }

    /// The corners of the FROC curve.
    public static let frocCurve = Call("frocCurve(slides:)") {
        (contract: any EvaluationContract.Type, slides: [SlideFindings]) in
        try contract.frocCurve(slides: slides)
    }

    /// The FROC curve as one number.
    public static let frocScore = Call("frocScore(curve:rates:)") {
        (contract: any EvaluationContract.Type, curve: [FindingPoint], rates: [Double]) in
        try contract.frocScore(curve: curve, rates: rates)
    }

    /// How sure a mean is.
    public static let bootstrapInterval = Call(
        "bootstrapInterval(values:groups:draws:confidence:)"
    ) {
        (
            contract: any EvaluationContract.Type, values: [Double], groups: [Int],
            draws: [[Double]], confidence: Double
        ) in
        try contract.bootstrapInterval(
            values: values, groups: groups, draws: draws, confidence: confidence)
    }
}

/// A corner of a ROC curve.
public struct RatePoint: Codable, Sendable, Hashable {
    /// The share of the negative items that are called positive.
    public var falsePositiveRate: Double

    /// The share of the positive items that are called positive.
    public var truePositiveRate: Double

    /// A corner from its two rates.
    public init(falsePositiveRate: Double, truePositiveRate: Double) {
        self.falsePositiveRate = falsePositiveRate
        self.truePositiveRate = truePositiveRate
    }
}

/// What is to be found on a slide, and what a detector found there.
public struct SlideFindings: Codable, Sendable, Hashable {
    /// The numbers of the lesions that are to be found; each slide counts its own from 1.
    public var lesions: [Int]

    /// The numbers of those that are too small to be judged by.
    public var isolatedTumorCells: [Int]

    /// What the detector found, in any order: a `score` and the number of the `lesion` at that
    /// place, nil where there is none.
    public var detections: [MarkedPlace]

    /// A slide with its lesions and detections.
    public init(lesions: [Int], isolatedTumorCells: [Int], detections: [MarkedPlace]) {
        self.lesions = lesions
        self.isolatedTumorCells = isolatedTumorCells
        self.detections = detections
    }
}

/// A place that a detector calls a lesion.
public struct MarkedPlace: Codable, Sendable, Hashable {
    /// How sure the detector is; larger is surer.
    public var score: Double

    /// The number of the lesion at that place; nil where there is none.
    public var lesion: Int?

    /// A place with its score.
    public init(score: Double, lesion: Int?) {
        self.score = score
        self.lesion = lesion
    }
}

/// A corner of a FROC curve.
public struct FindingPoint: Codable, Sendable, Hashable {
    /// The mean number of false positives of a slide.
    public var falsePositivesPerSlide: Double

    /// The share of the lesions that are found.
    public var sensitivity: Double

    /// A corner from its two numbers.
    public init(falsePositivesPerSlide: Double, sensitivity: Double) {
        self.falsePositivesPerSlide = falsePositivesPerSlide
        self.sensitivity = sensitivity
    }
}

/// The two ends of an interval.
public struct IntervalEnds: Codable, Sendable, Hashable {
    /// The lower end.
    public var lower: Double

    /// The upper end.
    public var upper: Double

    /// An interval from its ends.
    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}

extension LessonOutline {
    /// Lesson 4: how good is it, and how sure are we?
    public static let evaluation = LessonOutline(
        name: "Lesson04Evaluation",
        question: "How good is it, and how sure are we?",
        exercises: [
            Exercise(
                "confusionMatrix", title: "Count which class was taken for which",
                checks: ["counts": 6, "classes that do not occur": 4],
                step: "Four kinds of decisions", documentation: "ConfusionMatrix",
                librarysOwn: ["ConfusionMatrix"]),
            Exercise(
                "rocCurve", title: "Walk through all thresholds",
                checks: ["corners": 9, "ties": 8],
                step: "All thresholds at once", documentation: "ROCCurve; Fawcett, 2006",
                librarysOwn: ["ROCCurve"]),
            Exercise(
                "areaUnderCurve", title: "Count pairs in the right order",
                checks: ["pairs": 7, "ties": 7],
                step: "All thresholds at once", documentation: "ROCCurve.area; Fawcett, 2006",
                librarysOwn: ["ROCCurve", "DeLongArea"]),
            Exercise(
                "cohensKappa", title: "Measure agreement beyond chance",
                checks: ["agreement": 6, "weights": 7, "nothing to say": 4],
                step: "When experts disagree", documentation: "cohensKappa; Cohen, 1968",
                librarysOwn: ["cohensKappa", "ConfusionMatrix"]),
            Exercise(
                "bootstrapInterval", title: "Draw patients again, and see how the mean moves",
                checks: ["whole groups": 10, "ends": 6],
                step: "How sure are we?",
                documentation: "bootstrapInterval; Efron and Tibshirani, 1993",
                librarysOwn: ["bootstrapInterval"]),
            Exercise(
                "frocCurve", title: "Count lesions that are found, and false alarms",
                checks: ["rules": 10, "thresholds": 6],
                step: "Where is the tumour?", documentation: "FROCCurve; SlideDetections",
                librarysOwn: ["FROCCurve", "SlideDetections"]),
            Exercise(
                "frocScore", title: "Read six sensitivities off a curve",
                checks: ["between corners": 6, "beyond the end": 4],
                step: "Where is the tumour?", documentation: "FROCCurve.score",
                librarysOwn: ["FROCCurve"]),
        ])
}

/// The contract of Lesson 4 with the calls of its exercises.
public let evaluationContract = LessonContract<any EvaluationContract.Type>(
    .evaluation,
    calls: [
        EvaluationCalls.confusionMatrix.listed, EvaluationCalls.rocCurve.listed,
        EvaluationCalls.areaUnderCurve.listed, EvaluationCalls.cohensKappa.listed,
        EvaluationCalls.bootstrapInterval.listed, EvaluationCalls.frocCurve.listed,
        EvaluationCalls.frocScore.listed,
    ])
