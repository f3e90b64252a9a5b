/// An error that stands for several: its sentence says what they have in common, and each stands
/// in a line of its own below.
public protocol DetailedError: Error {
    /// What is wrong, one sentence each; empty if the error's own sentence says it all.
    var details: [String] { get }
}
