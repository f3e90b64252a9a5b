/// What a comparison found: how large the error is, and in words what differs.
public struct Verdict: Sendable, Equatable {
    /// The largest error in units of the tolerance: up to 1 is right; infinite where there is no
    /// small error, as for a wrong shape or a wrong label.
    public let error: Double

    /// What differs, reduced to what matters, or nil if nothing does.
    public let difference: String?

    /// What it shows, if it is something that many mistakes have in common.
    public let symptom: Symptom?

    /// Everything is right.
    public static let right = Verdict(error: 0, difference: nil)

    /// An error of a size that is measured in tolerances.
    public init(error: Double, difference: String?, symptom: Symptom? = nil) {
        self.error = error
        self.difference = difference
        self.symptom = symptom
    }

    /// Something is wrong that has no size.
    public static func wrong(_ difference: String, symptom: Symptom? = nil) -> Verdict {
        Verdict(error: .infinity, difference: difference, symptom: symptom)
    }

    /// Whether the error lies within the tolerance.
    public var isRight: Bool { error <= 1 }

    /// The verdict on a whole from verdicts on its parts: the first that is wrong speaks.
    public static func all(_ verdicts: Verdict...) -> Verdict {
        let speaking = verdicts.first { $0.difference != nil }
        return Verdict(
            error: verdicts.map(\.error).max() ?? 0, difference: speaking?.difference,
            symptom: speaking?.symptom)
    }

    /// The same verdict, its words beginning with what they are about.
    public func about(_ part: String) -> Verdict {
        Verdict(error: error, difference: difference.map { "\(part): \($0)" }, symptom: symptom)
    }
}
