/// One of the numbers that a confidence map says about a slide: what is measured, and of what.
public enum SlideFeature: Sendable, Hashable {
    /// Of the probabilities of all cells with tissue.
    case probability(ProbabilityMeasure)

    /// Of the regions in which the probability is above a threshold.
    case regions(RegionMeasure, threshold: Double)
}

/// What is measured of the probabilities of a map. The raw value is its name in tables and files.
public enum ProbabilityMeasure: String, Sendable, CaseIterable {
    /// The largest.
    case maximum = "maximum probability"

    /// Their mean.
    case mean = "mean probability"

    /// Their standard deviation.
    case standardDeviation = "deviation of the probability"

    /// What half of them lie below.
    case median = "median probability"

    /// What 90 % of them lie below.
    case quantile90 = "90 % quantile of the probability"

    /// What 99 % of them lie below.
    case quantile99 = "99 % quantile of the probability"

    /// What 99.9 % of them lie below.
    case quantile999 = "99.9 % quantile of the probability"
}

/// What is measured of regions. The raw value is its name in tables and files, with its unit.
public enum RegionMeasure: String, Sendable, CaseIterable {
    /// How many there are.
    case count = "number of regions"

    /// The area of all, mm2.
    case area = "tumour area mm2"

    /// The area of all by the area of tissue.
    case tissueFraction = "tumour area by tissue area"

    /// The longest diameter of the largest, mm: what tells ITC, micro and macro apart.
    case longestDiameter = "longest diameter mm"

    /// The longest diameter of the second largest, mm.
    case secondDiameter = "second longest diameter mm"

    /// The area of the largest, mm2.
    case largestArea = "area of the largest region mm2"

    /// The mean width of the largest, mm.
    case largestWidth = "width of the largest region mm"

    /// The largest probability in the largest.
    case largestMaximum = "maximum probability in the largest region"

    /// The mean probability in the largest.
    case largestMean = "mean probability in the largest region"
}

extension SlideFeature: LosslessStringConvertible {
    /// For example "longest diameter mm (p > 0.5)".
    public var description: String {
        switch self {
        case .probability(let measure): measure.rawValue
        case .regions(let measure, let threshold): "\(measure.rawValue) (p > \(threshold))"
        }
    }

    /// The feature of a name, such as "mean probability"; nil if there is none.
    public init?(_ name: String) {
        if let measure = ProbabilityMeasure(rawValue: name) {
            self = .probability(measure)
        } else if let match = name.wholeMatch(of: /(.+) \(p > ([0-9.e-]+)\)/),
            let measure = RegionMeasure(rawValue: String(match.1)),
            let threshold = Double(match.2), (0...1).contains(threshold)
        {
            self = .regions(measure, threshold: threshold)
        } else {
            return nil
        }
    }
}

extension SlideFeature: Codable {
    /// Writes the name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Reads a name.
    ///
    /// - Throws: `DecodingError` if no feature is called so.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let feature = SlideFeature(name) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "No feature of a slide is called \"\(name)\".")
        }
        self = feature
    }
}
