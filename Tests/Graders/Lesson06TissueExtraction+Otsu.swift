import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Mutants

extension TissueExtractionGraders {
    static let otsuThreshold = ExerciseGrader(
        "otsuThreshold",
        checks: [
            Check(
                "two classes", "the variance between the classes is the largest possible",
                inputs: { generator in
                    (0..<6).map { _ in
                        OtsuThresholdInputs(histogram: twoClasses(&generator).map { $0 + 1 })
                    }
                },
                comparing: compareThresholds),
            Check(
                "empty bins", "empty bins before, between and after the classes change nothing",
                inputs: { generator in
                    let before = [Int](repeating: 0, count: 1 + generator.index(below: 9))
                    let apart = [3, 9 + generator.index(below: 9), 4] + before + before + [7, 2]
                    return [OtsuThresholdInputs(histogram: before + apart + before)]
                },
                comparing: compareThresholds),
            Check(
                "nothing to separate", "nil if all values lie in one bin, and only then",
                inputs: { generator in
                    let place = generator.index(below: 15)
                    var one = [Int](repeating: 0, count: 16)
                    one[place] = 5 + generator.index(below: 50)
                    var two = one
                    two[place + 1] = 1 + generator.index(below: 5)
                    return [one, two].map(OtsuThresholdInputs.init)
                },
                comparing: compareThresholds),
        ],
        misconceptions: otsuMisconceptions,
        alternatives: [
            answer(TissueExtractionAlternatives.SmallestVarianceWithin.self),
            answer(TissueExtractionAlternatives.LastOfEquals.self),
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

    private static let otsuMisconceptions = [
        Misconception(
            "you take the smallest variance between the classes, not the largest",
            mutant: answer(TissueExtractionMutants.SmallestVarianceBetween.self),
            check: "two classes",
            hints: Hints(
                question: "Should the means of background and foreground lie close together or "
                    + "far apart?",
                concept: "There are two variances. Within the classes it should be small, between "
                    + "the classes large; together they are always the variance of all values.",
                step: "w0 * w1 * (mu0 - mu1)^2 is the variance between the classes: start with 0 "
                    + "and replace the best whenever a variance is larger (>).")),
        Misconception(
            "you return the first bin of the foreground, one too many",
            mutant: answer(TissueExtractionMutants.FirstBinOfTheForeground.self),
            check: "two classes",
            hints: Hints(
                question: "To which class does the bin that you return belong?",
                concept: "By this contract the threshold itself is background: foreground is what "
                    + "is greater. Other books count the other way, so say it when you use it.",
                step: "In [5, 0, 5] with classes 0...t and t+1...: bin 0 against the rest gives "
                    + "t = 0 or 1, never 2. Add the bin to the background before you compute the "
                    + "variance, and return this bin, not the next.")),
        Misconception(
            "you look at the distance of the means only, not at the sizes of the classes",
            mutant: answer(TissueExtractionMutants.ClassSizesForgotten.self),
            check: "two classes",
            hints: Hints(
                question: "One single white speck makes a class of its own. How far is its mean "
                    + "from all the rest, and is that a good threshold?",
                concept: "The product w0 * w1 is largest when both classes are equally large: it "
                    + "keeps a few odd values from being a class.",
                step: "Multiply by both shares: count / total and (total - count) / total.")),
        Misconception(
            "you add the variances of both classes without weighing them",
            mutant: answer(TissueExtractionMutants.VariancesWithinNotWeighted.self),
            check: "two classes",
            hints: Hints(
                question: "Should a class of three values count as much as a class of a thousand?",
                concept: "The variance within the classes is w0 * variance0 + w1 * variance1. "
                    + "Making it small is the same as making the variance between them large.",
                step: "Multiply each variance by the share of its class; or use w0 * w1 * "
                    + "(mu0 - mu1)^2, which needs no variance of a class at all.")),
        Misconception(
            "you take the mean of all values as threshold",
            mutant: answer(TissueExtractionMutants.MeanOfAllValues.self), check: "two classes",
            hints: Hints(
                question: "A slide is nine tenths glass. Where is the mean of all its pixels?",
                concept: "The mean is drawn to the larger class. Otsu asks each threshold how well "
                    + "it separates, and takes the best.",
                step: "Compute the variance between the classes for every bin in turn.")),
        Misconception(
            "you average the counts, not the bins",
            mutant: answer(TissueExtractionMutants.MeansOfTheCounts.self), check: "two classes",
            hints: Hints(
                question: "The histogram [0, 0, 6] holds six values. What is their mean?",
                concept: "A histogram says how often each value occurs: the value is the bin, the "
                    + "count its weight. mu = sum of bin * count / sum of count.",
                step: "[0, 0, 6]: (0 * 0 + 1 * 0 + 2 * 6) / 6 = 2. Keep a second sum, of bin * "
                    + "count.")),
        Misconception(
            "you count the bins of the foreground from 0 again",
            mutant: answer(TissueExtractionMutants.ForegroundCountedFromZero.self),
            check: "two classes",
            hints: Hints(
                question: "The foreground begins at bin 20. Which number has its first bin in your "
                    + "mean?",
                concept: "enumerated() counts from 0, whatever it is asked to count. Only a slice "
                    + "that is not made into an Array keeps its indices.",
                step: "Use the bin's own index: (t + 1..<histogram.count).reduce(0) { $0 + $1 * "
                    + "histogram[$1] }; or the total moment minus that of the background.")),
        Misconception(
            "an empty class gives 0 / 0, and then nothing is larger",
            mutant: answer(TissueExtractionMutants.StartsWithNotANumber.self),
            check: "empty bins",
            hints: Hints(
                question: "What is mu0 while no value has been seen yet?",
                concept: "0 / 0 is not a number, and every comparison with it is false: a best "
                    + "value that is not a number is never replaced.",
                step: "Skip a threshold whose class is empty: if count == 0 or count == total, "
                    + "continue. Start with no best at all.")),
        Misconception(
            "you return 0 where there is nothing to separate",
            mutant: answer(TissueExtractionMutants.ZeroForNothing.self),
            check: "nothing to separate",
            hints: Hints(
                question: "All values lie in bin 7. Which threshold makes two classes of them?",
                concept: "No threshold does. nil says so; a number would split the noise of an "
                    + "empty slide into tissue and glass.",
                step: "Begin with an optional: var best: Int? = nil, and set it only when a "
                    + "variance is larger than the largest so far, which begins with 0.")),
    ]

    /// Thresholds are equally good if the variance between their classes is the same.
    private static func compareThresholds(
        _ inputs: OtsuThresholdInputs, _ expected: Int?, _ got: Int?
    ) -> Verdict {
        if expected == got { return .right }
        guard let got else {
            return .wrong("expected a threshold, got nil: there are two classes to separate")
        }
        guard let expected else {
            return .wrong("expected nil, got \(got): all values lie in one bin")
        }
        for bin in [got, expected] where !inputs.histogram.indices.contains(bin) {
            return .wrong("there is no bin \(bin) in a histogram of \(inputs.histogram.count)")
        }
        let best = variance(inputs.histogram, expected)
        let own = variance(inputs.histogram, got)
        if areEqual(best, own) { return .right }
        // Two that are both one bin too far: which of equals they passed does not matter.
        let before = variance(inputs.histogram, max(0, expected - 1))
        let optimum = inputs.histogram.indices.map { variance(inputs.histogram, $0) }.max() ?? 0
        if !areEqual(best, optimum), areEqual(before, optimum),
            areEqual(before, variance(inputs.histogram, max(0, got - 1)))
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
