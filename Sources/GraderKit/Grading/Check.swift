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

    /// What the inputs of the call are called; empty where their encoding tells.
    let labels: [String]

    /// The type of what the call gives back.
    let resultType: String

    /// The encoded inputs of a seed; all of them must be answered rightly.
    public let inputs: @Sendable (UInt64) throws -> [Data]

    /// Compares two encoded observations.
    var compare: @Sendable (_ inputs: Data, _ expected: Data, _ got: Data) throws -> Verdict

    /// A check.
    ///
    /// - Parameters:
    ///   - name: its name in Curriculum.
    ///   - statement: what must hold.
    ///   - inputs: the inputs, all decided by the generator. They and what the solution returns
    ///     for them must differ from seed to seed, or a constant would pass.
    ///   - compare: the verdict on the observation (second) beside the solution's (first).
    public init<Inputs: ExerciseInputs>(
        _ name: String, _ statement: String,
        inputs: @escaping @Sendable (inout SeededGenerator) -> [Inputs],
        compare: @escaping @Sendable (Inputs.Observation, Inputs.Observation) -> Verdict
    ) {
        self.init(name, statement, inputs: inputs) { _, expected, got in compare(expected, got) }
    }

    /// A check whose comparison looks at the inputs too, for example to see whether two labels tie.
    public init<Inputs: ExerciseInputs>(
        _ name: String, _ statement: String,
        inputs: @escaping @Sendable (inout SeededGenerator) -> [Inputs],
        comparing: @escaping @Sendable (Inputs, Inputs.Observation, Inputs.Observation) -> Verdict
    ) {
        self.name = name
        self.statement = statement
        call = Inputs.callName
        labels = []
        resultType = String(describing: Inputs.Observation.self)
        self.inputs = { seed in
            var generator = SeededGenerator(seed: seed, stream: Inputs.callName + name)
            return try inputs(&generator).map(ValueCoding.encode)
        }
        compare = { inputs, expected, got in
            comparing(
                try ValueCoding.decode(Inputs.self, from: inputs),
                try ValueCoding.decode(Inputs.Observation.self, from: expected),
                try ValueCoding.decode(Inputs.Observation.self, from: got))
        }
    }

    init(
        name: String, statement: String, call: String, labels: [String], resultType: String,
        inputs: @escaping @Sendable (UInt64) throws -> [Data],
        compare: @escaping @Sendable (Data, Data, Data) throws -> Verdict
    ) {
        self.name = name
        self.statement = statement
        self.call = call
        self.labels = labels
        self.resultType = resultType
        self.inputs = inputs
        self.compare = compare
    }
}
