/// A sample in a node of a growing tree: which it is, and what its criterion must know of it.
struct NodeItem {
    private let bits: UInt64

    init(sample: Int, payload: UInt32) { bits = UInt64(payload) << 32 | UInt64(sample) }

    /// The index of the sample.
    var sample: Int { Int(bits & 0xffff_ffff) }

    /// What the criterion wrote there.
    var payload: UInt32 { UInt32(bits &>> 32) }
}

/// What a node holds, as a criterion sees it.
struct NodeSummary {
    /// What the node answers with: the share of each class, or the mean.
    var values: [Double]

    /// The weight of its samples.
    var weight: Double

    /// How mixed it is.
    var impurity: Double

    /// What the score of a cut is measured against: score - this is the weighted impurity that it takes
    /// away.
    var score: Double

    /// Whether all its samples are the same to the criterion, so that no cut can help.
    var isPure: Bool
}
