import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 5: some numbers are missing.
extension FeatureCourse {
    func showGaps() throws {
        try lesson.step("gaps") { step in
            let results = try studies.enumerated().map { run, study in
                try GapResult(study, seed: lesson.seed &+ UInt64(run))
            }
            func spread(_ value: (GapResult) -> Double) -> Spread {
                Spread(values: results.map(value))
            }
            step.number("gapShare", GapResult.share, .percent(0))
            let (full, median) = (spread(\.full), spread(\.median))
            let (zero, leak) = (spread(\.zero), spread(\.leak))
            step.number("fullGaps", full.mean)
            step.number("medianGaps", median.mean)
            step.number("zeroGaps", zero.mean)
            step.number("wrongGaps", leak.mean)
            step.text("fullGapsRange", full.range(.decimals(3)))
            step.text("medianGapsRange", median.range(.decimals(3)))
            step.text("zeroGapsRange", zero.range(.decimals(3)))
            step.text("wrongGapsRange", leak.range(.decimals(3)))
            step.choose(
                "leakEffect", Self.relation(results.map(\.leak), results.map(\.full)))
            step.choose(
                "zeroEffect", Self.relation(results.map(\.zero), results.map(\.median)))
            let table: [[Double?]] = [[0.3, nil], [nil, 4], [0, 2], [2.4, 9], [nil, nil]]
            let library = try Imputer(.median).fit(
                Tensor(samples: table.prefix(4).map { $0.map { $0 ?? .nan } }))
            step.text(
                "handFillings",
                library.fillings.map(NumberFormat.decimals(2).text).joined(separator: " and "))
            try step.compare(
                mine, FeaturesCalls.imputeMissing, table, [0, 1, 2, 3],
                with: table.map { row in zip(row, library.fillings).map { $0 ?? $1 } })
        }
    }
}

/// How well the highest probability ranks slides, if it is lost on some of them.
private struct GapResult {
    /// The share of the slides on which it is lost.
    static let share = 0.3

    /// Areas under the ROC curve: nothing lost; filled with the median, with 0, with the median of the slides
    /// with the same answer.
    let full: Double
    let median: Double
    let zero: Double
    let leak: Double

    init(_ study: MapStudy, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed, stream: "gaps")
        let truth = study.slides.map(\.type.isPositiveSlide)
        let values = study.slides.map { $0.values[Measure.highestProbability] }
        let isLost = values.map { _ in generator.uniform() < Self.share }
        let table = zip(values, isLost).map { $1 ? nil : $0 }
        func middle(_ rows: [Double?]) throws -> Double {
            try Imputer(.median).fit(Tensor(samples: rows.map { [$0 ?? .nan] })).fillings[0]
        }
        func area(_ filling: (Int) -> Double) throws -> Double {
            let scores = table.indices.map { table[$0] ?? filling($0) }
            return try ROCCurve(scores: scores, labels: truth).area
        }
        full = try ROCCurve(scores: values, labels: truth).area
        let all = try middle(table)
        median = try area { _ in all }
        zero = try area { _ in 0 }
        let byAnswer = try [false, true].map { answer in
            try middle(table.indices.filter { truth[$0] == answer }.map { table[$0] })
        }
        // listing: GapResult.leak
        leak = try area { index in truth[index] ? byAnswer[1] : byAnswer[0] }
        // end listing
    }
}
