import Foundation

/// What a grader asks of a worker: the calls of one exercise, in the order of its checks.
public struct WorkerRequest: Codable, Sendable, Equatable {
    /// A word that the worker repeats in each answer. What does not carry it is no answer.
    public var nonce: String

    /// The calls to make.
    public var calls: [Call]

    /// What the process may use.
    public var limits: WorkerLimits

    /// One call of an exercise.
    public struct Call: Codable, Sendable, Equatable {
        /// The name of the type of the inputs.
        public var name: String

        /// The encoded inputs.
        public var inputs: Data

        /// How many seconds the call may take.
        public var deadline: Double

        /// The check that the call belongs to: after one crash its other calls are not made.
        public var check: String

        /// A call with its inputs and its deadline.
        public init(name: String, inputs: Data, deadline: Double, check: String) {
            self.name = name
            self.inputs = inputs
            self.deadline = deadline
            self.check = check
        }
    }

    /// A request with a fresh nonce, and processor time for all its deadlines.
    public init(calls: [Call]) {
        nonce = UUID().uuidString
        self.calls = calls
        limits = WorkerLimits()
        limits.processorSeconds = 10 + Int(calls.reduce(0) { $0 + $1.deadline }.rounded(.up))
    }
}
