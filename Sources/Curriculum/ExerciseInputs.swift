/// The arguments of one call of one exercise, and how to make that call.
///
/// The grader makes the values, sends them to the process that holds the student's functions, and
/// there `observe` calls the function. What it returns goes back and is compared with what the
/// solution returns for the same values; so the student's process never holds an answer.
public protocol ExerciseInputs<Contract>: Codable, Sendable {
    /// The contract of the lesson, as `any ClusteringContract.Type`.
    associatedtype Contract

    /// What the call gives back.
    associatedtype Observation: Codable & Sendable

    /// Calls the exercise with these arguments.
    ///
    /// - Throws: what the exercise throws, for example `NotAttempted`.
    func observe(_ contract: Contract) throws -> Observation
}

extension ExerciseInputs {
    /// The name under which the call travels between the processes.
    public static var callName: String { String(describing: Self.self) }
}
