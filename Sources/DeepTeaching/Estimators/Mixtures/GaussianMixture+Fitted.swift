extension GaussianMixture {
    /// A fitted mixture of normal distributions.
    public struct Fitted: FittedClassifier, Equatable {
        /// Weights, means and covariances.
        public let parameters: MixtureParameters

        /// The mean logarithm of the likelihood of the samples that it was fitted to.
        public let logLikelihood: Double

        /// The same before each step.
        public let history: [Double]

        /// Whether the steps ended because the likelihood rested.
        public let hasConverged: Bool

        /// The number of steps.
        public var iterations: Int { history.count }

        /// The number of features of a sample.
        public var featureCount: Int { parameters.featureCount }

        /// The number of components.
        public var classCount: Int { parameters.componentCount }

        /// The share of each component in each sample, r_ik = w_k N(x_i; m_k, S_k) / p(x_i).
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Returns: axes [samples, components]; each row sums to 1.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func probabilities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            let found = try expectation(of: features, .shares)
            return Tensor(found.shares, shape: [features.shape[0], classCount])
        }

        /// log p(x) of each sample: low where the mixture has seen nothing like it.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Throws: `EstimatorError` if the features do not fit.
        public func logDensities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> [Double] {
            try expectation(of: features, .logDensities).logDensities
        }

        /// The mean logarithm of the likelihood of samples.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Throws: `EstimatorError` if the features do not fit, or there is no sample.
        public func logLikelihood<Scalar: TensorScalar>(
            of features: Tensor<Scalar>
        ) throws -> Double {
            guard features.shape.first != 0 else { throw EstimatorError.noSamples }
            return try expectation(of: features, .likelihood).logLikelihood
                / Double(features.shape[0])
        }

        private func expectation<Scalar: TensorScalar>(
            of features: Tensor<Scalar>, _ question: MixtureDensity.Question
        ) throws -> Expectation {
            let table = try SampleTable(features)
            try table.requireFeatures(featureCount)
            let found = try MixtureDensity(parameters).expectation(of: table, question)
            guard found.logLikelihood.isFinite else { throw infiniteDistance }
            return found
        }
    }
}

extension GaussianMixture.Fitted: SavableModel {
    /// What the file of a mixture says that it holds.
    public static var fileFormat: String { "DeepTeaching Gaussian mixture" }

    private enum CodingKeys: String, CodingKey {
        case parameters, logLikelihood, history, hasConverged
    }

    /// Reads a mixture.
    ///
    /// - Throws: `DecodingError` if a number is missing or not finite, weights do not sum to 1, or a
    ///   covariance has no inverse.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        parameters = try values.decode(MixtureParameters.self, forKey: .parameters)
        logLikelihood = try values.decode(Double.self, forKey: .logLikelihood)
        history = try values.decode([Double].self, forKey: .history)
        hasConverged = try values.decode(Bool.self, forKey: .hasConverged)
        guard parameters.isComplete, (try? MixtureDensity(parameters)) != nil else {
            throw DecodingError.dataCorruptedError(
                forKey: .parameters, in: values,
                debugDescription: "A mixture needs for each component a weight, a mean, and a "
                    + "covariance that has an inverse.")
        }
    }
}
