import DeepTeaching

/// The functions to write in Lesson 20: from the numbers of a slide to the stage of a patient, and how
/// good that is.
public protocol StagingContract: Sendable {
    /// What a slide is called, by the probabilities of the four types.
    static func slideLabel(probabilities: [Double]) throws -> MetastasisType

    /// The stage that follows from the types of a patient's nodes; nil if one is missing.
    static func pNStage(types: [MetastasisType?]) throws -> PNStage?

    /// The table of CAMELYON17.
    static func submission(of patients: [StagedPatient]) throws -> String

    /// How well predicted stages agree with the true ones.
    static func evaluate(
        truth: [StagedPatient], predicted: [StagedPatient]
    ) throws -> StagingAgreement

    /// Which nodes of a patient are wrong, and which of them decide.
    static func errorAnalysis(
        truth: [MetastasisType], predicted: [MetastasisType]
    ) throws -> NodeErrors
}

/// A patient with a stage and the types of the nodes, true or predicted.
public struct StagedPatient: Codable, Sendable, Hashable {
    /// Such as "patient_012".
    public var name: String

    /// The types of the nodes 0, 1, 2 and so on.
    public var types: [MetastasisType]

    /// The stage.
    public var stage: PNStage

    /// A patient.
    public init(name: String, types: [MetastasisType], stage: PNStage) {
        self.name = name
        self.types = types
        self.stage = stage
    }
}

/// How well stages agree.
public struct StagingAgreement: Codable, Sendable, Hashable {
    /// The number of patients of each true stage (row) with each predicted stage (column).
    public var confusion: [[Int]]

    /// Quadratic weighted kappa; nil where it is not defined.
    public var kappa: Double?

    /// The names of patients without a prediction, in ascending order.
    public var unanswered: [String]

    /// Three results.
    public init(confusion: [[Int]], kappa: Double?, unanswered: [String]) {
        self.confusion = confusion
        self.kappa = kappa
        self.unanswered = unanswered
    }
}

/// The wrong nodes of a patient, by their indices from 0 in ascending order.
public struct NodeErrors: Codable, Sendable, Hashable {
    /// Tumour of any kind, called negative.
    public var missed: [Int]

    /// Negative, called tumour of any kind.
    public var falseAlarms: [Int]

    /// Wrong nodes of which one alone, corrected, would mend a wrong stage.
    public var decisive: [Int]

    /// Three lists.
    public init(missed: [Int], falseAlarms: [Int], decisive: [Int]) {
        self.missed = missed
        self.falseAlarms = falseAlarms
        self.decisive = decisive
    }
}

/// The calls of Lesson 20's exercises.
public enum StagingCalls {
    /// What a slide is called.
    public static let slideLabel = Call("slideLabel(probabilities:)") {
        (contract: any StagingContract.Type, probabilities: [Double]) in
        try contract.slideLabel(probabilities: probabilities)
    }

    /// The rule of stages.
    public static let pNStage = Call("pNStage(types:)") {
        (contract: any StagingContract.Type, types: [MetastasisType?]) in
        try contract.pNStage(types: types)
    }

    /// The table of a challenge.
    public static let submission = Call("submission(patients:)") {
        (contract: any StagingContract.Type, patients: [StagedPatient]) in
        try contract.submission(of: patients)
    }

    /// Agreement beyond chance.
    public static let evaluate = Call("evaluate(truth:predicted:)") {
        (
            contract: any StagingContract.Type, truth: [StagedPatient],
            predicted: [StagedPatient]
        ) in
        try contract.evaluate(truth: truth, predicted: predicted)
    }

    /// Which error made the stage wrong.
    public static let errorAnalysis = Call("errorAnalysis(truth:predicted:)") {
        (
            contract: any StagingContract.Type, truth: [MetastasisType],
            predicted: [MetastasisType]
        ) in
        try contract.errorAnalysis(truth: truth, predicted: predicted)
    }
}

extension LessonOutline {
    /// Lesson 20: from slide to pN stage.
    public static let staging = LessonOutline(
        name: "Lesson20Staging",
        question:
            "Does a slide contain metastases? Of which kind? And which pN stage is the patient in?",
        exercises: [
            Exercise(
                "slideLabel", title: "Call a slide by its probabilities",
                checks: ["kinds": 6, "doubtful": 6, "ties": 3],
                step: "Questions 1 and 2: does a slide hold tumour, and of which kind?",
                documentation: "MetastasisPrediction.type"),
            Exercise(
                "pNStage", title: "Stage a patient by five nodes",
                checks: ["all combinations": 20, "missing": 10],
                step: "Question 3: which pN stage is the patient in?",
                documentation: "PNStage.init(nodes:)", librarysOwn: ["PatientStaging"]),
            Exercise(
                "submission", title: "Write the table of a challenge",
                checks: ["rows": 10, "order": 5],
                step: "Question 3: which pN stage is the patient in?",
                documentation: "PatientStaging.table(of:)", librarysOwn: ["PatientStaging"]),
            Exercise(
                "evaluate", title: "Measure agreement by patient",
                checks: ["agreement": 10, "names": 6, "edge": 4],
                step: "Question 3: which pN stage is the patient in?",
                documentation: "cohensKappa(labels:predictions:classCount:weights:)"),
            Exercise(
                "errorAnalysis", title: "Find the node that made the stage wrong",
                checks: ["wrong nodes": 8, "decisive": 12],
                step: "Question 3: which pN stage is the patient in?",
                documentation: "PNStage.init(nodes:)"),
        ])
}

/// The contract of Lesson 20 with the calls of its exercises.
public let stagingContract = LessonContract<any StagingContract.Type>(
    .staging,
    calls: [
        StagingCalls.slideLabel.listed, StagingCalls.pNStage.listed,
        StagingCalls.submission.listed, StagingCalls.evaluate.listed,
        StagingCalls.errorAnalysis.listed,
    ])
