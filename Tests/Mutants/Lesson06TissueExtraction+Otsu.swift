import Curriculum
import Solutions

extension TissueExtractionMutants {
    /// The smallest variance between the classes for the largest.
    public enum SmallestVarianceBetween: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            best(histogram) { -$0.weight * $1.weight * square($0.mean - $1.mean) }
        }
    }

    /// The first bin of the foreground for the last of the background.
    public enum FirstBinOfTheForeground: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            try TissueExtractionSolution.otsuThreshold(histogram: histogram).map { $0 + 1 }
        }
    }

    /// The distance of the means alone, however small a class is.
    public enum ClassSizesForgotten: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            best(histogram) { square($0.mean - $1.mean) }
        }
    }

    /// The sum of the variances within the classes, each counted the same.
    public enum VariancesWithinNotWeighted: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            best(histogram) { -($0.variance + $1.variance) }
        }
    }

    /// The mean of all values.
    public enum MeanOfAllValues: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            let used = histogram.count { $0 > 0 }
            return used > 1 ? Int(BinClass(histogram, 0..<histogram.count).mean) : nil
        }
    }

    /// The means of the counts for the means of the bins.
    public enum MeansOfTheCounts: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            best(histogram) { lower, upper in
                let (mean0, mean1) = (
                    lower.weight / Double(lower.bins), upper.weight / Double(upper.bins)
                )
                return lower.weight * upper.weight * square(mean0 - mean1)
            }
        }
    }

    /// The bins of the foreground counted from 0 again, as `enumerated()` of a part does.
    public enum ForegroundCountedFromZero: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            best(histogram) { lower, upper in
                lower.weight * upper.weight * square(lower.mean - upper.mean + Double(lower.bins))
            }
        }
    }

    /// The variance at bin 0 to start with: if it is empty, that is 0 / 0, and nothing beats it.
    public enum StartsWithNotANumber: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            guard histogram.count(where: { $0 > 0 }) > 1 else { return nil }
            return histogram[0] == 0
                ? 0 : try TissueExtractionSolution.otsuThreshold(histogram: histogram)
        }
    }

    /// Bin 0 where there is nothing to separate.
    public enum ZeroForNothing: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            try TissueExtractionSolution.otsuThreshold(histogram: histogram) ?? 0
        }
    }
}

extension TissueExtractionAlternatives {
    /// The smallest weighted variance within the classes: all variance less that between them.
    public enum SmallestVarianceWithin: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            best(histogram) { -($0.weight * $0.variance + $1.weight * $1.variance) }
        }
    }

    /// The last of equally good thresholds, from counts that are not divided by their total.
    public enum LastOfEquals: TissueExtractionMutant {
        /// The answer.
        public static func otsuThreshold(histogram: [Int]) throws -> Int? {
            let reversed: [Int] = histogram.reversed()
            return best(reversed) { $0.weight * $1.weight * square($0.mean - $1.mean) }
                .map { histogram.count - 2 - $0 }
        }
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
