import Foundation

// Each curve as the corners of a line from left to right, for whatever draws it.

extension ROCCurve {
    /// False positive rate to the right, true positive rate upwards; the area below is ``area``.
    public var line: [(x: Double, y: Double)] {
        points.map { ($0.falsePositiveRate, $0.truePositiveRate) }
    }
}

extension PrecisionRecallCurve {
    /// Recall to the right, precision upwards, in steps: the area below is ``averagePrecision``.
    public var line: [(x: Double, y: Double)] {
        zip(points, points.dropFirst()).flatMap { a, b in
            [(a.recall, b.precision), (b.recall, b.precision)]
        }
    }
}

extension CalibrationCurve {
    /// Mean probability to the right, share of positives upwards: a corner a bin.
    public var line: [(x: Double, y: Double)] {
        bins.map { ($0.meanProbability, $0.positiveShare) }
    }
}

extension FROCCurve {
    /// False positives a slide to the right, from one number to another, sensitivity upwards.
    ///
    /// Between its points the curve is straight over the false positives, and bent where an axis shows
    /// their logarithm: so there are at least eight corners from each number to its double.
    ///
    /// - Parameters:
    ///   - first: above 0, since there is no logarithm of 0.
    ///   - last: more than `first`.
    public func line(
        from first: Double = 0.125, to last: Double = 16
    ) -> [(x: Double, y: Double)] {
        require(
            first > 0 && first < last && last.isFinite,
            "a line from \(first) to \(last) false positives cannot be drawn: give rising numbers above 0"
        )
        let steps = max(1, Int((8 * log2(last / first)).rounded(.up)))
        let between = (1..<max(1, steps)).map {
            first * exp2(log2(last / first) * Double($0) / Double(steps))
        }
        let sampled = ([first] + between + [last]).map { ($0, sensitivity(atFalsePositives: $0)) }
        let own = points.map { ($0.falsePositivesPerSlide, $0.sensitivity) }
            .filter { first < $0.0 && $0.0 < last }
        // Both numbers rise along the curve, so their order is its order.
        return (sampled + own).sorted { $0 < $1 }.map { (x: $0.0, y: $0.1) }
    }
}
