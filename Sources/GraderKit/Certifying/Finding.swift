/// Something that a certification found.
public struct Finding: Sendable, Equatable, Codable, CustomStringConvertible {
    /// Which of the eight proofs.
    public let proof: Int

    /// Which lesson or exercise.
    public let place: String

    /// What was found.
    public let words: String

    /// Whether the grader may not be used like this; else it is only worth knowing.
    public let isFailure: Bool

    init(_ proof: Int, _ place: String, _ words: String, isFailure: Bool = true) {
        self.proof = proof
        self.place = place
        self.words = words
        self.isFailure = isFailure
    }

    /// For example "proof 3, Lesson12Clustering.assign: ...".
    public var description: String {
        "\(isFailure ? "FAILED" : "note") proof \(proof), \(place): \(words)"
    }
}
