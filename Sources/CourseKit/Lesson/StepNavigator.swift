/// Where the learner is among the steps that have been shown, and where an answer leads.
struct StepNavigator {
    enum Move: Equatable {
        case next
        case leave
        case show(Int)
        /// What the curious find behind the step on the screen.
        case deeper
        /// Where the exercise of the step on the screen is.
        case exercise
        /// Something that means nothing here.
        case unknown(String)
    }

    /// The steps that can be shown again.
    let shown: ClosedRange<Int>

    /// The step on the screen.
    private(set) var current: Int

    init(shown: ClosedRange<Int>) {
        self.shown = shown
        current = shown.upperBound
    }

    /// What to do with a line of input; nil is its end (Ctrl-D), and leaves.
    mutating func move(_ line: String?) -> Move {
        guard let line else { return .leave }
        let key = line.lowercased().filter { !$0.isWhitespace }
        switch key {
        case "q": return .leave
        case "p": return .show(current)
        case "?": return .deeper
        case "e": return .exercise
        case "b":
            current = max(shown.lowerBound, current - 1)
            return .show(current)
        case "":
            if current == shown.upperBound { return .next }
            current += 1
            return .show(current)
        default: return .unknown(key)
        }
    }
}
