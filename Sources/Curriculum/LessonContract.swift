import Foundation

/// A lesson together with the calls that its exercises answer.
///
/// `Contract` is the metatype of the lesson's protocol, as `any ClusteringContract.Type`.
public struct LessonContract<Contract>: Sendable {
    /// The lesson as the course lists it.
    public let lesson: LessonOutline

    private let calls: [String: @Sendable (Contract, Data) throws -> Data]

    /// A lesson and the calls of its exercises.
    public init(_ lesson: LessonOutline, calls: [ListedCall<Contract>]) {
        self.lesson = lesson
        self.calls = Dictionary(uniqueKeysWithValues: calls.map { ($0.name, $0.observe) })
    }

    /// The answer that `type`, a solution, a mutant or the student's enum, gives to every call.
    public func answer(_ type: Contract) -> Answer where Contract: Sendable {
        Answer(name: String(describing: type)) { [calls, lesson] call, inputs in
            guard let observe = calls[call] else {
                throw AnswerError.unknownCall(call, lesson: lesson.name)
            }
            return try observe(type, inputs)
        }
    }
}
