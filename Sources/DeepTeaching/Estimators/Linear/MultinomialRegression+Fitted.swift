extension MultinomialRegression {
    /// A fitted multinomial logistic regression: p_k(x) = exp(w_k . x + b_k) / sum_j exp(w_j . x + b_j).
    public struct Fitted: FittedClassifier, Equatable {
        /// w, axes [class, feature]; sums to 0 over the classes.
        public let weights: [[Double]]

        /// b, one number a class; sums to 0.
        public let intercepts: [Double]

        /// What was minimised, penalty included.
        public let loss: Double

        /// The number of Newton steps.
        public let steps: Int

        /// Whether the steps ended because the loss was flat.
        public let hasConverged: Bool

        /// The number of features of a sample.
        public var featureCount: Int { weights[0].count }

        /// The number of classes.
        public var classCount: Int { weights.count }

        /// w_k . x + b_k for each sample and class.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Returns: axes [samples, classes].
        /// - Throws: `EstimatorError` if the features do not fit.
        public func scores<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            let table = try SampleTable(features)
            try table.requireFeatures(featureCount)
            var scores: [Double] = []
            scores.reserveCapacity(table.sampleCount * classCount)
            for sample in 0..<table.sampleCount {
                let x = table.values[sample * featureCount..<(sample + 1) * featureCount]
                for (weights, intercept) in zip(weights, intercepts) {
                    scores.append(zip(weights, x).reduce(intercept) { $0 + $1.0 * $1.1 })
                }
            }
            return Tensor(scores, shape: [table.sampleCount, classCount])
        }

        /// The probability of each class for each sample.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Returns: axes [samples, classes]; each row sums to 1.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func probabilities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            let scores = try scores(for: features)
            return Tensor(
                softmaxRows(scores.elements, classCount: classCount), shape: scores.shape)
        }
    }
}

extension MultinomialRegression.Fitted {
    private enum CodingKeys: String, CodingKey {
        case weights, intercepts, loss, steps, hasConverged
    }

    /// Reads a regression.
    ///
    /// - Throws: `DecodingError` if there are fewer than two classes, no feature, or not as many
    ///   weights and intercepts as that needs.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        weights = try values.decode([[Double]].self, forKey: .weights)
        intercepts = try values.decode([Double].self, forKey: .intercepts)
        loss = try values.decode(Double.self, forKey: .loss)
        steps = try values.decode(Int.self, forKey: .steps)
        hasConverged = try values.decode(Bool.self, forKey: .hasConverged)
        guard weights.count > 1, !weights[0].isEmpty, intercepts.count == weights.count,
            weights.allSatisfy({ $0.count == weights[0].count })
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .weights, in: values,
                debugDescription: "A regression needs one weight a feature and one intercept for "
                    + "each of two classes or more.")
        }
    }
}
