import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = TissueExtractionCalls.otsuThreshold

extension TissueExtractionGraders {
    static let otsuThreshold = ExerciseGrader(
        call,
        checks: [
            call.check(
                "two classes", "the variance between the classes is the largest possible",
                inputs: { generator in
                    let plain = (0..<6).map { _ in twoClasses(&generator).map { $0 + 1 } }
                    // As many values as a slide has pixels.
                    let slide = twoClasses(&generator).map { $0 * 10_000_000 }
                    return plain + [clipped(at: 0, &generator), clipped(at: 47, &generator)]
                        + few(&generator) + threeClasses(&generator) + [slide]
                },
                comparing: compareThresholds),
            call.check(
                "empty bins", "empty bins before, between and after the classes change nothing",
                inputs: { generator in
                    let before = [Int](repeating: 0, count: 1 + generator.index(below: 9))
                    let apart = [3, 9 + generator.index(below: 9), 4] + before + before + [7, 2]
                    return [before + apart + before]
                },
                comparing: compareThresholds),
            call.check(
                "nothing to separate", "nil if all values lie in one bin, and only then",
                inputs: { generator in
                    let place = generator.index(below: 15)
                    var one = [Int](repeating: 0, count: 16)
                    one[place] = 5 + generator.index(below: 50)
                    var two = one
                    two[place + 1] = 1 + generator.index(below: 5)
                    return [one, two]
                },
                comparing: compareThresholds),
        ],
        misconceptions: otsuMisconceptions,
        alternatives: [
            call.answer("the smallest weighted variance within the classes") { histogram in
                // All variance less that between the classes.
                best(histogram) { -($0.weight * $0.variance + $1.weight * $1.variance) }
            },
            call.answer("the last of equally good thresholds, from counts, not shares") {
                histogram in
                let reversed: [Int] = histogram.reversed()
                return best(reversed) { $0.weight * $1.weight * square($0.mean - $1.mean) }
                    .map { histogram.count - 2 - $0 }
            },
        ],
        hints: Hints(
            question: "Which four numbers must you know of a threshold to compute its variance, "
                + "and how do they change when the threshold moves on by one bin?",
            concept: "Try every bin as threshold. Keep how many values lie up to it and the sum "
                + "of their bins; the rest of the values is the total minus these. Remember the "
                + "bin with the largest w0 * w1 * (mu0 - mu1)^2 so far.",
            step: "[8, 2, 0, 0, 10] with t = 1: w0 = 10 / 20, w1 = 10 / 20, mu0 = (0 * 8 + 1 * 2) "
                + "/ 10 = 0.2, mu1 = 4, so the variance is 0.25 * 3.8 * 3.8 = 3.61. With t = 0 it "
                + "is 0.4 * 0.6 * 3.5 * 3.5 = 2.94: t = 1 is better."))

    /// Few values, many, few: the variance has a summit before each gap, and the second is the higher.
    private static func threeClasses(_ generator: inout SeededGenerator) -> [[Int]] {
        let unit = 1 + generator.index(below: 5)
        let gap = [Int](repeating: 0, count: 4 + generator.index(below: 3))
        let counts = [unit] + gap + [5 * unit, 5 * unit] + gap + [2 * unit]
        return [counts, counts.reversed()]
    }

    private static let otsuMisconceptions = [
        call.misconception(
            "you take the smallest variance between the classes, not the largest",
            check: "two classes",
            hints: Hints(
                question: "Should the means of background and foreground lie close together or "
                    + "far apart?",
                concept: "There are two variances. Within the classes it should be small, between "
                    + "the classes large; together they are always the variance of all values.",
                step: "w0 * w1 * (mu0 - mu1)^2 is the variance between the classes: start with 0 "
                    + "and replace the best whenever a variance is larger (>).")
        ) { histogram in
            best(histogram) { -$0.weight * $1.weight * square($0.mean - $1.mean) }
        },
        call.misconception(
            "you return the first bin of the foreground, one too many", check: "two classes",
            hints: Hints(
                question: "To which class does the bin that you return belong?",
                concept: "By this contract the threshold itself is background: foreground is what "
                    + "is greater. Other books count the other way, so say it when you use it.",
                step: "In [5, 0, 5] with classes 0...t and t+1...: bin 0 against the rest gives "
                    + "t = 0 or 1, never 2. Add the bin to the background before you compute the "
                    + "variance, and return this bin, not the next.")
        ) { histogram in
            try TissueExtractionSolution.otsuThreshold(histogram: histogram).map { $0 + 1 }
        },
        call.misconception(
            "you look at the distance of the means only, not at the sizes of the classes",
            check: "two classes",
            hints: Hints(
                question: "One single white speck makes a class of its own. How far is its mean "
                    + "from all the rest, and is that a good threshold?",
                concept: "The product w0 * w1 is largest when both classes are equally large: it "
                    + "keeps a few odd values from being a class.",
                step: "Multiply by both shares: count / total and (total - count) / total.")
        ) { histogram in
            best(histogram) { square($0.mean - $1.mean) }
        },
        call.misconception(
            "you add the variances of both classes without weighing them", check: "two classes",
            hints: Hints(
                question: "Should a class of three values count as much as a class of a thousand?",
                concept: "The variance within the classes is w0 * variance0 + w1 * variance1. "
                    + "Making it small is the same as making the variance between them large.",
                step: "Multiply each variance by the share of its class; or use w0 * w1 * "
                    + "(mu0 - mu1)^2, which needs no variance of a class at all.")
        ) { histogram in
            best(histogram) { -($0.variance + $1.variance) }
        },
        call.misconception(
            "you take the mean of all values as threshold", check: "two classes",
            hints: Hints(
                question: "A slide is nine tenths glass. Where is the mean of all its pixels?",
                concept: "The mean is drawn to the larger class. Otsu asks each threshold how well "
                    + "it separates, and takes the best.",
                step: "Compute the variance between the classes for every bin in turn.")
        ) { histogram in
            let used = histogram.count { $0 > 0 }
            return used > 1 ? Int(BinClass(histogram, 0..<histogram.count).mean) : nil
        },
        call.misconception(
            "you average the counts, not the bins", check: "two classes",
            hints: Hints(
                question: "The histogram [0, 0, 6] holds six values. What is their mean?",
                concept: "A histogram says how often each value occurs: the value is the bin, the "
                    + "count its weight. mu = sum of bin * count / sum of count.",
                step: "[0, 0, 6]: (0 * 0 + 1 * 0 + 2 * 6) / 6 = 2. Keep a second sum, of bin * "
                    + "count.")
        ) { histogram in
            best(histogram) { lower, upper in
                let (mean0, mean1) = (
                    lower.weight / Double(lower.bins), upper.weight / Double(upper.bins)
                )
                return lower.weight * upper.weight * square(mean0 - mean1)
            }
        },
        call.misconception(
            "you count the bins of the foreground from 0 again", check: "two classes",
            hints: Hints(
                question: "The foreground begins at bin 20. Which number has its first bin in your "
                    + "mean?",
                concept: "enumerated() counts from 0, whatever it is asked to count. Only a slice "
                    + "that is not made into an Array keeps its indices.",
                step: "Use the bin's own index: (t + 1..<histogram.count).reduce(0) { $0 + $1 * "
                    + "histogram[$1] }; or the total moment minus that of the background.")
        ) { histogram in
            best(histogram) { lower, upper in
                lower.weight * upper.weight * square(lower.mean - upper.mean + Double(lower.bins))
            }
        },
        call.misconception(
            "an empty class gives 0 / 0, and then nothing is larger", check: "empty bins",
            hints: Hints(
                question: "What is mu0 while no value has been seen yet?",
                concept: "0 / 0 is not a number, and every comparison with it is false: a best "
                    + "value that is not a number is never replaced.",
                step: "Skip a threshold whose class is empty: if count == 0 or count == total, "
                    + "continue. Start with no best at all.")
        ) { histogram in
            // The variance at bin 0 to start with: if it is empty, that is 0 / 0, and nothing beats it.
            guard histogram.count(where: { $0 > 0 }) > 1 else { return nil }
            return histogram[0] == 0
                ? 0 : try TissueExtractionSolution.otsuThreshold(histogram: histogram)
        },
        call.misconception(
            "you return 0 where there is nothing to separate", check: "nothing to separate",
            hints: Hints(
                question: "All values lie in bin 7. Which threshold makes two classes of them?",
                concept: "No threshold does. nil says so; a number would split the noise of an "
                    + "empty slide into tissue and glass.",
                step: "Begin with an optional: var best: Int? = nil, and set it only when a "
                    + "variance is larger than the largest so far, which begins with 0.")
        ) { histogram in
            try TissueExtractionSolution.otsuThreshold(histogram: histogram) ?? 0
        },
    ]

    /// Thresholds are equally good if the variance between their classes is the same.
    private static func compareThresholds(
        _ expected: Int?, _ got: Int?, histogram: [Int]
    ) -> Verdict {
        if expected == got { return .right }
        guard let got else {
            return .wrong("expected a threshold, got nil: there are two classes to separate")
        }
        guard let expected else {
            return .wrong("expected nil, got \(got): all values lie in one bin")
        }
        for bin in [got, expected] where !histogram.indices.contains(bin) {
            return .wrong("there is no bin \(bin) in a histogram of \(histogram.count)")
        }
        let best = variance(histogram, expected)
        let own = variance(histogram, got)
        if areEqual(best, own) { return .right }
        // Two that are both one bin too far: which of equals they passed does not matter.
        let before = variance(histogram, max(0, expected - 1))
        let optimum = histogram.indices.map { variance(histogram, $0) }.max() ?? 0
        if !areEqual(best, optimum), areEqual(before, optimum),
            areEqual(before, variance(histogram, max(0, got - 1)))
        {
            return .right
        }
        return .wrong(
            "expected \(expected), got \(got): between the classes 0...\(got) and above the "
                + "variance is \(short(own)), with \(expected) it is \(short(best))")
    }

    private static func areEqual(_ left: Double, _ right: Double) -> Bool {
        abs(left - right) <= 1e-9 * max(left, right)
    }

    private static func variance(_ histogram: [Int], _ bin: Int) -> Double {
        func moments(_ range: Range<Int>) -> (count: Double, mean: Double) {
            let count = range.reduce(0) { $0 + histogram[$1] }
            let moment = range.reduce(0) { $0 + $1 * histogram[$1] }
            return (Double(count), count == 0 ? 0 : Double(moment) / Double(count))
        }
        let (lower, upper) = (moments(0..<bin + 1), moments(bin + 1..<histogram.count))
        let total = lower.count + upper.count
        return lower.count * upper.count / (total * total) * (lower.mean - upper.mean)
            * (lower.mean - upper.mean)
    }

    private static func short(_ value: Double) -> String { String(format: "%.2f", value) }

    /// Two classes with many values in a bin at an end, as where a scanner clips: to leave out the
    /// first or the last bin changes the threshold.
    private static func clipped(at bin: Int, _ generator: inout SeededGenerator) -> [Int] {
        var histogram = twoClasses(&generator).map { $0 + 1 }
        histogram[bin] += 1000 + generator.index(below: 1000)
        return histogram
    }

    /// So few values that one more or less, or one that lies one bin farther, changes the threshold;
    /// in the first a single value, in the very first bin, is the background.
    private static func few(_ generator: inout SeededGenerator) -> [[Int]] {
        let before = [Int](repeating: 0, count: generator.index(below: 9))
        return [[1, 0, 1, 2, 2, 0, 0, 0], before + [1, 0, 2, 2, 2, 0, 0, 0]]
    }

    /// A large narrow class and a small wide one that overlap, as glass and tissue do.
    private static func twoClasses(_ generator: inout SeededGenerator) -> [Int] {
        let large = (place: generator.uniform(8, 13), width: generator.uniform(3, 4))
        let small = (place: generator.uniform(27, 33), width: generator.uniform(6, 8))
        let height = generator.uniform(30, 150)
        let isMirrored = generator.index(below: 2) == 1
        let counts = (0..<48).map { bin -> Int in
            func bell(_ peak: (place: Double, width: Double)) -> Double {
                let z = (Double(bin) - peak.place) / peak.width
                return exp(-z * z / 2)
            }
            return Int(400 * bell(large) + height * bell(small)) + generator.index(below: 3)
        }
        return isMirrored ? counts.reversed() : counts
    }
}

/// The values in some bins of a histogram.
private struct BinClass {
    let bins: Int
    let weight: Double
    let mean: Double
    let variance: Double

    init(_ histogram: [Int], _ range: Range<Int>) {
        bins = range.count
        let weight = range.reduce(0.0) { $0 + Double(histogram[$1]) }
        let mean = range.reduce(0.0) { $0 + Double($1 * histogram[$1]) } / weight
        variance =
            range.reduce(0.0) { $0 + Double(histogram[$1]) * square(Double($1) - mean) } / weight
        (self.weight, self.mean) = (weight, mean)
    }
}

/// The first bin with the largest score of the classes below and above.
private func best(_ histogram: [Int], score: (BinClass, BinClass) -> Double) -> Int? {
    var best: (bin: Int, score: Double)?
    for bin in histogram.indices.dropLast() {
        let lower = BinClass(histogram, 0..<bin + 1)
        let upper = BinClass(histogram, bin + 1..<histogram.count)
        if lower.weight == 0 || upper.weight == 0 { continue }
        let score = score(lower, upper)
        if score > best?.score ?? -.infinity { best = (bin, score) }
    }
    return best?.bin
}

private func square(_ value: Double) -> Double { value * value }
