import CourseKit
import DeepTeaching
import LessonSlides

/// The same answers, sorted by how much of a region is tumour.
extension SegmentationCourse {
    /// The shares of tumour of small and of large structures.
    private static let small = 0.05..<0.5
    private static let large = 0.5..<1.001

    func showSizes(_ answers: SegmenterAnswers) throws {
        try lesson.step("sizes") { step in
            let edges = [0.1, 0.3, 0.5, 0.7, 0.9, 1.001]
            let bins = zip(edges, edges.dropFirst()).map { $0..<$1 }
            let counts = bins.map { bin in
                answers.threshold.unknown[0].regions.count { bin.contains($0.tumorShare) }
            }
            let used = bins.indices.filter { counts[$0] > 0 }
            let names = ["threshold", "convolutions", "sweeps", "unet"]
            step.plot(
                "sizes",
                zip(names, answers.all).map { name, method in
                    Plot.Curve(
                        name, x: used.map { 100 * (bins[$0].lowerBound + 0.1) },
                        y: used.map { method.dice(ofShares: bins[$0]).mean })
                }, xRange: 0...100, yRange: 0...1)
            giveSizes(answers, step)
        }
    }

    private func giveSizes(_ answers: SegmenterAnswers, _ step: LessonStep) {
        let (small, large) = (Self.small, Self.large)
        let methods = Segmenter.allCases.compactMap { answers.networks[$0] }
        step.number("thresholdSmall", answers.threshold.dice(ofShares: small).mean)
        step.number("thresholdLarge", answers.threshold.dice(ofShares: large).mean)
        step.number("thresholdAlarms", answers.threshold.falseAlarms.mean, .percent(1))
        step.number("convolutionSmall", methods[0].dice(ofShares: small).mean)
        step.number("convolutionLarge", methods[0].dice(ofShares: large).mean)
        step.text(
            "convolutionLargeRange", methods[0].dice(ofShares: large).range(.decimals(3)))
        step.number("convolutionAlarms", methods[0].falseAlarms.mean, .percent(1))
        step.number("sweepSmall", methods[1].dice(ofShares: small).mean)
        step.number("sweepLarge", methods[1].dice(ofShares: large).mean)
        step.text(
            "sweepLargeRange", methods[1].dice(ofShares: large).range(.decimals(3)))
        step.number("sweepAlarms", methods[1].falseAlarms.mean, .percent(1))
        step.number("uNetSmall", methods[2].dice(ofShares: small).mean)
        step.number("uNetLarge", methods[2].dice(ofShares: large).mean)
        step.text(
            "uNetLargeRange", methods[2].dice(ofShares: large).range(.decimals(3)))
        step.number("uNetAlarms", methods[2].falseAlarms.mean, .percent(1))
        let rise = ([answers.threshold] + methods).allSatisfy {
            $0.dice(ofShares: large).mean > $0.dice(ofShares: small).mean
        }
        step.choose("slope", rise ? "rises" : "mixed")
        chooseSizes(methods, step)
    }

    private func chooseSizes(_ methods: [SegmenterAnswers.Method], _ step: LessonStep) {
        let (small, large) = (Self.small, Self.large)
        let sweeping = methods[1]
        func gain(_ shares: Range<Double>) -> Double {
            sweeping.dice(ofShares: shares).mean - methods[0].dice(ofShares: shares).mean
        }
        step.number("smallGain", gain(small))
        step.number("largeGain", gain(large))
        step.choose(
            "large",
            Self.order(sweeping.dice(ofShares: large), methods[0].dice(ofShares: large)))
        let most = max(gain(small), gain(large))
        step.choose(
            "where", most <= 0 ? "nowhere" : gain(large) == most ? "large" : "small")
        step.choose("alarms", Self.order(methods[0].falseAlarms, sweeping.falseAlarms))
    }
}
