extension OrdinalRegression {
    /// A fitted ordinal regression: P(y >= k | x) = 1 / (1 + exp(t_k - w . x)).
    public struct Fitted: FittedClassifier, Equatable {
        /// w, one number a feature.
        public let weights: [Double]

        /// t, a number between each two neighbours among the classes that occurred, rising.
        public let thresholds: [Double]

        /// The classes that occurred among the samples, rising.
        public let present: [Int]

        /// The number of classes; those that did not occur have the probability 0.
        public let classCount: Int

        /// What was minimised, penalty included.
        public let loss: Double

        /// The number of Newton steps.
        public let steps: Int

        /// Whether the steps ended because the loss was flat.
        public let hasConverged: Bool

        /// The number of features of a sample.
        public var featureCount: Int { weights.count }

        /// w . x for each sample: the larger, the more severe.
        ///
        /// - Throws: `EstimatorError` if the features do not fit.
        public func scores<Scalar: TensorScalar>(for features: Tensor<Scalar>) throws -> [Double] {
            let table = try SampleTable(features)
            try table.requireFeatures(featureCount)
            return (0..<table.sampleCount).map { sample in
                let x = table.values[sample * featureCount..<(sample + 1) * featureCount]
                return zip(weights, x).reduce(0) { $0 + $1.0 * $1.1 }
            }
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
                scores.flatMap(probabilities), shape: [scores.count, classCount])
        }

        /// p_k = P(y >= k) - P(y >= k + 1).
        private func probabilities(at score: Double) -> [Double] {
            var result = [Double](repeating: 0, count: classCount)
            for (rank, label) in present.enumerated() {
                let reached = rank > 0 ? logistic(score - thresholds[rank - 1]) : 1
                let passed = rank < thresholds.count ? logistic(score - thresholds[rank]) : 0
                result[label] = max(0, reached - passed)
            }
            return result
        }
    }
}

extension OrdinalRegression.Fitted {
    private enum CodingKeys: String, CodingKey {
        case weights, thresholds, present, classCount, loss, steps, hasConverged
    }

    /// Reads a regression.
    ///
    /// - Throws: `DecodingError` if there is no weight, classes or thresholds do not rise or do not fit
    ///   together, or something is no finite number.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        weights = try values.decode([Double].self, forKey: .weights)
        thresholds = try values.decode([Double].self, forKey: .thresholds)
        present = try values.decode([Int].self, forKey: .present)
        classCount = try values.decode(Int.self, forKey: .classCount)
        loss = try values.decode(Double.self, forKey: .loss)
        steps = try values.decode(Int.self, forKey: .steps)
        hasConverged = try values.decode(Bool.self, forKey: .hasConverged)
        func rises<Number: Comparable>(_ numbers: [Number]) -> Bool {
            zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
        }
        guard !weights.isEmpty, thresholds.count == present.count - 1, rises(thresholds),
            rises(present), present[0] >= 0, present[present.count - 1] < classCount,
            classCount <= 65_536, steps >= 0,
            (weights + thresholds + [loss]).allSatisfy(\.isFinite)
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .weights, in: values,
                debugDescription: "An ordinal regression needs one finite weight a feature, and "
                    + "rising thresholds between the classes that it knows.")
        }
    }
}
