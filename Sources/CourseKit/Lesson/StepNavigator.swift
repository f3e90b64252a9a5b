/// Where the learner is among the steps that have been shown, and where an answer leads.
struct StepNavigator {
    enum Move: Equatable {
        case next
        case leave
        case show(Int)
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
        switch line.lowercased().filter({ !$0.isWhitespace }) {
        case "q": return .leave
        case "p": return .show(current)
        case "b":
            current = max(shown.lowerBound, current - 1)
            return .show(current)
        default:
            if current == shown.upperBound { return .next }
            current += 1
            return .show(current)
        }
    }
}
