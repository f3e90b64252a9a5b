import Curriculum
import DeepTeaching
import Foundation
import GraderKit

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
        alternatives: otsuAlternatives,
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
