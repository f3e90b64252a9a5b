/// What can be wrong with a confidence map, or with what is asked of it.
public enum MapError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A map holds something that is no probability.
    case notAProbability(value: String, x: Int, y: Int)

    /// A setting makes no sense; `value` is how it prints.
    case unusableSetting(name: String, value: String, allowed: String)

    /// A file is no list of detections; `line` counts from 1.
    case malformedTable(file: String, line: Int, reason: String)

    /// A file could not be written.
    case unwritable(path: String, reason: String)

    /// A sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .notAProbability(let value, let x, let y):
            "The confidence map holds \(value) at column \(x), row \(y): it must be a probability "
                + "from 0 to 1."
        case .unusableSetting(let name, let value, let allowed):
            "\(name) cannot be \(value): choose \(allowed)."
        case .malformedTable(let file, let line, let reason):
            "\(file), line \(line): \(reason). A list of detections has three numbers a line: "
                + "confidence, x and y in level-0 pixels."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason)."
        }
    }
}
