import CourseKit
import Curriculum
import DeepTeaching

/// Step 3: where to cut between the two hills.
extension TissueCourse {
    func showThreshold(_ view: SlideView) throws {
        try lesson.step("threshold") { step in
            step.number("tenPixels", TenPixels.variance(zeros: 8, fours: 2), .decimals(2))
            step.number("oddPixel", TenPixels.variance(zeros: 9, fours: 1), .decimals(2))
            let histogram = view.histogram
            let variances = histogram.varianceBetween
            let best = histogram.otsuBin ?? 0
            let worst =
                variances.indices.filter { variances[$0].isFinite }
                .min { variances[$0] < variances[$1] } ?? 0
            step.number("otsuThreshold", histogram.center(of: best))
            step.number("otsuShare", share(above: best, histogram), .percent(1))
            step.number("wrongThresholdShare", share(above: worst, histogram), .percent(1))
            let atBest = histogram.center(of: best)
            step.plot(
                "variance",
                [
                    Plot.Curve(
                        "variance", x: variances.indices.map(histogram.center), y: variances),
                    Plot.Curve(
                        "best", x: [atBest, atBest], y: [0, variances[best]], style: .dashed),
                ])
            try step.compare(
                mine, TissueExtractionCalls.otsuThreshold, histogram.counts,
                with: histogram.otsuBin)
        }
    }

    private func share(above bin: Int, _ histogram: Histogram) -> Double {
        Double(histogram.counts[(bin + 1)...].reduce(0, +)) / Double(histogram.total)
    }
}

extension Histogram {
    /// w0 w1 (mu0 - mu1)^2 for each bin as threshold; not a number where a class is empty.
    fileprivate var varianceBetween: [Double] {
        let all = Double(total)
        let allMoment = counts.indices.reduce(0.0) { $0 + Double($1 * counts[$1]) }
        var (count, moment) = (0.0, 0.0)
        return counts.enumerated().map { bin, own in
            count += Double(own)
            moment += Double(bin * own)
            if count == 0 || count == all { return .nan }
            let difference = moment / count - (allMoment - moment) / (all - count)
            return count * (all - count) / (all * all) * difference * difference
        }
    }
}
