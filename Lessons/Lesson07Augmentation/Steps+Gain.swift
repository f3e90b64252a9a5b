import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7: what each change is worth in a hospital that the networks have never seen.
extension AugmentationCourse {
    func showGain() throws -> [TrialResult] {
        try lesson.step("gain") { step in
            step.number("runs", TransformTrials.runs)
            step.number("epochs", TransformTrials.training.epochs)
            let trials = TransformTrials(patches: patches, seed: lesson.seed)
            let results = try trials.results(
                of: [.none] + Trial.alone + Trial.together, in: lesson)
            let (none, alone) = (results[0], Array(results[1...Trial.alone.count]))
            let together = Array(results.suffix(Trial.together.count))
            step.number("noneKnown", none.known.mean)
            step.number("noneUnknown", none.unknown.mean)
            step.number("lost", 100 * (none.known.mean - none.unknown.mean), .decimals(1))
            step.choose(
                "gap",
                none.known.mean > none.unknown.mean + 0.02
                    ? "loses" : none.unknown.mean > none.known.mean + 0.02 ? "gains" : "same")
            step.table("aloneRows", rows: rows(results.dropLast(Trial.together.count), from: 0))
            step.plot("gainPlot", curves(results), xTicks: ticks(results))
            showBest(none, alone, step)
            showTogether(none, alone, together, step)
            return results
        }
    }

    private func showBest(_ none: TrialResult, _ alone: [TrialResult], _ step: LessonStep) {
        let order = alone.sorted { $0.unknown.mean > $1.unknown.mean }
        let (best, worst) = (order[0], order[order.count - 1])
        step.text("bestName", best.trial.name)
        step.number("bestUnknown", best.unknown.mean)
        step.choose("bestKind", kind(of: best.trial))
        step.choose("bestGain", best.unknown.isAbove(none.unknown) ? "clear" : "overlaps")
        step.text("worstName", worst.trial.name)
        step.number("worstUnknown", worst.unknown.mean)
        step.number("worstKnown", worst.known.mean)
        step.choose("harm", none.unknown.isAbove(worst.unknown) ? "clear" : "overlaps")
        func names(_ chosen: [TrialResult]) -> String {
            chosen.isEmpty ? "none" : chosen.map(\.trial.name).joined(separator: ", ")
        }
        step.text("helping", names(alone.filter { $0.unknown.isAbove(none.unknown) }))
        step.text("harming", names(alone.filter { none.unknown.isAbove($0.unknown) }))
        let ways = alone[0]
        step.choose(
            "eight",
            ways.unknown.isAbove(none.unknown)
                ? "help" : none.unknown.isAbove(ways.unknown) ? "harm" : "overlap")
    }

    private func showTogether(
        _ none: TrialResult, _ alone: [TrialResult], _ together: [TrialResult], _ step: LessonStep
    ) {
        step.table("togetherRows", rows: rows(together[...], from: 1 + alone.count))
        let best = alone.max { $0.unknown.mean < $1.unknown.mean } ?? none
        let all = together.max { $0.unknown.mean < $1.unknown.mean } ?? none
        step.number("togetherUnknown", all.unknown.mean)
        step.number(
            "togetherGain", 100 * (all.unknown.mean - none.unknown.mean), .decimals(1))
        step.choose(
            "together",
            all.unknown.isAbove(best.unknown)
                ? "more" : best.unknown.isAbove(all.unknown) ? "less" : "same")
    }

    private func rows(_ results: ArraySlice<TrialResult>, from first: Int) -> [[String]] {
        results.enumerated().map { ["\(first + $0)"] + $1.row }
    }

    /// Which of the choices of the question is the best change.
    private func kind(of trial: Trial) -> String {
        switch trial.name {
        case "eight ways": "ways"
        case "elastic": "elastic"
        case "cut-out": "cutOut"
        case "stain", "density": "stain"
        default: "other"
        }
    }

    private func curves(_ results: [TrialResult]) -> [Plot.Curve] {
        let places = results.indices.map { Double($0) }
        func curve(_ name: String, _ value: (Spread) -> Double) -> Plot.Curve {
            Plot.Curve(name, x: places, y: results.map { value($0.unknown) }, style: .points)
        }
        return [
            curve("lowest") { $0.values.min() ?? $0.mean }, curve("mean", \.mean),
            curve("highest") { $0.values.max() ?? $0.mean },
        ]
    }

    private func ticks(_ results: [TrialResult]) -> [Plot.Tick] {
        results.indices.map { Plot.Tick(Double($0), "\($0)") }
    }
}
