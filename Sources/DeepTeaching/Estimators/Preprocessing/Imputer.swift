/// Fills in numbers that are missing, which a table holds as not-a-number.
///
/// What is filled in is learnt from the samples that it is fitted to: fit it to the training samples alone.
///
/// ```swift
/// let imputer = try Imputer(.median).fit(training)
/// let complete = try imputer.transformed(test)
/// ```
public struct Imputer: Preprocessor, Equatable, Codable {
    /// What takes the place of a missing number.
    public enum Filling: Sendable, Equatable, Codable {
        /// The mean of the feature.
        case mean

        /// The number in the middle of the feature's, or the mean of the two there.
        case median

        /// The same number for all features.
        case constant(Double)
    }

    /// What takes the place of a missing number.
    public var filling: Filling

    /// An imputer yet to be fitted.
    public init(_ filling: Filling = .mean) { self.filling = filling }

    /// What takes the place of missing numbers, learnt from training samples.
    public struct Fitted: FittedPreprocessor, Equatable {
        /// One number a feature.
        public let fillings: [Double]

        /// The number of features of a sample.
        public var featureCount: Int { fillings.count }
    }

    /// Learns what to fill in.
    ///
    /// - Parameter features: finite or missing numbers, axes [samples, features].
    /// - Throws: `EstimatorError` if this is no table, has no row, or holds an infinite number; and
    ///   `onlyMissing` if mean or median of a feature are unknown, since it is missing in all rows.
    public func fit<Scalar: TensorScalar>(_ features: Tensor<Scalar>) throws -> Fitted {
        let table = try SampleTable(features, acceptsMissing: true)
        guard table.sampleCount > 0 else { throw EstimatorError.noSamples }
        if case .constant(let number) = filling, !number.isFinite {
            throw EstimatorError.unusableSetting(
                name: "filling", value: "\(number)", allowed: "a finite number")
        }
        return Fitted(
            fillings: try (0..<table.featureCount).map { feature in
                let column = stride(from: feature, to: table.values.count, by: table.featureCount)
                return try number(for: column.map { table.values[$0] }, feature: feature)
            })
    }

    private func number(for column: [Double], feature: Int) throws -> Double {
        if case .constant(let number) = filling { return number }
        let known = column.filter { !$0.isNaN }
        guard !known.isEmpty else { throw EstimatorError.onlyMissing(feature: feature) }
        if filling == .median { return median(of: known) }
        let count = Double(known.count)
        // Divided first, large numbers do not overflow.
        return known.reduce(0) { $0 + $1 / count }
    }

    private func median(of numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        let (lower, upper) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return lower == upper ? lower : lower / 2 + upper / 2
    }
}

extension Imputer.Fitted: SavableModel {
    /// What the file of an imputer says that it holds.
    public static var fileFormat: String { "DeepTeaching imputer" }

    /// The samples with something in place of what is missing.
    ///
    /// - Parameter features: finite or missing numbers, axes [samples, features].
    /// - Throws: `EstimatorError` if the features do not fit, or hold an infinite number.
    public func transformed<Scalar: TensorScalar>(
        _ features: Tensor<Scalar>
    ) throws -> Tensor<Scalar> {
        let table = try SampleTable(features, acceptsMissing: true)
        try table.requireFeatures(featureCount)
        let numbers = table.values.enumerated().map { index, x in
            Scalar(x.isNaN ? fillings[index % featureCount] : x)
        }
        let result = Tensor(numbers, shape: features.shape)
        try result.requireTable()
        return result
    }

    private enum CodingKeys: String, CodingKey { case fillings }

    /// Reads an imputer.
    ///
    /// - Throws: `DecodingError` if there is not one finite number a feature.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        fillings = try values.decode([Double].self, forKey: .fillings)
        guard !fillings.isEmpty, fillings.allSatisfy(\.isFinite) else {
            throw DecodingError.dataCorruptedError(
                forKey: .fillings, in: values,
                debugDescription: "An imputer needs one finite number for each feature.")
        }
    }
}
