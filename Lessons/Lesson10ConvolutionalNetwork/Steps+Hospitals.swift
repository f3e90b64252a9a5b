import CourseKit
import DeepTeaching
import LessonSlides

/// Slides of hospitals that the networks have never seen.
extension ConvolutionCourse {
    func showHospitals(_ data: PatchData, _ networks: [PatchClassifier<Float>]) throws {
        try lesson.step("hospitals") { step in
            let known = try HospitalScores(networks, data.known)
            let unknown = try HospitalScores(networks, data.unknown)
            showDrop(known, unknown, step)
            step.table("hospitalRows", rows: known.rows + unknown.rows)
            step.plot(
                "roc", known.curves() + unknown.curves(style: .dashed) + [Self.chance],
                xRange: 0...1, yRange: 0...1)
            try showJitter(data, unknown: unknown, step)
        }
    }

    /// A network that tosses a coin.
    private static var chance: Plot.Curve {
        let values = stride(from: 0, through: 1, by: 0.025).map { $0 }
        return Plot.Curve("chance", x: values, y: values, style: .points)
    }

    private func showDrop(
        _ known: HospitalScores, _ unknown: HospitalScores, _ step: LessonStep
    ) {
        step.number("knownAccuracy", known.accuracy.mean, .percent(1))
        step.number("unknownAccuracy", unknown.accuracy.mean, .percent(1))
        step.number("knownArea", known.area.mean)
        step.text("knownAreas", known.area.range(.decimals(3)))
        step.number("unknownArea", unknown.area.mean)
        step.text("unknownAreas", unknown.area.range(.decimals(3)))
        let areaLoss = known.area.mean - unknown.area.mean
        let accuracyLoss = known.accuracy.mean - unknown.accuracy.mean
        step.number("areaPoints", 100 * areaLoss, .decimals(1))
        step.number("accuracyPoints", 100 * accuracyLoss, .decimals(1))
        let difference = accuracyLoss - areaLoss
        step.choose(
            "drop", difference > 0.01 ? "accuracy" : difference < -0.01 ? "area" : "both")
        step.choose("loss", areaLoss > 0.08 ? "large" : areaLoss > 0.01 ? "small" : "none")
    }

    private func showJitter(
        _ data: PatchData, unknown: HospitalScores, _ step: LessonStep
    ) throws {
        var training = Self.training
        training.augmentation = .otherHospitals
        let jittered = try trainedNetworks(
            data, runs: 0..<unknown.area.values.count, training: training)
        let (known, other) = (
            try HospitalScores(jittered, data.known), try HospitalScores(jittered, data.unknown)
        )
        step.number("jitterKnownArea", known.area.mean)
        step.text("jitterKnownAreas", known.area.range(.decimals(3)))
        step.number("jitterUnknownArea", other.area.mean)
        step.text("jitterUnknownAreas", other.area.range(.decimals(3)))
        step.choose(
            "jitter",
            other.area.isAbove(unknown.area)
                ? "helps" : unknown.area.isAbove(other.area) ? "harms" : "overlaps")
    }
}

/// The scores of each hospital alone: a threshold that fits one need not fit another.
struct HospitalScores {
    private struct Hospital {
        let center: Int

        /// One for each network.
        let scores: [PatchScores]

        /// The curve of the first network.
        let curve: ROCCurve

        let areas: Spread
        let accuracies: Spread
    }

    private let all: [Hospital]

    /// Asks networks about patches of several hospitals.
    ///
    /// - Throws: `EvaluationError` if a hospital has patches of one class only.
    init(_ networks: [PatchClassifier<Float>], _ patches: [WidePatch]) throws {
        all = try Set(patches.map(\.center)).sorted().map { center in
            let own = patches.filter { $0.center == center }
            let scores = networks.map { PatchScores($0, own) }
            return Hospital(
                center: center, scores: scores, curve: try scores[0].curve(),
                areas: Spread(values: try scores.map { try $0.area() }),
                accuracies: Spread(values: scores.map(\.accuracy)))
        }
    }

    /// The mean over the hospitals, for each network.
    var accuracy: Spread { mean(\.accuracies) }

    /// The mean over the hospitals, for each network.
    var area: Spread { mean(\.areas) }

    private func mean(_ measure: KeyPath<Hospital, Spread>) -> Spread {
        let values = all.map { $0[keyPath: measure].values }
        let runs = values.first?.count ?? 0
        return Spread(
            values: (0..<runs).map { run in Spread(values: values.map { $0[run] }).mean })
    }

    /// For each hospital its number, its patches, and what the networks reach.
    var rows: [[String]] {
        all.map { hospital in
            [
                "\(hospital.center)", "\(hospital.scores[0].isTumor.count)",
                NumberFormat.percent(1).text(hospital.accuracies.mean),
                NumberFormat.decimals(3).text(hospital.areas.mean),
                hospital.areas.range(.decimals(3)),
            ]
        }
    }

    /// The ROC curves of the first network, one for each hospital.
    func curves(style: Plot.Curve.Style = .line) -> [Plot.Curve] {
        all.map { Plot.Curve("\($0.center)", of: $0.curve, style: style) }
    }
}
