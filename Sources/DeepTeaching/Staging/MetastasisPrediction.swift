/// The probability of each metastasis type of one slide.
public struct MetastasisPrediction: Sendable, Equatable, Codable {
    /// The probabilities in the order of `MetastasisType.allCases`; they sum to 1.
    public let probabilities: [Double]

    init(probabilities: [Double]) { self.probabilities = probabilities }

    /// The probability of a type.
    public func probability(of type: MetastasisType) -> Double { probabilities[type.severity] }

    /// The most probable type; of equally probable ones the less severe.
    public var type: MetastasisType {
        let best = mostProbableClasses(probabilities, classCount: probabilities.count)[0]
        return MetastasisType.allCases[best]
    }

    /// How sure the forest is that the slide holds tumour of any kind, ITC included:
    /// P(positive) = 1 - P(negative).
    public var positiveScore: Double { 1 - probability(of: .negative) }
}

extension MetastasisPrediction {
    private enum CodingKeys: String, CodingKey { case probabilities }

    /// Reads a prediction.
    ///
    /// - Throws: `DecodingError` if there is not one probability a type.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        probabilities = try values.decode([Double].self, forKey: .probabilities)
        guard probabilities.count == MetastasisType.allCases.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .probabilities, in: values,
                debugDescription: "A prediction needs one probability a metastasis type.")
        }
    }
}
