import CourseKit
import DeepTeaching

/// What each step after the network gains: the same maps, ranked by ever more of what they say.
extension StagingJob {
    func showScores(
        of findings: [Finding], besideRegression others: [Finding], in step: LessonStep
    ) throws {
        let radius = 100.0
        let maximum = try ranking(findings) { try $0.mapped.map.score(.maximum) }
        let largest = try ranking(findings) { try $0.mapped.map.score(.meanOfLargest(10)) }
        let smoothed = try ranking(findings) {
            try $0.mapped.map.score(.smoothedMaximum(radius: radius))
        }
        let diameter = ranking(findings) { $0.mapped.features[.longestDiameter] ?? 0 }
        let regression = ranking(others) { $0.prediction.positiveScore }
        let forest = ranking(findings) { $0.prediction.positiveScore }
        step.number("scoreRadius", radius, .decimals(0))
        step.number("maximumArea", maximum.area)
        step.text("maximumInterval", maximum.interval)
        step.number("largestArea", largest.area)
        step.text("largestInterval", largest.interval)
        step.number("smoothedArea", smoothed.area)
        step.text("smoothedInterval", smoothed.interval)
        step.number("diameterArea", diameter.area)
        step.text("diameterInterval", diameter.interval)
        step.number("regressionArea", regression.area)
        step.text("regressionInterval", regression.interval)
        step.number("forestArea", forest.area)
        step.text("forestInterval", forest.interval)
    }

    private func ranking(
        _ findings: [Finding], by score: (Finding) throws -> Double
    ) rethrows -> SlideRanking {
        SlideRanking(
            scores: try findings.map(score), labels: findings.map(\.slide.isPositive),
            patients: findings.map(\.slide.patient), seed: seed)
    }
}

/// How well a score ranks slides.
private struct SlideRanking {
    /// The area under the ROC curve; not a number if all slides are positive, or all negative.
    let area: Double

    /// The 95 % interval of the area over patients, "0.812–0.967".
    let interval: String

    init(scores: [Double], labels: [Bool], patients: [Int], seed: UInt64) {
        func area(_ slides: [Int]) -> Double? {
            try? ROCCurve(scores: slides.map { scores[$0] }, labels: slides.map { labels[$0] }).area
        }
        self.area = area(Array(scores.indices)) ?? .nan
        let drawn = try? bootstrapInterval(groups: patients, seed: seed, statistic: area)
        let format = NumberFormat.decimals(3)
        interval = drawn.map { format.text($0.lower) + "–" + format.text($0.upper) } ?? "–"
    }
}
