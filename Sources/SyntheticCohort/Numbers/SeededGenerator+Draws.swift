import DeepTeaching

extension SeededGenerator {
    /// A draw of mean 0 and deviation 1 that is close to normal and at most 6 away from 0: the sum
    /// of twelve uniform numbers. It needs no logarithm, so it is the same on every system.
    mutating func nearlyNormal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += uniform() }
        return sum
    }

    /// A draw whose logarithm is nearly normal around that of `median`, with the standard deviation
    /// `deviation`.
    mutating func logNormal(median: Double, deviation: Double) -> Double {
        median * ExactMath.exponential(deviation * nearlyNormal())
    }

    /// A factor of nearly normal standard deviation `standardDeviation` around 1, at most
    /// three of them away.
    mutating func factor(standardDeviation: Double) -> Double {
        1 + standardDeviation * min(max(nearlyNormal(), -3), 3)
    }

    /// True with the given probability.
    mutating func chance(_ probability: Double) -> Bool { uniform() < probability }
}
