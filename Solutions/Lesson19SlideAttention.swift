import Curriculum
import DeepTeaching
import Foundation

/// Lesson 19, Attention on slides: must we read every pixel?
///
/// One label belongs to many patches: which of them should count (`attentionPool`, `gatedAttentionPool`)? A
/// slide has more places than one can read: which to read (`sampleWithoutReplacement`), what follows from
/// them for all (`samplingEstimate`), and what was read (`processedFraction`)? All tables are arrays of
/// arrays; you need no more than Swift itself, `exp`, `log` and `tanh` of Foundation, which is imported, and
/// the small values `PooledInstances` and `PatchCorner`, which stand in
/// Sources/Curriculum/Lessons/Lesson19SlideAttention+Values.swift.
public enum SlideAttentionSolution: SlideAttentionContract {
    /// A mean of the instances of a bag, in which each instance says how much it counts.
    ///
    ///     s_k = sum over j of w_j tanh(sum over f of h_(k,f) V_(f,j))
    ///     a_k = exp(s_k) / sum over i of exp(s_i)
    ///     z_f = sum over k of a_k h_(k,f)
    ///
    /// Scores may be in the thousands: the weights must be numbers all the same.
    ///
    /// The library's own answers are `AttentionPooling` and `GatedAttentionPooling`: do not call them.
    ///
    /// Example:
    ///
    ///     try attentionPool(instances: [[0], [1]], projection: [[1]], direction: [2])
    ///     // scores 0 and 2 tanh(1) = 1.523: weights 0.179 and 0.821, bag [0.821]
    ///
    /// Hint: what happens to all a_k if the same number is subtracted from all scores?
    ///
    /// - Parameters:
    ///   - instances: h, axes [instance, feature]; at least one instance.
    ///   - projection: V, axes [feature, hidden].
    ///   - direction: w, one number for each hidden unit.
    /// - Returns: `PooledInstances(weights:bag:)`: a and z.
    public static func attentionPool(
        instances: [[Double]], projection: [[Double]], direction: [Double]
    ) throws -> PooledInstances {
        // BEGIN SOLUTION
        let scores = instances.map { h in
            direction.enumerated().reduce(0) { score, unit in
                let sum = zip(h, projection).reduce(0) { $0 + $1.0 * $1.1[unit.offset] }
                return score + unit.element * tanh(sum)
            }
        }
        let largest = scores.max() ?? 0
        let powers = scores.map { exp($0 - largest) }
        let total = powers.reduce(0, +)
        let weights = powers.map { $0 / total }
        let bag = instances[0].indices.map { feature in
            zip(weights, instances).reduce(0) { $0 + $1.0 * $1.1[feature] }
        }
        return PooledInstances(weights: weights, bag: bag)
        // END SOLUTION
    }

    /// Attention pooling whose scores pass a gate.
    ///
    ///     s_k = sum over j of w_j tanh(sum over f of h_(k,f) V_(f,j)) sigmoid(sum over f of h_(k,f) U_(f,j))
    ///     sigmoid(x) = 1 / (1 + exp(-x))
    ///
    /// The weights and the bag follow from the scores as in `attentionPool`; do not call that: it is another
    /// exercise. Scores stay below 100 here.
    ///
    /// The library's own answers are `AttentionPooling` and `GatedAttentionPooling`: do not call them.
    ///
    /// Example:
    ///
    ///     try gatedAttentionPool(
    ///         instances: [[0], [1]], projection: [[1]], gate: [[0]], direction: [2])
    ///     // the gate is half open: scores 0 and tanh(1) = 0.762, weights 0.318 and 0.682, bag [0.682]
    ///
    /// Hint: each hidden unit has a gate of its own. What does a closed gate make of its unit?
    ///
    /// - Parameters:
    ///   - instances: h, axes [instance, feature]; at least one instance.
    ///   - projection: V, axes [feature, hidden].
    ///   - gate: U, axes [feature, hidden].
    ///   - direction: w, one number for each hidden unit.
    /// - Returns: `PooledInstances(weights:bag:)`.
    public static func gatedAttentionPool(
        instances: [[Double]], projection: [[Double]], gate: [[Double]], direction: [Double]
    ) throws -> PooledInstances {
        // BEGIN SOLUTION
        let powers = instances.map { h in
            let score = direction.enumerated().reduce(0) { score, unit in
                let shown = zip(h, projection).reduce(0) { $0 + $1.0 * $1.1[unit.offset] }
                let opened = zip(h, gate).reduce(0) { $0 + $1.0 * $1.1[unit.offset] }
                return score + unit.element * tanh(shown) / (1 + exp(-opened))
            }
            return exp(score)
        }
        let total = powers.reduce(0, +)
        let weights = powers.map { $0 / total }
        let bag = instances[0].indices.map { feature in
            zip(weights, instances).reduce(0) { $0 + $1.0 * $1.1[feature] }
        }
        return PooledInstances(weights: weights, bag: bag)
        // END SOLUTION
    }

    /// Different places, drawn by attention: the first by a, each further one by a among the rest.
    ///
    /// There is a way to draw all of them at once, from one random number u for each place:
    ///
    ///     key_k = log(a_k) - log(-log(u_k))
    ///
    /// The places with the highest keys are drawn, the highest first. A place with a_k = 0 is never drawn: if
    /// fewer places have any attention than are to be drawn, all that have are returned.
    ///
    /// The library's own answer is `AttentionSampling`: do not call it.
    ///
    /// Example:
    ///
    ///     try sampleWithoutReplacement(attention: [0.5, 0.2, 0.3], draws: 2, numbers: [0.1, 0.9, 0.5])
    ///     // keys -1.53, 0.64, -0.84: [1, 2]
    ///
    /// Hint: how do you sort places by their keys, and keep the first few?
    ///
    /// - Parameters:
    ///   - attention: a, one number from 0 for each place; they add up to 1.
    ///   - draws: how many places are to be drawn; 1 or more.
    ///   - numbers: u, one for each place, above 0 and below 1. No two keys are equal.
    /// - Returns: the indices of the places, in the order in which they were drawn.
    public static func sampleWithoutReplacement(
        attention: [Double], draws: Int, numbers: [Double]
    ) throws -> [Int] {
        // BEGIN SOLUTION
        let keys = zip(attention, numbers).map { log($0) - log(-log($1)) }
        return Array(
            attention.indices.filter { attention[$0] > 0 }.sorted { keys[$0] > keys[$1] }
                .prefix(draws))
        // END SOLUTION
    }

    /// An estimate of the sum of a value over *all* places of a slide, from the places that were drawn.
    ///
    /// The estimate is right on average. With replacement, a place may be drawn again, and each draw k
    /// estimates the sum by
    ///
    ///     t_k = g_k / a_k
    ///
    /// Without replacement, the values of the places drawn before k are known, and the place k stands for
    /// the rest:
    ///
    ///     t_k = sum over l < k of g_l + g_k / a_k (1 - sum over l < k of a_l)
    ///
    /// In both cases the estimate is the mean of all t_k. The value of a place is a list of numbers; each is
    /// estimated by itself.
    ///
    /// The library's own answers are `AttentionSampling` and `SampledPlaces`: do not call them.
    ///
    /// Example:
    ///
    ///     try samplingEstimate(values: [[6], [2]], attention: [0.5, 0.25], replacing: true)
    ///     // t = 12 and 8: [10]
    ///     try samplingEstimate(values: [[6], [2]], attention: [0.5, 0.25], replacing: false)
    ///     // t = 12 and 6 + 8 * 0.5 = 10: [11]
    ///
    /// Hint: which two sums grow from draw to draw?
    ///
    /// - Parameters:
    ///   - values: g of each drawn place, in the order in which they were drawn, axes [draw, number]; at
    ///     least one draw.
    ///   - attention: a of each drawn place, in the same order; all above 0.
    ///   - replacing: whether places were drawn with replacement.
    /// - Returns: one number for each number of a value.
    public static func samplingEstimate(
        values: [[Double]], attention: [Double], replacing: Bool
    ) throws -> [Double] {
        // BEGIN SOLUTION
        var sum = values[0].map { _ in 0.0 }
        var known = sum
        var seen = 0.0
        for (value, share) in zip(values, attention) {
            for (number, g) in value.enumerated() {
                sum[number] += known[number] + g / share * (1 - seen)
                if !replacing { known[number] += g }
            }
            if !replacing { seen += share }
        }
        return sum.map { $0 / Double(values.count) }
        // END SOLUTION
    }

    /// The number of pixels that were read, divided by the number of pixels of the slide.
    ///
    /// First an overview is read: of each square of `reduction` x `reduction` pixels of the slide it has one,
    /// also where the square is cut off by the border. Then patches are read, squares of `patchSide` pixels of
    /// the slide; what lies beyond the border cannot be read and does not count. A patch that stands in the
    /// list again is kept from the first time and is not read again. Different patches never overlap. The
    /// overview counts also where a patch is read later: it is another file.
    ///
    /// Example: a slide of 100 x 60 pixels, an overview with reduction 20, and a patch of 30 pixels at (80, 0):
    /// 5 x 3 pixels of the overview and 20 x 30 of the patch, 615 of 6000: 0.1025.
    ///
    /// Hint: how wide is a patch of 30 pixels that begins 20 pixels before the border?
    ///
    /// - Parameters:
    ///   - width: pixels of the slide from left to right.
    ///   - height: pixels from top to bottom.
    ///   - reduction: how many pixels side by side become one in the overview.
    ///   - patchSide: pixels on a side of a patch.
    ///   - corners: the upper left pixel of each patch that was drawn, inside the slide; maybe none.
    /// - Returns: 0 or more; above 1 if all patches are read, since the overview comes on top.
    public static func processedFraction(
        width: Int, height: Int, reduction: Int, patchSide: Int, corners: [PatchCorner]
    ) throws -> Double {
        // BEGIN SOLUTION
        let columns = (width + reduction - 1) / reduction
        let rows = (height + reduction - 1) / reduction
        let patches = Set(corners).reduce(0) { sum, corner in
            sum + min(patchSide, width - corner.x) * min(patchSide, height - corner.y)
        }
        return Double(columns * rows + patches) / Double(width * height)
        // END SOLUTION
    }
}
