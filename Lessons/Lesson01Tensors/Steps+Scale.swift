import CourseKit
import Curriculum
import DeepTeaching

/// Step 7: channels on one scale.
extension TensorCourse {
    func showStandardization(_ batch: Tensor<Float>) throws {
        try lesson.step("standardization") { step in
            // listing: Lesson01.standardize
            let mean = batch.mean(axes: [0, 1, 2])
            let deviation = batch.variance(axes: [0, 1, 2]).squareRoot()
            let standardized = (batch - mean) / deviation
            // end listing
            let own = batch.variance(axes: [1, 2]).squareRoot().mean(axes: [0])
            step.table(
                "statistics",
                rows: Self.channels.enumerated().map { channel, name in
                    [name] + [mean, deviation, own].map { text($0[channel]) }
                })
            func largest(_ result: Tensor<Float>) -> Float {
                result.variance(axes: [0, 1, 2]).squareRoot().maximum().scalar
            }
            step.number("deviationAfter", largest(standardized))
            step.number("wrongDeviationAfter", largest((batch - mean) / own))
            showParts(batch.inDouble, step)
            showDivisors(batch.count / 3, step)
            step.plot("before", Self.curves(batch))
            step.plot("after", Self.curves(standardized))
            try step.compare(
                mine, TensorsCalls.channelMeanAndDeviation, batch.inDouble.unstacked(),
                with: (mean.elements + deviation.elements).map(Double.init),
                part: { $0.mean + $0.deviation })
        }
    }

    private func text(_ value: Float) -> String { NumberFormat.decimals(3).text(Double(value)) }

    /// The two parts of a variance, for the red channel.
    private func showParts(_ batch: Tensor<Double>, _ step: LessonStep) {
        let red = batch.slice(0..<1, axis: 3)
        let within = red.variance(axes: [1, 2, 3]).mean().scalar
        let between = red.mean(axes: [1, 2, 3]).variance(axes: [0]).scalar
        step.number("varianceWithin", within, .decimals(4))
        step.number("varianceBetween", between, .decimals(4))
        step.number("varianceOfAll", red.variance(axes: [0, 1, 2, 3]).scalar, .decimals(4))
    }

    /// What n - 1 in place of n makes of a deviation: of four pixels, and of all.
    private func showDivisors(_ pixels: Int, _ step: LessonStep) {
        func excess(_ n: Int) -> Double { (Double(n) / Double(n - 1)).squareRoot() - 1 }
        step.number("divisorOfFour", excess(4), .percent(1))
        step.number("pixelsOfAll", pixels)
        step.number("divisorOfAll", excess(pixels), .percent(4))
    }

    /// A histogram of each channel. Plots draw their first three curves in blue, red and green: in
    /// this order each channel has its own colour.
    private static func curves(_ images: Tensor<Float>) -> [Plot.Curve] {
        let curves = channels.enumerated().map { channel, name in
            histogram(of: images.slice(channel..<channel + 1, axis: 3).elements, named: name)
        }
        return [curves[2], curves[0], curves[1]]
    }

    /// The share of the numbers in each of 40 bins from the smallest to the largest.
    private static func histogram(of values: [Float], named name: String) -> Plot.Curve {
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        var counts = [Double](repeating: 0, count: 40)
        for value in values {
            counts[min(39, Int((value - low) / max(high - low, 1e-9) * 40))] += 1
        }
        return Plot.Curve(
            name, x: counts.indices.map { Double(low + (high - low) * (Float($0) + 0.5) / 40) },
            y: counts.map { $0 / Double(values.count) })
    }
}
