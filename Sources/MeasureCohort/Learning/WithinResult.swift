import DeepTeaching
import LessonSlides

/// Hits among things that were tried.
struct HitCount {
    var hits = 0
    var count = 0

    /// Not a number if nothing was tried.
    var share: Double { Double(hits) / Double(count) }

    static func + (left: HitCount, right: HitCount) -> HitCount {
        HitCount(hits: left.hits + right.hits, count: left.count + right.count)
    }
}

/// What one network does on unseen slides of the centre that it learnt from.
struct WithinResult {
    let scores: PatchScores

    /// The probabilities of tumour around germinal centres.
    let germinal: [Double]

    /// The isolated tumour cells that are found when 2 % of the normal patches are called tumour.
    let isolated: HitCount

    init(scores: PatchScores, germinal: [Double], isolated: HitCount) {
        self.scores = scores
        self.germinal = germinal
        self.isolated = isolated
    }

    /// Asks a detector about the patches that only test.
    init(_ detector: TumorDetector.Fitted, on patches: CenterPatches) {
        scores = PatchScores(detector, patches.test)
        germinal = detector.scores(for: patches.germinal)
        let strict = scores.threshold(allowing: 0.02)
        let found = detector.scores(for: patches.isolated)
        isolated = HitCount(hits: found.count { $0 >= strict }, count: found.count)
    }
}

/// The measures of networks that learnt from one centre: means over the networks.
struct CenterMeasures {
    let measures: [Measure]

    /// Whether germinal centres are as hard as they shall be.
    let germinalIsMet: Bool

    init(center: Int, results: [WithinResult]) throws {
        let thresholds = results.map { $0.scores.threshold(finding: 0.95) }
        let germinal = Measure(
            "germinal\(center)",
            "centre \(center): false alarms in \(results[0].germinal.count) germinal centres where "
                + "0.95 of tumour is found",
            zip(results, thresholds).map { $0.germinal.share(from: $1) }.mean, from: 0.10, to: 0.40)
        germinalIsMet = germinal.isMet ?? false
        measures = [
            Measure(
                "within\(center)", "centre \(center): AUC of a small network",
                try results.map { try $0.scores.area() }.mean, from: 0.97, to: 0.99, decimals: 4),
            germinal,
            Measure("germinalThreshold\(center)", "    that threshold", thresholds.mean),
            Measure(
                "germinalHalf\(center)", "    false alarms at the threshold 0.5",
                results.map { $0.germinal.share(from: 0.5) }.mean),
            Measure(
                "isolated\(center)",
                "    isolated tumour cells found, of \(results[0].isolated.count)",
                results.map { Double($0.isolated.hits) }.mean, decimals: 1),
        ]
    }
}
