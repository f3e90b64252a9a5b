/// Why no stub can be made, or no function of it be taken.
public enum StubError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A marker stands alone.
    case unbalanced(line: Int)

    /// A line looks like a marker, but is none.
    case misspelt(line: Int)

    /// No function's body stands between markers.
    case nothingMarked

    /// The body of this exercise would not be a `todo()`.
    case answerLeft(String)

    /// The file has no function of this name.
    case noFunction(String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .unbalanced(let line):
            "line \(line): each \(Stub.begin) needs one \(Stub.end) after it, without another "
                + "between"
        case .misspelt(let line):
            "line \(line): a marker is written \(Stub.begin) or \(Stub.end), alone in its line"
        case .nothingMarked:
            "no function's body stands between \(Stub.begin) and \(Stub.end), so that the stub "
                + "would give the solution away"
        case .answerLeft(let name):
            "the stub of func \(name) would not be a todo(): its whole body belongs between "
                + "\(Stub.begin) and \(Stub.end), eight spaces deep"
        case .noFunction(let name):
            "there is no func \(name) in your file: reset the whole lesson"
        }
    }
}
