import CourseKit
import DeepTeaching
import LessonSlides

/// Steps 6 to 8: which number ranks slides, what a foreign stain does to it, and which say the same.
extension FeatureCourse {
    func showRanking() throws {
        try lesson.step("ranking") { step in
            let areas = try studies.map { try $0.areas() }
            let means = Measure.all.indices.map { index in
                areas.reduce(0) { $0 + $1[index] } / Double(areas.count)
            }
            let order = means.indices.sorted { (means[$1], $0) < (means[$0], $1) }
            step.table(
                "ranking",
                rows: order.map { index in
                    [
                        Measure.all[index].name, NumberFormat.decimals(3).text(means[index]),
                        Spread(values: areas.map { $0[index] }).range(.decimals(3)),
                    ]
                })
            let best = order[0]
            step.text("bestName", Measure.all[best].name)
            step.number("bestArea", means[best])
            let longest = Measure.longestDiameter
            step.number("longestArea", means[longest])
            step.number("longestRank", (order.firstIndex(of: longest) ?? 0) + 1)
            step.choose("bestEffect", best == longest ? "longest" : "other")
            step.number("meanArea", means[1])
            step.number("positiveShare", studies[0].positiveShare, .percent(0))
            // listing: FeatureCourse.intervals
            let intervals = try studies.enumerated().map { run, study in
                try ROCCurve.areaInterval(
                    scores: study.slides.map { $0.values[best] },
                    labels: study.slides.map(\.type.isPositiveSlide),
                    groups: study.slides.map(\.patient),
                    seed: UInt64(run), samples: 500)
            }
            // end listing
            let format = NumberFormat.decimals(2)
            step.text(
                "bestIntervals",
                intervals.map { "\(format.text($0.lower))–\(format.text($0.upper))" }
                    .joined(separator: ", "))
            let width =
                intervals.reduce(0) { $0 + $1.upper - $1.lower }
                / Double(intervals.count)
            step.number("intervalWidth", width, .decimals(2))
            let near = means.count { means[best] - $0 < width / 2 }
            step.number("nearCount", near)
        }
    }

    func showShift() throws {
        try lesson.step("shift") { step in
            let results = try studies.map { try ShiftResult($0) }
            step.number(
                "shiftSize", -MapSimulation.confidence(ofCenter: MapStudy.shifted),
                .decimals(1))
            step.table(
                "shift",
                rows: [
                    ("above 0.5", \ShiftResult.half),
                    ("above the best absolute threshold", \.absolute),
                    ("above the best odds beside the median", \.relative),
                ].map { (name: String, path: KeyPath<ShiftResult, (Double, Double)>) in
                    func range(_ value: ((Double, Double)) -> Double) -> String {
                        Spread(values: results.map { value($0[keyPath: path]) })
                            .range(.decimals(3))
                    }
                    return [name, range(\.0), range(\.1)]
                })
            func mean(_ value: (ShiftResult) -> Double) -> Double {
                Spread(values: results.map(value)).mean
            }
            step.number("halfKnown", mean(\.half.0))
            step.number("wrongHalf", mean(\.half.1))
            step.number("absoluteForeign", mean(\.absolute.1))
            step.number("relativeForeign", mean(\.relative.1))
            step.text(
                "absoluteChosen",
                results.map { "\($0.chosenThreshold)" }.joined(separator: ", "))
            step.text(
                "relativeChosen", results.map { "\(Int($0.chosenOdds))" }.joined(separator: ", "))
            step.choose(
                "halfEffect",
                Self.relation(results.map(\.relative.1), results.map(\.half.1)))
            step.choose(
                "absoluteEffect",
                Self.relation(results.map(\.relative.1), results.map(\.absolute.1)))
            let visited = studies[0].slides.filter { $0.center == MapStudy.shifted }
            step.number("foreignSlides", visited.count)
            step.number("foreignPatients", Set(visited.map(\.patient)).count)
            let foreign = studies[0].slides.filter {
                $0.center == MapStudy.shifted && $0.type.makesNodePositive
            }
            if let slide = foreign.max(by: { a, b in
                (a.lesions.map(\.diameter).max() ?? 0) < (b.lesions.map(\.diameter).max() ?? 0)
            }) {
                step.text("foreignName", slide.name)
                let truth = (slide.lesions.map(\.diameter).max() ?? 0) / 1000
                let odds = results[0].chosenOdds
                step.number("foreignTruth", truth, .decimals(2))
                step.number("foreignHighest", slide.values[0], .decimals(2))
                step.number("foreignHalf", slide.longestDiameter(above: 0.5), .decimals(2))
                let relative = slide.threshold(odds: odds)
                step.number(
                    "foreignRelative", slide.longestDiameter(above: relative), .decimals(2))
                step.figure("foreign", slide.picture(above: [0.5, relative]))
            }
        }
    }

    func showCorrelation() throws {
        try lesson.step("correlation") { step in
            let matrices = try studies.map { try $0.correlations() }
            let count = Measure.all.count
            let mean = (0..<count).map { row in
                (0..<count).map { column in
                    matrices.reduce(0) { $0 + $1[row][column] } / Double(matrices.count)
                }
            }
            step.figure("correlation", .correlations(mean))
            let pairs = (0..<count).flatMap { a in ((a + 1)..<count).map { (a, $0) } }
            let strongest = pairs.sorted { abs(mean[$0.0][$0.1]) > abs(mean[$1.0][$1.1]) }
            step.table(
                "pairs",
                rows: strongest.prefix(5).map { a, b in
                    [
                        Measure.all[a].name, Measure.all[b].name,
                        Spread(values: matrices.map { $0[a][b] }).range(.decimals(2)),
                    ]
                })
            step.number("pairCount", pairs.count)
            step.number("strongPairs", pairs.count { abs(mean[$0.0][$0.1]) > 0.9 })
            step.number("diameterArea", mean[Measure.longestDiameter][4], .decimals(2))
            step.table(
                "names",
                rows: Measure.all.enumerated().map { ["\($0 + 1)", $1.name] })
        }
    }
}

/// How well the longest diameter ranks slides: at the known hospitals, and at the foreign one.
private struct ShiftResult {
    let half: (Double, Double)
    let absolute: (Double, Double)
    let relative: (Double, Double)

    /// What ranks the slides of the known hospitals best.
    let chosenThreshold: Double
    let chosenOdds: Double

    init(_ study: MapStudy) throws {
        let known = study.slides.filter { $0.center != MapStudy.shifted }
        let foreign = study.slides.filter { $0.center == MapStudy.shifted }
        func area(
            _ slides: [StudySlide], _ threshold: (StudySlide) -> Float
        ) throws -> Double {
            try ROCCurve(
                scores: slides.map { $0.longestDiameter(above: threshold($0)) },
                labels: slides.map(\.type.isPositiveSlide)
            ).area
        }
        /// Tuned on the known hospitals alone; both ways have five settings.
        func tuned(
            _ settings: [Double], _ threshold: (StudySlide, Double) -> Float
        ) throws -> (setting: Double, areas: (Double, Double)) {
            let areas = try settings.map { setting in
                try area(known) { threshold($0, setting) }
            }
            let best = areas.indices.max { areas[$0] < areas[$1] } ?? 0
            let setting = settings[best]
            return (setting, (areas[best], try area(foreign) { threshold($0, setting) }))
        }
        half = (try area(known) { _ in 0.5 }, try area(foreign) { _ in 0.5 })
        let fixed = try tuned([0.1, 0.3, 0.5, 0.7, 0.9]) { Float($1) }
        let odds = try tuned([10, 30, 100, 300, 1000]) { $0.threshold(odds: $1) }
        (chosenThreshold, absolute) = fixed
        (chosenOdds, relative) = odds
    }
}
