/// A prediction to make before the computation.
public struct Question: Sendable, Equatable {
    /// What the learner gives.
    public enum Kind: Sendable, Equatable {
        /// One of several sentences, counted from 1 for the reader.
        case choices([String])
        /// A number, with its unit.
        case number(unit: String)
        /// A word, a thought.
        case free
    }

    /// The answer, known after the computation.
    public struct Answer: Sendable, Equatable {
        /// The name of its question; empty if there is only the one before it.
        public let question: String
        /// The right choice, counted from 0, if the question has choices.
        public let choice: Int?
        /// The right number, if one was measured.
        public let number: MeasuredNumber?
        /// The answer and why.
        public let words: String

        init(
            question: String = "", choice: Int? = nil, number: MeasuredNumber? = nil,
            words: String
        ) {
            self.question = question
            self.choice = choice
            self.number = number
            self.words = words
        }
    }

    /// By what its answer refers to it; empty if the answer belongs to the question before it.
    public let name: String

    /// The question.
    public let words: String

    /// What the learner gives.
    public let kind: Kind

    /// The answer, once the step has given it.
    public internal(set) var answer: Answer?

    /// What the learner said, if somebody was asked.
    public internal(set) var guess: String?

    init(name: String = "", words: String, kind: Kind) {
        self.name = name
        self.words = words
        self.kind = kind
    }
}
