/// Predictions.
extension StepWriter {
    /// Asks for one of several choices, before the computation; `answer(_:choice:)` comes after.
    public func question(_ words: String, choices: [String]) {
        append(.question(Question(words: words, kind: .choices(choices))))
    }

    /// Asks for a number, before the computation; `answer(_:)` comes after.
    public func question(_ words: String, unit: String) {
        append(.question(Question(words: words, kind: .number(unit: unit))))
    }

    /// Asks for a thought, before the computation; `answer(_:)` comes after.
    public func question(_ words: String) {
        append(.question(Question(words: words, kind: .free)))
    }

    /// Gives the answer to the last question; `choice` counts from 0.
    public func answer(_ words: String, choice: Int? = nil) {
        let answer = Question.Answer(choice: choice, words: words)
        append(.answer(answer))
    }
}
