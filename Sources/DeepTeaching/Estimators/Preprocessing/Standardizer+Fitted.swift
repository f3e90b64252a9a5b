extension Standardizer {
    /// Means and deviations that were learnt from training samples, to scale any samples by.
    public struct Fitted: Sendable, Equatable, Codable {
        /// The mean of each feature.
        public let means: [Double]

        /// The standard deviation of each feature, sqrt(sum (x - mean)^2 / n); 0 for a constant one.
        public let standardDeviations: [Double]

        /// The number of features of a sample.
        public var featureCount: Int { means.count }

        /// The samples with mean 0 and standard deviation 1, as those had that the standardiser was fitted to. A
        /// feature that was constant there is only shifted.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Returns: the same axes.
        /// - Throws: `EstimatorError` if the features do not fit, or a result is infinite.
        public func standardized<Scalar: TensorScalar>(
            _ features: Tensor<Scalar>
        ) throws -> Tensor<Scalar> {
            try mapped(features) { x, feature in (x - means[feature]) / divisor(of: feature) }
        }

        /// The samples as they were before: x = z deviation + mean.
        ///
        /// - Throws: `EstimatorError` if the features do not fit, or a result is infinite.
        public func restored<Scalar: TensorScalar>(
            _ standardized: Tensor<Scalar>
        ) throws -> Tensor<Scalar> {
            try mapped(standardized) { z, feature in z * divisor(of: feature) + means[feature] }
        }

        private func divisor(of feature: Int) -> Double {
            standardDeviations[feature] > 0 ? standardDeviations[feature] : 1
        }

        /// Each number after a function of it and its feature, computed in `Double`.
        private func mapped<Scalar>(
            _ features: Tensor<Scalar>, _ function: (_ x: Double, _ feature: Int) -> Double
        ) throws -> Tensor<Scalar> {
            let table = try SampleTable(features)
            try table.requireFeatures(featureCount)
            let results = table.values.enumerated().map { index, x in
                Scalar(function(x, index % featureCount))
            }
            if let index = results.firstIndex(where: { !$0.isFinite }) {
                throw EstimatorError.notFinite(
                    value: "\(results[index]) after scaling", sample: index / featureCount,
                    feature: index % featureCount)
            }
            return Tensor(results, shape: features.shape)
        }
    }
}

extension Standardizer.Fitted {
    private enum CodingKeys: String, CodingKey {
        case means
        case standardDeviations = "deviations"
    }

    /// Reads a standardiser.
    ///
    /// - Throws: `DecodingError` if it has no feature, or there is not one finite mean and one
    ///   deviation of 0 or more for each.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        means = try values.decode([Double].self, forKey: .means)
        standardDeviations = try values.decode([Double].self, forKey: .standardDeviations)
        guard !means.isEmpty, means.count == standardDeviations.count,
            (means + standardDeviations).allSatisfy(\.isFinite),
            standardDeviations.allSatisfy({ $0 >= 0 })
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .standardDeviations, in: values,
                debugDescription: "A standardiser needs one mean and one deviation of 0 or more "
                    + "for each feature.")
        }
    }
}
