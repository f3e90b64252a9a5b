import Curriculum
import DeepTeaching

/// Lesson 20, Staging: from slide to pN stage.
///
/// The way of the data: the probabilities of a slide become its type (`slideLabel`), the types of five nodes
/// a stage (`pNStage`), many patients the table that a challenge takes (`submission`); then two such lists
/// are compared (`evaluate`), and a wrong stage is traced back to a node (`errorAnalysis`). Each function
/// stands on its own: none needs another.
///
/// `MetastasisType.allCases` is `.negative`, `.itc`, `.micro`, `.macro`, and `PNStage.allCases` is `.pN0`,
/// `.pN0ITC`, `.pN1mi`, `.pN1`, `.pN2`, both from nothing to the worst; `.severity` is the place in that list,
/// from 0, and `.rawValue` the text that CAMELYON17 writes, such as "itc" and "pN0(i+)". Both compare by `<`.
public enum StagingExercise: StagingContract {
    /// What a slide is called, by the probabilities of the four types.
    ///
    /// Question 1 comes first: does the slide hold tumour at all? The three positive types say so together:
    ///
    ///     P(positive) = 1 - P(negative)
    ///
    /// With P(positive) <= 1/2 the slide is `.negative`. Otherwise question 2: it is the type with the largest
    /// probability among `.itc`, `.micro` and `.macro`; of equal ones the first of them. The library's own
    /// answer is `MetastasisPrediction.type`.
    ///
    /// Example: 0.4, 0.3, 0.2 and 0.1 make `.itc`, though negative is the likeliest of the four: the slide
    /// holds tumour with 0.6.
    ///
    /// Hint: how sure must you be that there is something before you ask what it is?
    ///
    /// - Parameter probabilities: four numbers from 0 to 1 that sum to 1, in the order of
    ///   `MetastasisType.allCases`.
    /// - Returns: the type.
    public static func slideLabel(probabilities: [Double]) throws -> MetastasisType {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The pN stage that follows from the types of a patient's nodes.
    ///
    /// Only micro- and macro-metastases make a node positive. The rules of CAMELYON17:
    ///
    ///     .pN2      a macro, and 4 or more nodes with micro or macro
    ///     .pN1      a macro, and 1 to 3 nodes with micro or macro
    ///     .pN1mi    no macro, but a micro, whatever their number
    ///     .pN0ITC   neither, but an ITC
    ///     .pN0      nothing
    ///
    /// A node whose slide nobody read is `nil`. It may hold the metastasis that decides: the answer is then
    /// `nil`, whatever the other nodes say. The library's own answers are `PNStage(nodes:)` and
    /// `PatientStaging`: do not call them.
    ///
    /// Example: macro, micro, itc, negative, negative make `.pN1`: two positive nodes, the ITC is none.
    ///
    /// Hint: which two numbers do you need, and what is left to ask when the first is 0?
    ///
    /// - Parameter types: the types of the nodes, usually five; `nil` where no slide was read.
    /// - Returns: the stage; `nil` if a node is missing. A patient without any node has `.pN0`.
    public static func pNStage(types: [MetastasisType?]) throws -> PNStage? {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The table of stages as CAMELYON17 takes it, as one text.
    ///
    ///     patient,stage
    ///     patient_004.zip,pN0(i+)
    ///     patient_004_node_0.tif,negative
    ///     patient_004_node_1.tif,itc
    ///
    /// The first line is the header. Then, for each patient in ascending order of the names, comes the row of
    /// the patient, `NAME.zip,STAGE`, and a row for each node, `NAME_node_NUMBER.tif,TYPE`, numbered from 0 in
    /// the order of the list. Stages and types are written as their `rawValue`. Each line, the last one too,
    /// ends with `"\n"`; there are no spaces. Without patients there is the header alone. The library's own
    /// answer is `PatientStaging`: do not use it.
    ///
    /// Example: a patient "patient_004" with stage `.pN0ITC` and the types `.negative` and `.itc` makes the
    /// text above.
    ///
    /// Hint: which line do you write first, and which one first for each patient?
    ///
    /// - Parameter patients: in any order, each name once.
    /// - Returns: the text.
    public static func submission(of patients: [StagedPatient]) throws -> String {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// How well predicted stages agree with the true ones, by patient.
    ///
    /// The two lists may be in different order: a patient is known by the name. What is predicted for a name
    /// that `truth` does not have counts nothing. A patient of `truth` whom `predicted` lacks stands in
    /// `unanswered`, and counts in neither of the other results.
    ///
    ///     confusion[i][j] = the number of patients with true stage i and predicted stage j
    ///     kappa           = quadratic weighted kappa over these patients
    ///
    /// with i and j the `severity` of the stages, so that `confusion` has five rows of five. You may call the
    /// library for kappa, which you wrote in Lesson 4; `labels` and `predictions` are severities:
    ///
    ///     try cohensKappa(labels: labels, predictions: predictions, classCount: 5, weights: .quadratic)
    ///
    /// It returns nil where kappa is not defined, and throws for empty lists: without any answered patient
    /// your `kappa` is nil.
    ///
    /// Example: "a" is truly `.pN0` and predicted `.pN1`; "b" is `.pN2` and has no prediction. Then
    /// confusion[0][3] is 1, all others are 0, and unanswered is ["b"].
    ///
    /// Make the result with `StagingAgreement(confusion:kappa:unanswered:)`.
    ///
    /// Hint: which prediction belongs to the first patient of `truth`?
    ///
    /// - Parameters:
    ///   - truth: true stages, each name once.
    ///   - predicted: predicted stages, each name once.
    /// - Returns: the agreement.
    public static func evaluate(
        truth: [StagedPatient], predicted: [StagedPatient]
    ) throws -> StagingAgreement {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// Which nodes of one patient are wrong, and which of them decide.
    ///
    ///     missed       the nodes that truly hold tumour of any kind, ITC too, and are called negative
    ///     falseAlarms  the nodes that are truly negative and are called something else
    ///     decisive     if the predicted stage is not the true one: each wrong node that, corrected alone,
    ///                  gives the true stage
    ///
    /// A node that is called by the wrong kind of tumour is neither missed nor a false alarm, but it may be
    /// decisive. With the right stage no node is decisive, however many are wrong. You may call the library's
    /// `PNStage(nodes:)`, which takes a list of types.
    ///
    /// Example: truly macro, itc, negative; predicted micro, negative, negative. The stage is pN1 and predicted
    /// pN1mi. Node 1 is missed. Node 0 is decisive: macro, negative, negative is pN1. Node 1 is not.
    ///
    /// Make the result with `NodeErrors(missed:falseAlarms:decisive:)`.
    ///
    /// Hint: what do you change, one at a time, and what do you compare it with?
    ///
    /// - Parameters:
    ///   - truth: the true types of the nodes.
    ///   - predicted: as many predicted ones.
    /// - Returns: three lists of indices, each ascending.
    public static func errorAnalysis(
        truth: [MetastasisType], predicted: [MetastasisType]
    ) throws -> NodeErrors {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
