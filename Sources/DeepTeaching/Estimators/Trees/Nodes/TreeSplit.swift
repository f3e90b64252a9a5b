/// The question that an inner node of a tree asks: "is the feature at most the threshold?"
public struct TreeSplit: Sendable, Equatable {
    /// The index of the feature.
    public let feature: Int

    /// Samples whose feature is at most this go `below`, the others `above`. It is the largest finite
    /// number where the question is only whether the value is there at all.
    public let threshold: Double

    /// The node where samples at or below the threshold go.
    public let below: Int

    /// The node where samples above the threshold go.
    public let above: Int

    /// The node where samples go whose feature is missing; nil in a tree that refuses them.
    public let missing: Int?

    /// Whether the question is only if the feature is there or missing.
    public var asksIfMissing: Bool { threshold == TreeNodes.isThere }
}
