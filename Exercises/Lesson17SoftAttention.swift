import Curriculum
import DeepTeaching
import Foundation

/// Lesson 17, Soft attention: where does the network look?
///
/// A picture is a list of places. Each place has an annotation: a list of features. The network remembers
/// a state. From both come the scores (`additiveScores`), the shares of attention (`maskedSoftmax`), and
/// what is seen (`context`, `gate`). Two more functions tell how attention learns (`scoreGradient`) and
/// what asks it to look everywhere (`doublyStochasticPenalty`). All are arrays of numbers: you need no more than
/// Swift itself, with `exp` and `tanh` of Foundation. Infinity and NaN do not occur in what you are given.
public enum SoftAttentionExercise: SoftAttentionContract {
    /// How well each place of one picture fits what the network remembers.
    ///
    ///     inside[i][j] = bias[j] + sum over f of annotations[i][f] * annotationWeights[f][j]
    ///                            + sum over k of state[k] * stateWeights[k][j]
    ///     score[i] = sum over j of scoreWeights[j] * tanh(inside[i][j])
    ///
    /// `tanh(x)` of Foundation gives the hyperbolic tangent of a Double. The library's own answers are
    /// `SoftAttention` and `additiveScores(state:weights:)` of `Variable`: do not call them.
    ///
    /// Example: one place with annotation [2, 1], state [1], annotation weights [[0.5, 0], [1, -1]], state
    /// weights [[-2, 2]], bias [1, -1] and score weights [3, 1]. Inside are 1 + 1 + 1 - 2 = 1 and
    /// -1 + 0 - 1 + 2 = 0, so the score is 3 * tanh(1) + 1 * tanh(0) = 2.285.
    ///
    /// Hint: what inside tanh is the same for all places?
    ///
    /// - Parameters:
    ///   - annotations: axes [place, feature]; at least one place.
    ///   - state: one number for each k.
    ///   - annotationWeights: axes [feature, j].
    ///   - stateWeights: axes [k, j].
    ///   - bias: one number for each j.
    ///   - scoreWeights: one number for each j.
    /// - Returns: one score for each place.
    public static func additiveScores(
        annotations: [[Double]], state: [Double], annotationWeights: [[Double]],
        stateWeights: [[Double]], bias: [Double], scoreWeights: [Double]
    ) throws -> [Double] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The share of attention of each place, for each picture of a batch.
    ///
    /// For picture b, with sums over the places j of this picture whose mask is true:
    ///
    ///     share[b][i] = exp(scores[b][i]) / sum over j of exp(scores[b][j])    if mask[b][i]
    ///     share[b][i] = 0                                                      otherwise
    ///
    /// Scores may be so large that exp overflows: subtract the largest score that takes part. A score that
    /// is masked out may be any number, even far above all others, and must change nothing; infinity and NaN do
    /// not occur. All pictures have the same number of places, and each has at least one whose mask is true.
    ///
    /// `exp(x)` of Foundation gives the exponential of a Double. The library's own answers are `softmax`,
    /// `logSoftmax` and `logSumExp` of Tensor: do not call them.
    ///
    /// Example:
    ///
    ///     try maskedSoftmax(scores: [[1, 1, 9]], mask: [[true, true, false]])  // [[0.5, 0.5, 0]]
    ///
    /// Hint: which numbers must add up to 1?
    ///
    /// - Parameters:
    ///   - scores: axes [picture, place]; at least one picture.
    ///   - mask: axes [picture, place]; true where there is tissue.
    /// - Returns: axes [picture, place].
    public static func maskedSoftmax(
        scores: [[Double]], mask: [[Bool]]
    ) throws -> [[Double]] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// What the network sees at one glance.
    ///
    ///     context[f] = sum over places i of weights[i] * annotations[i][f]
    ///
    /// The library's own answers are `SoftAttention` and `AnnotationGrid`: do not call them.
    ///
    /// Example:
    ///
    ///     try context(annotations: [[1, 0], [3, 4], [2, 8]], weights: [0.5, 0.25, 0.25])  // [1.75, 3]
    ///
    /// Hint: how many numbers has the result, and over what do you add up?
    ///
    /// - Parameters:
    ///   - annotations: axes [place, feature]; at least one place.
    ///   - weights: the share of attention of each place; they add up to 1.
    /// - Returns: one number for each feature.
    public static func context(
        annotations: [[Double]], weights: [Double]
    ) throws -> [Double] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// dL/d score of each place, from dL/d context. The weights are a softmax of the scores.
    ///
    ///     context[f] = sum over places i of weights[i] * annotations[i][f]
    ///     gradient[i] = weights[i] * sum over f of contextGradient[f] * (annotations[i][f] - context[f])
    ///
    /// The library's own answers are `Variable`, `softmax()` and `gradients(of:)`: do not call them. Compute
    /// the context here anew: your `context` is another exercise.
    ///
    /// Example: two places with annotations [1] and [3] and weights 0.75 and 0.25 have the context [1.5]. With
    /// the context's gradient [1] the scores' gradient is [-0.375, 0.375].
    ///
    /// Hint: how does each annotation differ from what is seen anyway?
    ///
    /// - Parameters:
    ///   - annotations: axes [place, feature]; at least one place.
    ///   - weights: the share of attention of each place; they add up to 1.
    ///   - contextGradient: dL/d context[f] for each feature.
    /// - Returns: dL/d score[i] for each place.
    public static func scoreGradient(
        annotations: [[Double]], weights: [Double], contextGradient: [Double]
    ) throws -> [Double] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The context, and how much of it the network wants to see: the gate is one number for all features.
    ///
    ///     beta = 1 / (1 + exp(-(bias + sum over k of weights[k] * state[k])))
    ///     gated[f] = beta * context[f]
    ///
    /// `exp(x)` of Foundation gives the exponential of a Double; where it is infinite, 1 / (1 + exp(x)) is 0,
    /// as it should be. The library's own answers are `SoftAttention` and `sigmoid()`: do not call them.
    ///
    /// Example: with state [1], weights [-3] and bias 2 the gate is 1 / (1 + exp(1)) = 0.269: the context
    /// [2, 4] becomes [0.538, 1.076].
    ///
    /// Hint: does the gate look at the picture, or at what is remembered?
    ///
    /// - Parameters:
    ///   - context: one number for each feature.
    ///   - state: what the network remembers, one number for each k.
    ///   - weights: the gate's own, no shares of attention: one number for each k.
    ///   - bias: one number.
    /// - Returns: one number for each feature.
    public static func gate(
        context: [Double], state: [Double], weights: [Double], bias: Double
    ) throws -> [Double] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// How unevenly the places of one picture were looked at over all glances.
    ///
    ///     penalty = factor * sum over places i of (1 - sum over glances t of weights[t][i])^2
    ///
    /// The library's own answer is `doublyStochasticPenalty(_:factor:where:)` for a `Variable`: do not call
    /// it.
    ///
    /// Example: two glances, two places. Both look at the first place alone: the sums are 2 and 0, and with
    /// factor 1 the penalty is 1 + 1 = 2. If the second glance goes to the second place, it is 0.
    ///
    /// There is no mask: all places count.
    ///
    /// Hint: what do you add up first, and what do you square?
    ///
    /// - Parameters:
    ///   - weights: the shares of attention, axes [glance, place]; at least one glance and one place.
    ///   - factor: how much the penalty counts, 0 or more.
    /// - Returns: the penalty, one number.
    public static func doublyStochasticPenalty(
        weights: [[Double]], factor: Double
    ) throws -> Double {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
