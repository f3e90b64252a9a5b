/// The squared error of a tree that predicts a number.
///
/// A node answers with the weighted mean m of its samples' targets y; its impurity is their variance
/// sum w (y - m)^2 / W. With S the sum of w (y - m) on one side of a cut and W its weight, a cut takes
///
///     score = S_below^2 / W_below + S_above^2 / W_above
///
/// away from W times the variance.
///
/// Source: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984.
final class WeightedNumbers: SplitCriterion {
    private let targets: ScaledTargets
    private let weights: [Double]
    private var mean = 0.0
    private var weight = 0.0
    private var sum = 0.0

    /// - Parameter weights: the weight of each sample in this tree.
    init(targets: ScaledTargets, weights: [Double]) {
        self.targets = targets
        self.weights = weights
    }

    func item(sample: Int, draws: Int) -> NodeItem {
        NodeItem(sample: sample, payload: UInt32(sample))
    }

    func summary(of items: UnsafeBufferPointer<NodeItem>) -> NodeSummary {
        let values = targets.values
        weight = 0
        sum = 0
        var (least, most) = (Double.infinity, -Double.infinity)
        for item in items {
            let value = values[item.sample]
            weight += weights[item.sample]
            sum += weights[item.sample] * value
            least = min(least, value)
            most = max(most, value)
        }
        let isPure = least == most
        mean = isPure ? least : sum / weight
        sum = 0
        var squares = 0.0
        for item in items {
            let deviation = values[item.sample] - mean
            sum += weights[item.sample] * deviation
            squares += weights[item.sample] * deviation * deviation
        }
        return NodeSummary(
            values: [targets.restored(mean)], weight: weight,
            impurity: squares / weight * targets.unit * targets.unit, score: 0, isPure: isPure)
    }

    var rounding: Double { 1e-12 }

    func bestCut(_ scan: CutScan) -> (place: Int, score: Double)? {
        let best = targets.values.withUnsafeBufferPointer { values in
            weights.withUnsafeBufferPointer { weights in
                DeepTeaching.bestCut(
                    scan,
                    sides: NumberSides(
                        values: values, weights: weights, mean: mean, weightAbove: weight,
                        sumAbove: sum))
            }
        }
        return best.map { ($0.place, $0.score * targets.unit * targets.unit) }
    }
}

/// The sums on the two sides of a cut, of the deviations from the mean of the node: so the differences
/// within a node stay exact where its mean is large.
struct NumberSides: SplitSides {
    let values: UnsafeBufferPointer<Double>
    let weights: UnsafeBufferPointer<Double>
    let mean: Double
    var weightBelow = 0.0
    var sumBelow = 0.0
    var weightAbove: Double
    var sumAbove: Double

    mutating func move(_ payload: UInt32) {
        let weight = weights[Int(payload)]
        let part = weight * (values[Int(payload)] - mean)
        weightBelow += weight
        weightAbove -= weight
        sumBelow += part
        sumAbove -= part
    }

    var score: Double {
        // Rounding can leave nothing above where only light samples are left.
        weightAbove > 0 && weightBelow > 0
            ? sumBelow * (sumBelow / weightBelow) + sumAbove * (sumAbove / weightAbove) : 0
    }
}
