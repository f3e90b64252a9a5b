extension PrincipalComponents {
    /// Directions that were learnt from training samples.
    public struct Fitted: FittedPreprocessor, Equatable {
        /// The mean of each feature.
        public let means: [Double]

        /// One direction a row, axes [component, feature], the one of the largest variance first.
        public let directions: [[Double]]

        /// The variance of the training samples along each direction, sum z^2 / (n - 1).
        public let variances: [Double]

        /// The same as a part of the variance of all features together.
        public let varianceShares: [Double]

        /// The number of features of a sample.
        public var featureCount: Int { means.count }

        /// The number of directions.
        public var componentCount: Int { directions.count }

        /// The places of samples along the directions, z = W (x - mean).
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Returns: axes [samples, components].
        /// - Throws: `EstimatorError` if the features do not fit, or a result is infinite.
        public func transformed<Scalar: TensorScalar>(
            _ features: Tensor<Scalar>
        ) throws -> Tensor<Scalar> {
            let table = try SampleTable(features)
            try table.requireFeatures(featureCount)
            let samples = Tensor(table.values, shape: features.shape)
            let places = (samples - Tensor(means, shape: [featureCount]))
                .matrixProduct(Tensor(rows: directions), transposingSecond: true)
            return try Self.checked(Tensor<Scalar>(places))
        }

        /// The samples with these places along the directions, x = W' z + mean. What other directions said
        /// is lost.
        ///
        /// - Parameter places: finite numbers, axes [samples, components].
        /// - Returns: axes [samples, features].
        /// - Throws: `EstimatorError` if the places do not fit, or a result is infinite.
        public func restored<Scalar: TensorScalar>(
            _ places: Tensor<Scalar>
        ) throws -> Tensor<Scalar> {
            let table = try SampleTable(places)
            try table.requireFeatures(componentCount)
            let samples = Tensor(table.values, shape: places.shape)
                .matrixProduct(Tensor(rows: directions))
            return try Self.checked(
                Tensor<Scalar>(samples + Tensor(means, shape: [featureCount])))
        }

        private static func checked<Scalar>(_ result: Tensor<Scalar>) throws -> Tensor<Scalar> {
            try result.requireTable()
            return result
        }
    }
}

extension PrincipalComponents.Fitted: SavableModel {
    /// What the file of principal components says that it holds.
    public static var fileFormat: String { "DeepTeaching principal components" }

    private enum CodingKeys: String, CodingKey {
        case means, directions, variances, varianceShares
    }

    /// Reads directions.
    ///
    /// - Throws: `DecodingError` if there is no direction, or a number is missing or not finite.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        means = try values.decode([Double].self, forKey: .means)
        directions = try values.decode([[Double]].self, forKey: .directions)
        variances = try values.decode([Double].self, forKey: .variances)
        varianceShares = try values.decode([Double].self, forKey: .varianceShares)
        guard !means.isEmpty, !directions.isEmpty, variances.count == directions.count,
            varianceShares.count == directions.count,
            directions.allSatisfy({ $0.count == means.count && $0.allSatisfy(\.isFinite) }),
            (means + variances + varianceShares).allSatisfy(\.isFinite)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .directions, in: values,
                debugDescription: "Principal components need one finite number a feature for each "
                    + "direction, and its variance.")
        }
    }
}
