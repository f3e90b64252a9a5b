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
            let titles = steps.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
            return "--from \(number): this lesson has \(steps.count) steps: \(titles)"
        case .unwritable(let path, let reason):
            return "cannot write to \(path) (\(reason)): name another folder with --output"
        }
    }
}
