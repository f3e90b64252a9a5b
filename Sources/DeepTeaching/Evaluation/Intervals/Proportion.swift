/// A share that was counted: so many of so many, such as a sensitivity of 45 of 50.
///
/// ```swift
/// let sensitivity = try Proportion(45, of: 50)
/// print(sensitivity, try sensitivity.interval())
/// ```
///
/// The items must be independent of each other. Several slides of one patient are not: take
/// `bootstrapInterval` over patients there.
public struct Proportion: Sendable, Equatable {
    /// How many succeeded.
    public let successes: Int

    /// How many there are; at least 1.
    public let trials: Int

    /// So many of so many.
    ///
    /// - Throws: `EvaluationError` if there is no trial, or the successes are below 0 or more than the
    ///   trials.
    public init(_ successes: Int, of trials: Int) throws {
        guard trials > 0 else { throw EvaluationError.nothing }
        guard (0...trials).contains(successes) else {
            throw EvaluationError.unusableParameter(
                name: "the number of successes", value: "\(successes)",
                allowed: "from 0 to the \(trials) trials")
        }
        self.successes = successes
        self.trials = trials
    }

    /// The share, from 0 to 1.
    public var value: Double { Double(successes) / Double(trials) }

    /// How an interval is computed.
    public enum Method: String, Sendable, Codable, CaseIterable {
        /// The shares that a test by the normal distribution does not reject: close to the confidence
        /// on average over the shares, now above it and now below.
        ///
        /// Source: Wilson, Probable inference, the law of succession, and statistical inference, JASA,
        /// 1927.
        case wilson

        /// The shares that an exact test by the binomial distribution does not reject: never less than
        /// the confidence, so mostly wider than it need be.
        ///
        /// Source: Clopper and Pearson, The use of confidence or fiducial limits illustrated in the case
        /// of the binomial, Biometrika, 1934.
        case clopperPearson
    }

    /// The interval of the true share.
    ///
    /// It lies within 0 and 1, and tells something even of 0 or all successes.
    ///
    /// - Throws: `EvaluationError` if the confidence is not above 0 and below 1.
    public func interval(
        _ method: Method = .wilson, confidence: Double = 0.95
    ) throws -> ConfidenceInterval {
        try requireConfidence(confidence)
        let ends =
            switch method {
            case .wilson: wilson(confidence)
            case .clopperPearson: clopperPearson(confidence)
            }
        // Rounding must not keep the certain ends from being reached.
        return ConfidenceInterval(
            estimate: value, lower: successes == 0 ? 0 : ends.lower,
            upper: successes == trials ? 1 : ends.upper, confidence: confidence)
    }

    /// (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n).
    private func wilson(_ confidence: Double) -> (lower: Double, upper: Double) {
        let z = normalDeviate(confidence: confidence)
        let n = Double(trials)
        let center = value + z * z / (2 * n)
        let reach = z * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
        let whole = 1 + z * z / n
        return ((center - reach) / whole, (center + reach) / whole)
    }

    /// With p at the lower end as many successes or more have a probability of (1 - confidence) / 2, with
    /// p at the upper end as many or fewer.
    private func clopperPearson(_ confidence: Double) -> (lower: Double, upper: Double) {
        let tail = (1 - confidence) / 2
        let (k, n) = (Double(successes), Double(trials))
        return (
            successes == 0 ? 0 : betaQuantile(tail, k, n - k + 1),
            successes == trials ? 1 : 1 - betaQuantile(tail, n - k, k + 1)
        )
    }
}

extension Proportion: CustomStringConvertible {
    /// "45 of 50 (90 %)".
    public var description: String {
        "\(successes) of \(trials) (\((100 * value).oneDecimal) %)"
    }
}

extension Proportion: Codable {
    private enum CodingKeys: String, CodingKey { case successes, trials }

    /// Reads a proportion.
    ///
    /// - Throws: `EvaluationError` as `init(_:of:)` does.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            try values.decode(Int.self, forKey: .successes),
            of: try values.decode(Int.self, forKey: .trials))
    }
}
