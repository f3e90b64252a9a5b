import Curriculum
import Solutions

/// A wrong answer to one exercise of Lesson 2; all others are the solution's.
public protocol RegressionMutant: RegressionContract {}

extension RegressionMutant {
    /// The solution's answer.
    public static func hypothesis(
        features: [[Double]], weights: [Double], bias: Double
    ) throws -> [Double] {
        try RegressionSolution.hypothesis(features: features, weights: weights, bias: bias)
    }

    /// The solution's answer.
    public static func meanSquaredCost(predictions: [Double], targets: [Double]) throws -> Double {
        try RegressionSolution.meanSquaredCost(predictions: predictions, targets: targets)
    }

    /// The solution's answer.
    public static func gradient(
        features: [[Double]], predictions: [Double], targets: [Double]
    ) throws -> LinearGradient {
        try RegressionSolution.gradient(
            features: features, predictions: predictions, targets: targets)
    }

    /// The solution's answer.
    public static func gradientStep(
        x: [Double], y: [Double], line: Line, learningRate: Double
    ) throws -> Line {
        try RegressionSolution.gradientStep(x: x, y: y, line: line, learningRate: learningRate)
    }

    /// The solution's answer.
    public static func sigmoid(logits: [Double]) throws -> [Double] {
        try RegressionSolution.sigmoid(logits: logits)
    }

    /// The solution's answer.
    public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
        try RegressionSolution.binaryCrossEntropy(logits: logits, labels: labels)
    }
}

/// The wrong answers to Lesson 2 that graders must catch.
public enum RegressionMutants {}

/// Other right answers to Lesson 2: the checks must not be too strict for them.
public enum RegressionAlternatives {}
