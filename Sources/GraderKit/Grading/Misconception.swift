import Curriculum

/// A wrong answer that learners give, with the check that must catch it and what helps.
public struct Misconception: Sendable {
    /// What is misunderstood, in a sentence.
    public let statement: String

    /// The wrong answer, written out.
    public let mutant: Answer

    /// The name of the check that catches it.
    public let check: String

    /// A question to think about; the concept; the place and a worked step.
    public let hints: Hints

    /// Another misconception that gives the same answers to all inputs, if there is one.
    public let alias: String?

    /// Whether some other small mistake, too, gives the same answers to all inputs, so that nobody
    /// can say which of them it was. `course certify --mechanical` knows.
    public let isAmbiguous: Bool

    /// A misconception with its mutant.
    public init(
        _ statement: String, mutant: Answer, check: String, hints: Hints, alias: String? = nil,
        isAmbiguous: Bool = false
    ) {
        self.statement = statement
        self.mutant = mutant
        self.check = check
        self.hints = hints
        self.alias = alias
        self.isAmbiguous = isAmbiguous || alias != nil
    }
}

/// Three hints, from a question to a worked step.
public struct Hints: Sendable, Equatable {
    /// A question to think about.
    public let question: String

    /// The concept behind it.
    public let concept: String

    /// The place in the code, and a worked step.
    public let step: String

    /// Three hints.
    public init(question: String, concept: String, step: String) {
        self.question = question
        self.concept = concept
        self.step = step
    }

    /// All three, in order.
    public var all: [String] { [question, concept, step] }
}
