import Curriculum
import DeepTeaching
import Foundation

/// Lesson 2, Regression: how does a line, and a probability, learn?
///
/// The way of the data: a linear model predicts a number for each sample (`hypothesis`); a cost
/// says how wrong that is (`meanSquaredCost`); its slopes say which way the cost falls
/// (`gradient`), and a step goes there (`gradientStep`). For yes or no, the line becomes a
/// probability (`sigmoid`), with a loss of its own (`binaryCrossEntropy`). Each function stands on
/// its own: none needs another.
///
/// All data are arrays of numbers, so you need no more than Swift itself, and `exp` and `log` from
/// Foundation, which this file imports. Write the loops: do not call the library's layers, losses
/// and tensors, which would do the work for you (`Variable`, `Tensor`, `Dense` and its `scores`,
/// `meanSquaredError`, `softplus`, `GradientDescent`). Names of your own may be the same.
public enum RegressionSolution: RegressionContract {
    /// What a linear model predicts for each sample.
    ///
    /// Each feature has a weight: by how much the prediction grows when the feature grows by 1. The
    /// bias is the prediction where all features are 0.
    ///
    ///     h[i] = w[0] * x[i][0] + w[1] * x[i][1] + ... + b
    ///
    /// Example: two samples of two features each.
    ///
    ///     try hypothesis(features: [[1, 2], [3, 4]], weights: [10, 1], bias: 0.5)  // [12.5, 34.5]
    ///
    /// Hint: how do you go through two lists side by side?
    ///
    /// - Parameters:
    ///   - features: x, axes [sample, feature]; there may be no sample.
    ///   - weights: w, one for each feature.
    ///   - bias: b.
    /// - Returns: h, one number for each sample.
    public static func hypothesis(
        features: [[Double]], weights: [Double], bias: Double
    ) throws -> [Double] {
        // BEGIN SOLUTION
        features.map { sample in
            zip(sample, weights).reduce(bias) { $0 + $1.0 * $1.1 }
        }
        // END SOLUTION
    }

    /// Half the mean squared error of some predictions.
    ///
    /// Each error is squared: its sign does not matter, and twice as wrong is four times as bad.
    /// The mean over m samples does not grow with their number. The half cancels the 2 that appears
    /// when you differentiate a square.
    ///
    ///     J = 1 / (2 m) * sum over i of (h[i] - y[i])^2
    ///
    /// Example: errors of 1 and -3.
    ///
    ///     try meanSquaredCost(predictions: [5, 4], targets: [4, 7])  // (1 + 9) / 4 = 2.5
    ///
    /// Hint: what should happen to the cost if each sample stood in the lists twice?
    ///
    /// - Parameters:
    ///   - predictions: h.
    ///   - targets: y, as many; at least one.
    /// - Returns: J.
    public static func meanSquaredCost(predictions: [Double], targets: [Double]) throws -> Double {
        // BEGIN SOLUTION
        let squares = zip(predictions, targets).map { h, y in (h - y) * (h - y) }
        return squares.reduce(0, +) / (2 * Double(targets.count))
        // END SOLUTION
    }

    /// The gradient of the cost with respect to weights and bias.
    ///
    /// If a prediction is too high (h > y), the weights of its positive features should fall. The
    /// bias is a weight whose feature is always 1.
    ///
    ///     dJ/dw[j] = 1 / m * sum over i of (h[i] - y[i]) * x[i][j]
    ///     dJ/db    = 1 / m * sum over i of (h[i] - y[i])
    ///
    /// The equations are the same whether h is a line and J the squared cost, or h is a probability
    /// and J the cross-entropy.
    ///
    /// Result: `LinearGradient(weights:bias:)`, of a `[Double]` and a `Double`.
    ///
    /// Example: one feature, two samples, both predicted too high.
    ///
    ///     try gradient(features: [[1], [2]], predictions: [3, 6], targets: [2, 4])
    ///     // errors 1 and 2: weights [(1 * 1 + 2 * 2) / 2] = [2.5], bias (1 + 2) / 2 = 1.5
    ///
    /// Hint: is the error of a prediction that is too high positive or negative?
    ///
    /// - Parameters:
    ///   - features: x, axes [sample, feature]; at least one sample of at least one feature.
    ///   - predictions: h, one for each sample.
    ///   - targets: y, one for each sample.
    /// - Returns: dJ/dw and dJ/db.
    public static func gradient(
        features: [[Double]], predictions: [Double], targets: [Double]
    ) throws -> LinearGradient {
        // BEGIN SOLUTION
        let count = Double(targets.count)
        let errors = zip(predictions, targets).map { h, y in h - y }
        let weights = features[0].indices.map { feature in
            zip(features, errors).reduce(0) { $0 + $1.1 * $1.0[feature] } / count
        }
        return LinearGradient(weights: weights, bias: errors.reduce(0, +) / count)
        // END SOLUTION
    }

    /// One step of gradient descent for a line through points.
    ///
    /// The line predicts h = slope * x + intercept. Each of its two numbers steps against its own
    /// slope of the cost, and both slopes are those of the *old* line:
    ///
    ///     error[i]  = slope * x[i] + intercept - y[i]
    ///     slope     = slope     - learningRate * 1 / m * sum over i of error[i] * x[i]
    ///     intercept = intercept - learningRate * 1 / m * sum over i of error[i]
    ///
    /// Result: `Line(slope:intercept:)`.
    ///
    /// Example: the line y = 0 and the points (1, 2) and (3, 4): errors -2 and -4.
    ///
    ///     try gradientStep(
    ///         x: [1, 3], y: [2, 4], line: Line(slope: 0, intercept: 0), learningRate: 0.1)
    ///     // slope 0 - 0.1 * (-2 - 12) / 2 = 0.7, intercept 0 - 0.1 * (-2 - 4) / 2 = 0.3
    ///
    /// Hint: when you compute the second number, is the first one still the old one?
    ///
    /// - Parameters:
    ///   - x: where the points lie to the right; at least one.
    ///   - y: how high they lie.
    ///   - line: the line before the step.
    ///   - learningRate: how far the step goes.
    /// - Returns: the line after the step.
    public static func gradientStep(
        x: [Double], y: [Double], line: Line, learningRate: Double
    ) throws -> Line {
        // BEGIN SOLUTION
        let count = Double(x.count)
        let errors = zip(x, y).map { x, y in line.slope * x + line.intercept - y }
        let alongSlope = zip(errors, x).reduce(0) { $0 + $1.0 * $1.1 } / count
        let alongIntercept = errors.reduce(0, +) / count
        return Line(
            slope: line.slope - learningRate * alongSlope,
            intercept: line.intercept - learningRate * alongIntercept)
        // END SOLUTION
    }

    /// The probabilities of some logits.
    ///
    /// A logit z can be any number. Its probability p lies between 0 and 1: one half at z = 0, near
    /// 1 for large z, near 0 for z far below 0.
    ///
    ///     p = 1 / (1 + exp(-z))
    ///
    /// Mind logits far from 0: exp(800) is infinite, and infinite / infinite is not a number.
    ///
    /// Example:
    ///
    ///     try sigmoid(logits: [0, 2, -800])  // [0.5, 0.881, 0]
    ///
    /// Hint: what do 1 / (1 + exp(-z)) and exp(z) / (1 + exp(z)) give for z = 800?
    ///
    /// - Parameter logits: z, any number of them.
    /// - Returns: p, one for each.
    public static func sigmoid(logits: [Double]) throws -> [Double] {
        // BEGIN SOLUTION
        logits.map { z in 1 / (1 + exp(-z)) }
        // END SOLUTION
    }

    /// The mean cross-entropy of yes-or-no questions, from logits.
    ///
    /// The loss of a question is the negative logarithm of the probability that its true answer
    /// got. With p = 1 / (1 + exp(-z)):
    ///
    ///     loss[i] = -log p[i]        if labels[i] is 1
    ///               -log(1 - p[i])   if labels[i] is 0
    ///     L = 1 / m * sum over i of loss[i]
    ///
    /// Where p has become exactly 0, its logarithm is infinite; so do not compute p. Let v be -z
    /// for a yes and z for a no: then both cases are the same function of v, and its second form
    /// can be computed for any v:
    ///
    ///     loss = log(1 + exp(v)) = max(v, 0) + log(1 + exp(-|v|))
    ///
    /// Example: a logit that decides nothing, and one that is certain and wrong.
    ///
    ///     try binaryCrossEntropy(logits: [0, 900], labels: [1, 0])  // (0.693 + 900) / 2 = 450.347
    ///
    /// Hint: what should the loss of a logit of 900 be if the answer is no: 900, infinite, or not a
    /// number?
    ///
    /// - Parameters:
    ///   - logits: z; at least one.
    ///   - labels: 1 for yes, 0 for no, one for each logit.
    /// - Returns: L.
    public static func binaryCrossEntropy(logits: [Double], labels: [Int]) throws -> Double {
        // BEGIN SOLUTION
        let losses = zip(logits, labels).map { z, label in
            let v = label == 1 ? -z : z
            return max(v, 0) + log(1 + exp(-abs(v)))
        }
        return losses.reduce(0, +) / Double(labels.count)
        // END SOLUTION
    }
}
