import Curriculum
import DeepTeaching
import GraderKit

private let call = TreesAndForestsCalls.bestSplit

extension TreesAndForestsGraders {
    static let bestSplitMisconceptions = [
        call.misconception(
            "both children count the same, however small one is", check: "impurity",
            hints: Hints(
                question: "A question puts one sample on one side and 99 on the other. Is it good "
                    + "because the one is pure?",
                concept: "What matters is how mixed the samples are on average. A child with one "
                    + "sample speaks for one sample.",
                step: "Multiply the impurity of each child by its share of the samples.")
        ) { features, labels, classCount in
            search(features, labels, classCount) { (gini($0) + gini($1)) / 2 }
        },
        call.misconception(
            "you take the question after which the classes are most mixed", check: "impurity",
            hints: Hints(
                question: "What is the impurity of a child in which all samples are of one class?",
                concept: "0 is pure. The best question leaves the smallest impurity.",
                step: "Begin with infinity, and keep what is smaller.")
        ) { features, labels, classCount in
            search(features, labels, classCount, sign: -1) { weighted($0, $1) }
        },
        call.misconception(
            "you look at the child below only", check: "impurity",
            hints: Hints(
                question: "Where do the samples above the threshold occur in your impurity?",
                concept: "A question has two answers, and both children must be looked at.",
                step: "Add n_above / n * gini(above).")
        ) { features, labels, classCount in
            search(features, labels, classCount) { below, _ in gini(below) }
        },
        call.misconception(
            "you add the impurities times the sizes, and do not divide by n", check: "impurity",
            hints: Hints(
                question: "Can an impurity be larger than 1?",
                concept: "The shares of the two children add up to 1, so their weighted mean lies "
                    + "between their impurities.",
                step: "Divide by labels.count.")
        ) { features, labels, classCount in
            search(features, labels, classCount) {
                weighted($0, $1) * Double(($0 + $1).reduce(0, +))
            }
        },
        call.misconception(
            "you split between equal values", check: "equal values",
            hints: Hints(
                question: "Two samples have the same value. Can a threshold send one below and the "
                    + "other above?",
                concept: "Sorting puts equal values side by side in some order. Cutting there "
                    + "gives an impurity that no question can reach.",
                step: "Try thresholds between different values only: Set(...).sorted(), or skip "
                    + "where values[i] == values[i + 1].")
        ) { features, labels, classCount in
            search(features, labels, classCount, candidates: careless) { weighted($0, $1) }
        },
        call.misconception(
            "the threshold is the lower value, not the middle", check: "equal values",
            hints: Hints(
                question: "The training samples have 1 and 3. Where should a new sample with 1.1 "
                    + "go?",
                concept: "Nothing is known between two values. The middle is as far from both as "
                    + "possible.",
                step: "threshold = (lower + upper) / 2.")
        ) { features, labels, classCount in
            search(features, labels, classCount, candidates: lowered) { weighted($0, $1) }
        },
        call.misconception(
            "you look at the first feature only", check: "several features",
            hints: Hints(
                question: "How many numbers does a sample have?",
                concept: "A tree chooses both: the feature, and its threshold.",
                step: "for feature in features[0].indices { ... } around all.")
        ) { features, labels, classCount in
            search(features.map { [$0[0]] }, labels, classCount) { weighted($0, $1) }
        },
        call.misconception(
            "each feature forgets what the one before has found", check: "several features",
            hints: Hints(
                question:
                    "Where do you declare the variable of the best question: outside the loop "
                    + "over the features, or inside?",
                concept: "The best question is the best of all features, not of the last one.",
                step: "Declare it before the loop over the features.")
        ) { features, labels, classCount in
            var last: TreeQuestion?
            for feature in features[0].indices {
                let own = search(features.map { [$0[feature]] }, labels, classCount) {
                    weighted($0, $1)
                }
                last = own.map {
                    TreeQuestion(feature: feature, threshold: $0.threshold, impurity: $0.impurity)
                }
            }
            return last
        },
        call.misconception(
            "you always ask something, even where nothing is separated", check: "no question",
            hints: Hints(
                question: "All samples have the same value. Who goes above the threshold?",
                concept: "A question that sends all samples to one side separates nothing, and a "
                    + "tree that asks it never ends.",
                step: "Begin with nil, and return it if no threshold was tried.")
        ) { features, labels, classCount in
            search(features, labels, classCount) { weighted($0, $1) }
                ?? TreeQuestion(
                    feature: 0, threshold: features[0][0],
                    impurity: gini(counts(labels, classCount: classCount)))
        },
    ]

    static let bestSplitAlternatives = [
        call.answer("sorts once, and moves one sample after the other") {
            features, labels, classCount in
            search(features, labels, classCount, candidates: sweep) { weighted($0, $1) }
        },
        call.answer("takes the last of equally good questions") {
            features, labels, classCount in
            search(features, labels, classCount, takesLast: true) { weighted($0, $1) }
        },
    ]

    /// Whether a question has its threshold in the middle between two values and the impurity that it
    /// says.
    static func isHonest(
        _ question: TreeQuestion, _ features: [[Double]], _ labels: [Int], _ classCount: Int
    ) -> Bool {
        guard features[0].indices.contains(question.feature) else { return false }
        let samples = Column(features.map { $0[question.feature] }, labels, classCount)
        return candidates(samples).contains {
            abs($0.threshold - question.threshold) < 1e-9
                && abs(weighted($0.below, $0.above) - question.impurity) < 1e-9
        }
    }
}

/// The values of one feature, with the classes of the samples.
private struct Column {
    let values: [Double]
    let labels: [Int]
    let classCount: Int

    init(_ values: [Double], _ labels: [Int], _ classCount: Int) {
        self.values = values
        self.labels = labels
        self.classCount = classCount
    }
}

/// A threshold, and how many samples of each class lie below and above it.
private typealias Candidate = (threshold: Double, below: [Int], above: [Int])

private func weighted(_ below: [Int], _ above: [Int]) -> Double {
    let (small, large) = (Double(below.reduce(0, +)), Double(above.reduce(0, +)))
    return (small * TreesAndForestsGraders.gini(below) + large * TreesAndForestsGraders.gini(above))
        / (small + large)
}

/// Thresholds in the middle between different values.
private func candidates(_ samples: Column) -> [Candidate] {
    let values = Set(samples.values).sorted()
    return zip(values, values.dropFirst()).map { lower, upper in
        let threshold = (lower + upper) / 2
        func count(_ isWanted: (Double) -> Bool) -> [Int] {
            let labels = zip(samples.values, samples.labels).filter { isWanted($0.0) }.map(\.1)
            return TreesAndForestsGraders.counts(labels, classCount: samples.classCount)
        }
        return (threshold, count { $0 <= threshold }, count { $0 > threshold })
    }
}

/// The same by moving one sample after the other from above to below.
private func sweep(_ samples: Column) -> [Candidate] {
    careless(samples).enumerated().filter { place, _ in
        let sorted = samples.values.sorted()
        return sorted[place] < sorted[place + 1]
    }.map(\.element)
}

/// A threshold between each two samples, be their values different or not.
private func careless(_ samples: Column) -> [Candidate] {
    let order = samples.values.indices.sorted {
        (samples.values[$0], $0) < (samples.values[$1], $1)
    }
    var below = [Int](repeating: 0, count: samples.classCount)
    var above = TreesAndForestsGraders.counts(samples.labels, classCount: samples.classCount)
    return zip(order, order.dropFirst()).map { sample, next in
        below[samples.labels[sample]] += 1
        above[samples.labels[sample]] -= 1
        return ((samples.values[sample] + samples.values[next]) / 2, below, above)
    }
}

/// Thresholds that are the lower of two values.
private func lowered(_ samples: Column) -> [Candidate] {
    zip(candidates(samples), Set(samples.values).sorted()).map { candidate, lower in
        (lower, candidate.below, candidate.above)
    }
}

/// The search that all these answers share.
private func search(
    _ features: [[Double]], _ labels: [Int], _ classCount: Int, sign: Double = 1,
    takesLast: Bool = false, candidates: (Column) -> [Candidate] = candidates,
    impurity: (_ below: [Int], _ above: [Int]) -> Double
) -> TreeQuestion? {
    var best: TreeQuestion?
    for feature in features[0].indices {
        let column = Column(features.map { $0[feature] }, labels, classCount)
        for (threshold, below, above) in candidates(column) {
            let found = impurity(below, above)
            let margin = takesLast ? 1e-12 : -1e-12
            if best.map({ sign * found < sign * $0.impurity + margin }) ?? true {
                best = TreeQuestion(feature: feature, threshold: threshold, impurity: found)
            }
        }
    }
    return best
}
