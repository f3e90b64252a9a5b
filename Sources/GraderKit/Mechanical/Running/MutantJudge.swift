import Curriculum
import Foundation

/// Judges many answers to one exercise: what the solution gives is computed once, and only where it
/// is needed.
struct MutantJudge {
    private let exercise: ExerciseGrader
    private let solution: Answer
    private var cases: [UInt64: [[ExerciseCases.Case]?]] = [:]
    private var observed: [Place: [Data?]] = [:]

    /// Where a case stands.
    private struct Place: Hashable {
        let seed: UInt64
        let check: Int
        let index: Int
    }

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

    /// The misconceptions, by index, whose mutants give this answer in every case of the seed: where
    /// there is one, nobody can tell from the answers which mistake it was.
    mutating func lookalikes(of answer: Answer, seed: UInt64) -> [Int] {
        var alike = Array(exercise.misconceptions.indices)
        for check in exercise.checks.indices {
            for (index, one) in cases(check, seed).enumerated() where !alike.isEmpty {
                guard let own = try? answer.observe(one.call.name, one.call.inputs) else {
                    return []
                }
                let observed = observations(of: one, Place(seed: seed, check: check, index: index))
                alike.removeAll { mutant in
                    observed[mutant].map { !one.verdict(on: own, beside: $0).isRight } ?? true
                }
            }
        }
        return alike
    }

    /// What each misconception's mutant gives in a case; nil where it throws.
    private mutating func observations(
        of one: ExerciseCases.Case, _ place: Place
    ) -> [Data?] {
        if let known = observed[place] { return known }
        let made = exercise.misconceptions.map {
            try? $0.mutant.observe(one.call.name, one.call.inputs)
        }
        observed[place] = made
        return made
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
