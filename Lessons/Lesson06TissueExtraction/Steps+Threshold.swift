import CourseKit
import Curriculum
import DeepTeaching

/// Step 3: where to cut between the two hills.
extension TissueCourse {
    func showThreshold(_ view: SlideView) throws {
        try lesson.step("Otsu's threshold") { step in
            let histogram = view.histogram
            step.words(
                """
                Cut the histogram at bin t: glass up to t, tissue above. Otsu [OTS79] asks how \
                well each t separates the two. Good is a cut whose sides are both large and whose \
                means lie far apart. That is the *variance between the classes*:
                """)
            step.equation(
                "v(t) = w_0 w_1 (μ_0 - μ_1)^2",
                where: [
                    "w_0, w_1": "share of the pixels up to t, and above",
                    "μ_0, μ_1": "mean of the values up to t, and above",
                ])
            step.question(
                "Which t is the best one?",
                choices: ["where v(t) is smallest", "where v(t) is largest"])
            step.code(
                """
                for bin in histogram.indices {
                    count += histogram[bin]
                    moment += bin * histogram[bin]
                    // An empty class has no mean.
                    if count == 0 || count == total { continue }
                    let w0 = Double(count) / Double(total)
                    let mu0 = Double(moment) / Double(count)
                    let mu1 = Double(totalMoment - moment) / Double(total - count)
                    let variance = w0 * (1 - w0) * (mu0 - mu1) * (mu0 - mu1)
                    if variance > best.variance { best = (bin, variance) }
                }
                """, caption: "Two running sums are enough: one pass over the bins.")
            try showBest(histogram, view, step)
            step.reference(
                "OTS79",
                "OTSU, Nobuyuki. A threshold selection method from gray-level histograms. IEEE "
                    + "Transactions on Systems, Man, and Cybernetics, 1979, 9(1), 62-66.")
        }
    }

    private func showBest(_ histogram: Histogram, _ view: SlideView, _ step: StepWriter) throws {
        let variances = histogram.varianceBetween
        let best = histogram.otsuBin ?? 0
        let worst =
            variances.indices.filter { variances[$0].isFinite }
            .min { variances[$0] < variances[$1] } ?? 0
        let threshold = histogram.center(of: best)
        step.number("otsuThreshold", threshold, "Otsu's threshold of the saturation")
        step.number("otsuShare", share(above: best, histogram), "Above it", format: .percent(1))
        step.plot(
            Plot(
                name: "variance", x: "threshold t", y: "v(t)",
                curves: [
                    Plot.Curve(
                        "variance between the classes",
                        x: variances.indices.map(histogram.center), y: variances)
                ],
                caption: "The variance between the classes for each threshold, in squared bins.",
                alternative: "A curve that climbs to one summit between the hills and falls."))
        step.number(
            "wrongThresholdShare", share(above: worst, histogram),
            "Wrong way: above the threshold with the smallest v(t)", format: .percent(1))
        step.answer(
            "The largest. The smallest variance between the classes puts one odd pixel on one "
                + "side and all others on the other.", choice: 1)
        if let mine,
            let own = try mine.value(
                of: TissueExtractionCalls.otsuThreshold, histogram.counts, say: step.words)
        {
            let words = own.map { "bin \($0)" } ?? "nil"
            step.words("**Yours:** \(words). **The library's:** bin \(best).")
        }
        step.words("Exercise: `otsuThreshold` in Exercises/Lesson06TissueExtraction.swift.")
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
