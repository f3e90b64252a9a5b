import Curriculum
import Solutions

// Wrong answers to `gradient` and `gradientStep`.

extension RegressionMutants {
    /// The target less the prediction.
    public enum GradientTurnedRound: RegressionMutant {
        /// The answer.
        public static func gradient(
            features: [[Double]], predictions: [Double], targets: [Double]
        ) throws -> LinearGradient {
            try solve(features, targets, predictions)
        }
    }

    /// The shares are added up, and not divided by the number of samples.
    public enum GradientNotDivided: RegressionMutant {
        /// The answer.
        public static func gradient(
            features: [[Double]], predictions: [Double], targets: [Double]
        ) throws -> LinearGradient {
            scaled(try solve(features, predictions, targets), by: Double(targets.count))
        }
    }

    /// A factor of 2: the gradient of a cost without its half.
    public enum TwiceAsLong: RegressionMutant {
        /// The answer.
        public static func gradient(
            features: [[Double]], predictions: [Double], targets: [Double]
        ) throws -> LinearGradient {
            scaled(try solve(features, predictions, targets), by: 2)
        }
    }

    /// The errors are not multiplied by the features.
    public enum FeaturesForgotten: RegressionMutant {
        /// The answer.
        public static func gradient(
            features: [[Double]], predictions: [Double], targets: [Double]
        ) throws -> LinearGradient {
            let right = try solve(features, predictions, targets)
            return LinearGradient(
                weights: right.weights.map { _ in right.bias }, bias: right.bias)
        }
    }

    /// The bias stays as it is.
    public enum BiasHasNoSlope: RegressionMutant {
        /// The answer.
        public static func gradient(
            features: [[Double]], predictions: [Double], targets: [Double]
        ) throws -> LinearGradient {
            var right = try solve(features, predictions, targets)
            right.bias = 0
            return right
        }
    }

    /// The bias is treated as if it belonged to the first feature.
    public enum BiasTimesFeature: RegressionMutant {
        /// The answer.
        public static func gradient(
            features: [[Double]], predictions: [Double], targets: [Double]
        ) throws -> LinearGradient {
            var right = try solve(features, predictions, targets)
            right.bias = right.weights[0]
            return right
        }
    }

    /// Only the signs of the errors count.
    public enum SignsOfTheErrors: RegressionMutant {
        /// The answer.
        public static func gradient(
            features: [[Double]], predictions: [Double], targets: [Double]
        ) throws -> LinearGradient {
            let signs = zip(predictions, targets).map { $0 > $1 ? 1.0 : $0 < $1 ? -1 : 0 }
            return try solve(features, signs, targets.map { _ in 0 })
        }
    }

    /// Towards where the cost grows.
    public enum StepUphill: RegressionMutant {
        /// The answer.
        public static func gradientStep(
            x: [Double], y: [Double], line: Line, learningRate: Double
        ) throws -> Line {
            try RegressionSolution.gradientStep(
                x: x, y: y, line: line, learningRate: -learningRate)
        }
    }

    /// The intercept is moved by the errors of the line that has the new slope already.
    public enum OneAfterTheOther: RegressionMutant {
        /// The answer.
        public static func gradientStep(
            x: [Double], y: [Double], line: Line, learningRate: Double
        ) throws -> Line {
            var moved = line
            moved.slope = try step(x, y, line, learningRate).slope
            moved.intercept = try step(x, y, moved, learningRate).intercept
            return moved
        }
    }

    /// The intercept first, then the slope.
    public enum InterceptFirst: RegressionMutant {
        /// The answer.
        public static func gradientStep(
            x: [Double], y: [Double], line: Line, learningRate: Double
        ) throws -> Line {
            var moved = line
            moved.intercept = try step(x, y, line, learningRate).intercept
            moved.slope = try step(x, y, moved, learningRate).slope
            return moved
        }
    }

    /// The sum over the points for their mean.
    public enum StepNotDivided: RegressionMutant {
        /// The answer.
        public static func gradientStep(
            x: [Double], y: [Double], line: Line, learningRate: Double
        ) throws -> Line {
            try step(x, y, line, learningRate * Double(x.count))
        }
    }

    /// The intercept stays where it is.
    public enum InterceptStays: RegressionMutant {
        /// The answer.
        public static func gradientStep(
            x: [Double], y: [Double], line: Line, learningRate: Double
        ) throws -> Line {
            Line(slope: try step(x, y, line, learningRate).slope, intercept: line.intercept)
        }
    }

    /// The step for the parameter: where one would go, not where one arrives.
    public enum StepWithoutTheLine: RegressionMutant {
        /// The answer.
        public static func gradientStep(
            x: [Double], y: [Double], line: Line, learningRate: Double
        ) throws -> Line {
            let moved = try step(x, y, line, learningRate)
            return Line(
                slope: moved.slope - line.slope, intercept: moved.intercept - line.intercept)
        }
    }

    /// A step point by point, each on the line that the one before has moved.
    public enum PointByPoint: RegressionMutant {
        /// The answer.
        public static func gradientStep(
            x: [Double], y: [Double], line: Line, learningRate: Double
        ) throws -> Line {
            let rate = learningRate / Double(x.count)
            return try zip(x, y).reduce(line) { try step([$1.0], [$1.1], $0, rate) }
        }
    }

    private static func solve(
        _ features: [[Double]], _ predictions: [Double], _ targets: [Double]
    ) throws -> LinearGradient {
        try RegressionSolution.gradient(
            features: features, predictions: predictions, targets: targets)
    }

    private static func scaled(_ gradient: LinearGradient, by factor: Double) -> LinearGradient {
        LinearGradient(
            weights: gradient.weights.map { $0 * factor }, bias: gradient.bias * factor)
    }

    private static func step(
        _ x: [Double], _ y: [Double], _ line: Line, _ rate: Double
    ) throws -> Line {
        try RegressionSolution.gradientStep(x: x, y: y, line: line, learningRate: rate)
    }
}

extension RegressionAlternatives {
    /// Sample by sample, each share divided at once.
    public enum ShareBySample: RegressionMutant {
        /// The answer.
        public static func gradient(
            features: [[Double]], predictions: [Double], targets: [Double]
        ) throws -> LinearGradient {
            var gradient = LinearGradient(weights: features[0].map { _ in 0 }, bias: 0)
            for sample in features.indices.reversed() {
                let share = (predictions[sample] - targets[sample]) / Double(features.count)
                gradient.bias += share
                for (feature, x) in features[sample].enumerated() {
                    gradient.weights[feature] += share * x
                }
            }
            return gradient
        }
    }

    /// From the means of x, y, x x and x y, without any error.
    public enum StepByMeans: RegressionMutant {
        /// The answer.
        public static func gradientStep(
            x: [Double], y: [Double], line: Line, learningRate: Double
        ) throws -> Line {
            func mean(_ values: [Double]) -> Double {
                values.reduce(0, +) / Double(values.count)
            }
            let (meanX, meanY) = (mean(x), mean(y))
            let squares = mean(x.map { $0 * $0 })
            let products = mean(zip(x, y).map { $0 * $1 })
            return Line(
                slope: line.slope
                    - learningRate * (line.slope * squares + line.intercept * meanX - products),
                intercept: line.intercept
                    - learningRate * (line.slope * meanX + line.intercept - meanY))
        }
    }
}
