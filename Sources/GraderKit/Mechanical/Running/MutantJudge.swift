import Curriculum
import Foundation

/// Judges many answers to one exercise: what the solution gives is computed once, and only where it
/// is needed.
struct MutantJudge {
    private let exercise: ExerciseGrader
    private let solution: Answer
    private var cases: [UInt64: [[ExerciseCases.Case]?]] = [:]

    /// The check that has caught the last mutant: it is likely to catch it for the next seed too.
    private var likely = 0

    init(_ exercise: ExerciseGrader, solution: Answer) {
        self.exercise = exercise
        self.solution = solution
    }

    /// Whether a check catches an answer for this seed; an error that it throws is caught.
    mutating func isCaught(_ answer: Answer, seed: UInt64) -> Bool {
        let order = [likely] + exercise.checks.indices.filter { $0 != likely }
        for check in order {
            for one in cases(check, seed) {
                let observation = try? answer.observe(one.call.name, one.call.inputs)
                if observation.map({ one.verdict(on: $0).isRight }) ?? false { continue }
                likely = check
                return true
            }
        }
        return false
    }

    private mutating func cases(_ check: Int, _ seed: UInt64) -> [ExerciseCases.Case] {
        var known = cases[seed] ?? exercise.checks.map { _ in nil }
        if let made = known[check] { return made }
        var single = exercise
        single.checks = [exercise.checks[check]]
        let made = ExerciseCases(single, solution: solution, seeds: [seed]).cases
        known[check] = made
        cases[seed] = known
        return made
    }
}
