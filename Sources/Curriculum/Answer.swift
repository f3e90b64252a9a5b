import Foundation

/// Something that answers the calls of a lesson: a solution, a mutant, the student's functions.
///
/// Inputs and observations are encoded values, so that answers of every lesson have one type and
/// can stand in this process or in another.
public struct Answer: Sendable {
    /// Whose answer it is, for messages.
    public let name: String

    /// The encoded observation of one call.
    public let observe: @Sendable (_ call: String, _ inputs: Data) throws -> Data

    /// An answer given by any function.
    public init(
        name: String, observe: @escaping @Sendable (_ call: String, _ inputs: Data) throws -> Data
    ) {
        self.name = name
        self.observe = observe
    }
}

/// What can be wrong between a grader and the contract that it uses.
public enum AnswerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The contract of the lesson has no call of this name.
    case unknownCall(String, lesson: String)

    /// What to do about it.
    public var description: String {
        switch self {
        case .unknownCall(let call, let lesson):
            "\(lesson) knows no call \(call): add it to the `calls:` of its contract"
        }
    }
}
