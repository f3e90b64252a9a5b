/// What can be wrong with what attention is to look at.
public enum AttentionError: Error, Sendable, Equatable {
    /// All places of one grid of a batch are masked out, or it has none.
    case nothingToLookAt(item: Int)
}

extension AttentionError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .nothingToLookAt(let item):
            "item \(item) of the batch has no place to look at: its mask is 0 everywhere, as that of "
                + "a slide without tissue. Leave it out of the batch."
        }
    }
}
