/// How mixed the classes at a node are, with p_k the weighted share of class k; a split is the better,
/// the purer it leaves the two children.
public enum ClassificationCriterion: String, Sendable, Equatable, Codable {
    /// 1 - sum_k p_k^2: how often two samples drawn from the node are of different classes.
    case gini

    /// -sum_k p_k log2 p_k: the bits that are needed to name the class of a sample.
    case entropy
}
