import Curriculum
import DeepTeaching
import Foundation

/// One check of an exercise: seeded inputs, and how the observation is compared with the
/// solution's.
public struct Check: Sendable {
    /// The name, under which Curriculum gives it its points.
    public let name: String

    /// What must hold, in a sentence: "each point joins the centroid nearest to it".
    public let statement: String

    /// The name of the call.
    public let call: String

    /// The first hint where this check is the first to fail and nothing more is known, or nil for the
    /// exercise's.
    public let question: String?

    /// What the inputs of the call are called.
    let labels: [String]

    /// The type of what the call gives back.
    let resultType: String

    /// The encoded inputs of a seed; all of them must be answered rightly.
    public let inputs: @Sendable (UInt64) throws -> [Data]

    /// Compares two encoded observations.
    var compare: @Sendable (_ inputs: Data, _ expected: Data, _ got: Data) throws -> Verdict

    init(
        name: String, statement: String, call: String, question: String? = nil, labels: [String],
        resultType: String,
        inputs: @escaping @Sendable (UInt64) throws -> [Data],
        compare: @escaping @Sendable (Data, Data, Data) throws -> Verdict
    ) {
        self.name = name
        self.statement = statement
        self.call = call
        self.question = question
        self.labels = labels
        self.resultType = resultType
        self.inputs = inputs
        self.compare = compare
    }
}
