import DeepTeaching

/// How hard the cohort is to learn: measured on patches of slides that the models have not seen.
struct LearningMeasures {
    let centers: [CenterPatches]
    let settings: LearningSettings

    /// Is told what is done.
    let report: (String) -> Void

    /// Logistic regressions on colours, of each centre.
    func colors() throws -> [Measure] {
        var measures: [Measure] = []
        for patches in centers {
            let training = ColorTable(patches.training)
            let test = ColorTable(patches.test)
            let center = patches.center
            measures.append(
                Measure(
                    "logisticMeans\(center)",
                    "centre \(center): AUC of logistic regression on mean RGB",
                    try logisticArea(
                        training: training, test: test, columns: ColorStatistics.means),
                    from: 0.70, to: 0.85))
            measures.append(
                Measure(
                    "logisticSix\(center)",
                    "centre \(center): AUC of logistic regression on six colour statistics",
                    try logisticArea(training: training, test: test, columns: ColorStatistics.six),
                    to: 0.92))
            for (column, name) in ColorStatistics.names.enumerated() {
                measures.append(
                    Measure(
                        "alone\(center)_\(column)", "    centre \(center): \(name) alone",
                        try test.separation(byColumn: column)))
            }
        }
        return measures
    }

    /// Networks within a centre: unseen slides, germinal centres, isolated tumour cells.
    func within() throws -> [Measure] {
        var measures: [Measure] = []
        var isolated = HitCount()
        var alarming = 0
        for patches in centers {
            let results = try settings.networkSeeds.map { seed in
                report("network of centre \(patches.center)")
                let result = WithinResult(try fit(patches.training, seed: seed), on: patches)
                report("    area under its curve: \(try result.scores.area())")
                return result
            }
            isolated = results.reduce(isolated) { $0 + $1.isolated }
            let result = try CenterMeasures(center: patches.center, results: results)
            measures += result.measures
            if result.germinalIsMet { alarming += 1 }
        }
        measures.append(
            Measure(
                "germinalCenters", "centres whose germinal centres give 0.10 to 0.40 false alarms",
                Double(alarming), from: Double(min(3, centers.count)), decimals: 0))
        measures.append(
            Measure(
                "isolatedRecall",
                "share of \(isolated.count / settings.networkSeeds.count) isolated tumour cell "
                    + "lesions found with 2 % of normal patches called tumour",
                isolated.share, from: 0.20, to: 0.60))
        return measures
    }

    /// Networks that learn from all centres but one.
    func leavingOneOut() throws -> [Measure] {
        var measures: [Measure] = []
        for left in centers.map(\.center) {
            let known = centers.map(\.center).filter { $0 != left }
            let gap = try settings.networkSeeds.map { seed in
                report("network of all centres but \(left)")
                return try CenterGap(trained(on: known, seed: seed), known: known, centers: centers)
            }.mean(known: known)
            measures.append(
                Measure(
                    "leaveOut\(left)Known", "    without centre \(left): known centres", gap.known))
            measures.append(
                Measure("leaveOut\(left)", "    without centre \(left): that centre", gap.unknown))
            measures.append(
                Measure(
                    "leaveOut\(left)Loss", "points lost on centre \(left) by who learnt the others",
                    gap.loss, from: 4, to: 10, decimals: 1))
        }
        return measures
    }

    /// Networks that learn from two centres, without and with changes of the stain.
    func pairs() throws -> [Measure] {
        try settings.pairs.flatMap { pair in
            func gap(jitter: Bool) throws -> CenterGap {
                try settings.networkSeeds.map { seed in
                    report("network of centres \(pair)\(jitter ? " with stain jitter" : "")")
                    return try CenterGap(
                        trained(on: pair, seed: seed, jitter: jitter), known: pair, centers: centers
                    )
                }.mean(known: pair)
            }
            return PairMeasures(
                pair: pair, plain: try gap(jitter: false), jittered: try gap(jitter: true)
            ).measures
        }
    }

    private func trained(
        on known: [Int], seed: UInt64, jitter: Bool = false
    ) throws -> TumorDetector.Fitted {
        let parts = centers.filter { known.contains($0.center) }.map {
            $0.training.first(settings.trainingCount / known.count)
        }
        return try fit(PatchSet(joining: parts), seed: seed, jitter: jitter)
    }

    private func fit(
        _ patches: PatchSet, seed: UInt64, jitter: Bool = false
    ) throws -> TumorDetector.Fitted {
        var detector = settings.detector
        detector.training.augmentation = jitter ? .otherHospitals : .turnsOnly
        return try detector.fit(patches, seed: seed)
    }
}
