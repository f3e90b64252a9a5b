import DeepTeaching
import SyntheticCohort

/// Measures cohorts part by part.
struct MeasureRun {
    /// The cohorts that are painted; none if slides are read from a folder.
    let cohorts: [CohortPlan]

    /// The slides.
    let specimens: [Specimen]

    /// How much is learnt.
    let settings: LearningSettings

    /// Decides the split of the slides and all draws.
    let seed: UInt64

    /// Is told what is being done.
    let report: (String) -> Void

    /// The measures of the wanted parts; `finished` gets those of each part as soon as they are
    /// known.
    ///
    /// - Throws: `PatchError`, `SlideError`, `StainError` or `EvaluationError` where something
    ///   cannot be measured.
    func measures(_ parts: [Part], finished: ([Measure]) -> Void) throws -> [Measure] {
        var all: [Measure] = []
        var learning: LearningMeasures?
        for part in parts {
            if Part.ofLearning.contains(part), learning == nil { learning = try drawnPatches() }
            let measures = try learning.flatMap { try measure(part, on: $0) } ?? truth(part)
            finished(measures)
            all += measures
        }
        return all
    }

    private func measure(_ part: Part, on learning: LearningMeasures) throws -> [Measure]? {
        switch part {
        case .colors: try learning.colors()
        case .within: try learning.within()
        case .leaveOneOut: try learning.leavingOneOut()
        case .pairs: try learning.pairs()
        default: nil
        }
    }

    private func truth(_ part: Part) throws -> [Measure] {
        let plans = specimens.compactMap(\.plan)
        // Of real slides nothing is known but what the files say.
        guard !plans.isEmpty else { return [] }
        report(part.rawValue)
        switch part {
        case .stains: return try StainMeasures(plans: plans, seed: seed).measures()
        case .pictures: return ConcentrationMeasures(plans: plans, seed: seed).measures()
        case .files: return try FileMeasures(specimens: specimens, seed: seed).measures()
        case .cells: return try CellMeasures(plans: plans, seed: seed).measures()
        default:
            return LesionMeasures(plans: plans).measures()
                + CohortMeasures(cohorts: cohorts).measures()
        }
    }

    private func drawnPatches() throws -> LearningMeasures {
        report("drawing patches of \(specimens.count) slides")
        let centers = try Set(specimens.map(\.center)).sorted().map { center in
            try CenterPatches(
                center: center, specimens: specimens.filter { $0.center == center },
                settings: settings, seed: seed)
        }
        return LearningMeasures(centers: centers, settings: settings, report: report)
    }
}
