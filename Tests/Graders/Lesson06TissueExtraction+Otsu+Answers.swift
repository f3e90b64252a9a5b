import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TissueExtractionCalls.otsuThreshold

extension TissueExtractionGraders {
    static let otsuMisconceptions = [
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

    static let otsuAlternatives = [
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
    ]
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
