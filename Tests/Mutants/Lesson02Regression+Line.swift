import Curriculum
import Solutions

// Wrong answers to `hypothesis` and `meanSquaredCost`.

extension RegressionMutants {
    /// The bias is left out.
    public enum BiasForgotten: RegressionMutant {
        /// The answer.
        public static func hypothesis(
            features: [[Double]], weights: [Double], bias: Double
        ) throws -> [Double] {
            try RegressionSolution.hypothesis(features: features, weights: weights, bias: 0)
        }
    }

    /// The bias is added for each feature.
    public enum BiasForEachFeature: RegressionMutant {
        /// The answer.
        public static func hypothesis(
            features: [[Double]], weights: [Double], bias: Double
        ) throws -> [Double] {
            features.map { sample in
                zip(sample, weights).reduce(0) { $0 + $1.0 * $1.1 + bias }
            }
        }
    }

    /// Only the first feature counts.
    public enum FirstFeatureOnly: RegressionMutant {
        /// The answer.
        public static func hypothesis(
            features: [[Double]], weights: [Double], bias: Double
        ) throws -> [Double] {
            features.map { $0[0] * weights[0] + bias }
        }
    }

    /// The features are added up, and not weighted.
    public enum FeaturesNotWeighted: RegressionMutant {
        /// The answer.
        public static func hypothesis(
            features: [[Double]], weights: [Double], bias: Double
        ) throws -> [Double] {
            features.map { $0.reduce(bias, +) }
        }
    }

    /// Sample i gets weight i.
    public enum WeightForEachSample: RegressionMutant {
        /// The answer.
        public static func hypothesis(
            features: [[Double]], weights: [Double], bias: Double
        ) throws -> [Double] {
            features.enumerated().map { index, sample in
                sample.reduce(bias) { $0 + weights[index % weights.count] * $1 }
            }
        }
    }

    /// The squares are added up, and not divided by their number.
    public enum CostNotDivided: RegressionMutant {
        /// The answer.
        public static func meanSquaredCost(
            predictions: [Double], targets: [Double]
        ) throws -> Double {
            cost(predictions, targets) { $0 * $0 } / 2
        }
    }

    /// The mean squared error without its half.
    public enum HalfForgotten: RegressionMutant {
        /// The answer.
        public static func meanSquaredCost(
            predictions: [Double], targets: [Double]
        ) throws -> Double {
            cost(predictions, targets) { $0 * $0 } / Double(targets.count)
        }
    }

    /// Errors with their signs, which cancel.
    public enum ErrorsNotSquared: RegressionMutant {
        /// The answer.
        public static func meanSquaredCost(
            predictions: [Double], targets: [Double]
        ) throws -> Double {
            cost(predictions, targets) { $0 } / Double(2 * targets.count)
        }
    }

    /// Absolute errors.
    public enum AbsoluteErrors: RegressionMutant {
        /// The answer.
        public static func meanSquaredCost(
            predictions: [Double], targets: [Double]
        ) throws -> Double {
            cost(predictions, targets) { abs($0) } / Double(2 * targets.count)
        }
    }

    /// The square of the sum for the sum of the squares.
    public enum SumSquared: RegressionMutant {
        /// The answer.
        public static func meanSquaredCost(
            predictions: [Double], targets: [Double]
        ) throws -> Double {
            let sum = cost(predictions, targets) { $0 }
            return sum * sum / Double(2 * targets.count)
        }
    }

    /// One sample fewer in the denominator, as in a variance.
    public enum OneSampleFewer: RegressionMutant {
        /// The answer.
        public static func meanSquaredCost(
            predictions: [Double], targets: [Double]
        ) throws -> Double {
            if targets.count == 1 { return cost(predictions, targets) { $0 * $0 } / 2 }
            return cost(predictions, targets) { $0 * $0 } / Double(2 * (targets.count - 1))
        }
    }

    /// The sum of what each error counts.
    private static func cost(
        _ predictions: [Double], _ targets: [Double], _ share: (Double) -> Double
    ) -> Double {
        zip(predictions, targets).reduce(0) { $0 + share($1.0 - $1.1) }
    }
}

extension RegressionAlternatives {
    /// Feature by feature, the bias at the end.
    public enum FeatureByFeature: RegressionMutant {
        /// The answer.
        public static func hypothesis(
            features: [[Double]], weights: [Double], bias: Double
        ) throws -> [Double] {
            var answers = [Double](repeating: 0, count: features.count)
            for (feature, weight) in weights.enumerated() {
                for sample in features.indices {
                    answers[sample] += weight * features[sample][feature]
                }
            }
            return answers.map { $0 + bias }
        }
    }

    /// A running mean.
    public enum RunningMeanOfSquares: RegressionMutant {
        /// The answer.
        public static func meanSquaredCost(
            predictions: [Double], targets: [Double]
        ) throws -> Double {
            var mean = 0.0
            for index in targets.indices.reversed() {
                let error = targets[index] - predictions[index]
                mean += (error * error / 2 - mean) / Double(targets.count - index)
            }
            return mean
        }
    }
}
