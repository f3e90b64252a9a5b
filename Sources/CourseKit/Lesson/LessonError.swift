/// What can go wrong around a lesson.
public enum LessonError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Two numbers or two figures have one name.
    case duplicate(name: String, steps: [Int])

    /// The lesson has fewer steps.
    case noSuchStep(Int, steps: [String])

    /// The output folder cannot be made or written.
    case unwritable(path: String, reason: String)

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .duplicate(let name, let steps):
            let places = steps.map(String.init).joined(separator: " and ")
            return "\"\(name)\" is used twice, in steps \(places): give each a name of its own"
        case .noSuchStep(let number, let steps):
            let count = steps.count == 1 ? "one step" : "\(steps.count) steps"
            return "there is no step \(number) for --from: this lesson has \(count)"
        case .unwritable(let path, let reason):
            return "cannot write to \(path) (\(reason)): name another folder with --output"
        }
    }
}

extension LessonError: DetailedError {
    /// The steps that there are.
    public var details: [String] {
        guard case .noSuchStep(_, let steps) = self else { return [] }
        return steps.enumerated().map { "\($0 + 1). \($1)" }
    }
}
