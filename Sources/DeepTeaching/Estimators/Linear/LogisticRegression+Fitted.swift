import Foundation

extension LogisticRegression {
    /// A fitted logistic regression of two classes: p(x) = 1 / (1 + exp(-(w . x + b))).
    public struct Fitted: FittedClassifier, Equatable {
        /// w, one number a feature.
        public let weights: [Double]

        /// b.
        public let intercept: Double

        /// What was minimised, penalty included.
        public let loss: Double

        /// The number of Newton steps.
        public let steps: Int

        /// Whether the steps ended because the loss was flat.
        public let hasConverged: Bool

        /// The number of features of a sample.
        public var featureCount: Int { weights.count }

        /// Two.
        public var classCount: Int { 2 }

        /// w . x + b for each sample: above 0 where class 1 is the more probable.
        ///
        /// - Throws: `EstimatorError` if the features do not fit.
        public func scores<Scalar: TensorScalar>(for features: Tensor<Scalar>) throws -> [Double] {
            let table = try SampleTable(features)
            try table.requireFeatures(featureCount)
            return (0..<table.sampleCount).map { sample in
                var sum = intercept
                for (feature, weight) in weights.enumerated() {
                    sum += weight * table.values[sample * featureCount + feature]
                }
                return sum
            }
        }

        /// 1 - p(x) and p(x) for each sample.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Returns: axes [samples, 2]; each row sums to 1.
        /// - Throws: `EstimatorError` if the features do not fit.
        public func probabilities<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            let rows = try scores(for: features).map { [logistic(-$0), logistic($0)] }
            return Tensor(Array(rows.joined()), shape: [rows.count, 2])
        }
    }
}

extension LogisticRegression.Fitted {
    private enum CodingKeys: String, CodingKey {
        case weights, intercept, loss, steps, hasConverged
    }

    /// Reads a regression.
    ///
    /// - Throws: `DecodingError` if there is no weight, or something is no finite number.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        weights = try values.decode([Double].self, forKey: .weights)
        intercept = try values.decode(Double.self, forKey: .intercept)
        loss = try values.decode(Double.self, forKey: .loss)
        steps = try values.decode(Int.self, forKey: .steps)
        hasConverged = try values.decode(Bool.self, forKey: .hasConverged)
        guard !weights.isEmpty, steps >= 0, (weights + [intercept, loss]).allSatisfy(\.isFinite)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .weights, in: values,
                debugDescription: "A logistic regression needs one finite weight a feature.")
        }
    }
}

/// 1 / (1 + exp(-x)), without overflow for large negative x.
func logistic(_ x: Double) -> Double {
    if x >= 0 { return 1 / (1 + exp(-x)) }
    let power = exp(x)
    return power / (1 + power)
}
