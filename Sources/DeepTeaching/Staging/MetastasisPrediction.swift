/// The probability of each metastasis type of one slide.
public struct MetastasisPrediction: Sendable, Equatable, Codable {
    /// The probabilities in the order of `MetastasisType.allCases`; they sum to 1.
    public let probabilities: [Double]

    init(probabilities: [Double]) { self.probabilities = probabilities }

    /// The probability of a type.
    public func probability(of type: MetastasisType) -> Double { probabilities[type.severity] }

    /// What the slide is called: negative unless tumour of any kind is more probable than none, and
    /// then its most probable kind; of equally probable ones the less severe.
    ///
    /// The most probable of all four would call a slide negative that is positive with 57 %, if
    /// only its kind is in doubt.
    public var type: MetastasisType {
        if positiveScore <= 0.5 { return .negative }
        let kinds = Array(probabilities.dropFirst())
        let best = mostProbableClasses(kinds, classCount: kinds.count)[0]
        return MetastasisType.allCases[best + 1]
    }

    /// How sure the forest is that the slide holds tumour of any kind, ITC included:
    /// P(positive) = 1 - P(negative).
    public var positiveScore: Double { 1 - probability(of: .negative) }
}

extension MetastasisPrediction {
    private enum CodingKeys: String, CodingKey { case probabilities }

    /// Reads a prediction.
    ///
    /// - Throws: `DecodingError` if there is not one probability a type, or they do not sum to 1.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        probabilities = try values.decode([Double].self, forKey: .probabilities)
        guard probabilities.count == MetastasisType.allCases.count,
            areProbabilities(probabilities)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .probabilities, in: values,
                debugDescription: "A prediction needs one probability a metastasis type.")
        }
    }
}
