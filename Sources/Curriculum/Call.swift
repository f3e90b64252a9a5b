import DeepTeaching
import Foundation

/// An exercise as it is called: a function of a lesson's contract, with everything that travels to
/// the process that holds the student's functions and back.
///
///     let assign = Call("assign(points:centroids:)") {
///         (contract: any ClusteringContract.Type, points: [[Double]], centroids: [[Double]]) in
///         try contract.assign(points: points, centroids: centroids)
///     }
///
/// The grader makes the inputs and encodes them; the student's process decodes them and calls the
/// function; what comes back is compared with what the solution gives for the same inputs. So the
/// student's process never holds an answer.
public struct Call<Contract, Output: Codable & Sendable, each Input: Codable & Sendable>: Sendable {
    /// The name of the function, under which the call travels.
    public let name: String

    /// What the inputs are called, for those who read a report.
    public let labels: [String]

    private let function: @Sendable (Contract, repeat each Input) throws -> Output

    /// A call.
    ///
    /// - Parameters:
    ///   - fullName: the name of the function with those of its inputs, as "patchGrid(tissue:side:)".
    ///   - function: calls the exercise.
    public init(
        _ fullName: String,
        _ function: @escaping @Sendable (Contract, repeat each Input) throws -> Output
    ) {
        let parts = fullName.split(separator: "(")
        name = String(parts[0])
        labels = parts.dropFirst().joined().split { $0 == ":" || $0 == ")" }.map(String.init)
        self.function = function
        var count = 0
        for _ in repeat (each Input).self { count += 1 }
        precondition(
            count == labels.count, "\(fullName) names other inputs than its function takes")
    }

    /// What the exercise gives for these inputs.
    ///
    /// - Throws: what the exercise throws, for example `NotAttempted`.
    public func callAsFunction(_ contract: Contract, _ inputs: repeat each Input) throws -> Output {
        try function(contract, repeat each inputs)
    }

    /// The inputs, encoded; the same inputs give the same bytes.
    public func encode(_ inputs: repeat each Input) throws -> Data {
        try ValueCoding.encode(CallInputs(repeat each inputs))
    }

    /// The inputs that were encoded.
    ///
    /// - Throws: `DecodingError` if they are those of another call.
    public func decode(_ inputs: Data) throws -> (repeat each Input) {
        try ValueCoding.decode(CallInputs<repeat each Input>.self, from: inputs).values
    }

    /// An answer to this exercise and no other: a function in place of the contract's.
    public func answer(
        _ name: String, _ answer: @escaping @Sendable (repeat each Input) throws -> Output
    ) -> Answer {
        Answer(name: name) { [self] call, inputs in
            guard call == self.name else { throw AnswerError.unknownCall(call, lesson: name) }
            return try ValueCoding.encode(answer(repeat each decode(inputs)))
        }
    }

    /// The call without its types, as a lesson's contract lists it.
    public var listed: ListedCall<Contract> {
        ListedCall(name: name) { [self] contract, inputs in
            try ValueCoding.encode(function(contract, repeat each decode(inputs)))
        }
    }
}

/// A call whose types are hidden.
public struct ListedCall<Contract>: Sendable {
    let name: String

    /// Decodes the inputs, makes the call and encodes what comes back.
    let observe: @Sendable (Contract, Data) throws -> Data
}

/// The inputs of a call, one after the other.
private struct CallInputs<each Input: Codable & Sendable>: Codable {
    let values: (repeat each Input)

    init(_ values: repeat each Input) { self.values = (repeat each values) }

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        values = (repeat try container.decode((each Input).self))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        repeat try container.encode(each values)
    }
}
