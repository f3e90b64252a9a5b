/// How an exercise, or one check of it, came out.
public enum Status: String, Codable, Sendable, CaseIterable {
    /// Everything is right.
    case passed

    /// Some checks are right.
    case partial

    /// The answer is not the expected one.
    case wrong

    /// Nobody has worked on it yet.
    case notAttempted

    /// The function trapped: an index out of range, a forced nil, an overflow.
    case crashed

    /// The function took too long.
    case timedOut

    /// The program ended before the function returned.
    case exitedEarly

    /// The file does not compile.
    case notCompiled

    /// The grader failed; it is not the student's fault.
    case graderError

    /// How a person says it.
    public var words: String {
        switch self {
        case .passed: "passed"
        case .partial: "partly right"
        case .wrong: "not right yet"
        case .notAttempted: "not attempted"
        case .crashed: "crashed"
        case .timedOut: "took too long"
        case .exitedEarly: "ended the program"
        case .notCompiled: "does not compile"
        case .graderError: "the grader failed"
        }
    }
}
