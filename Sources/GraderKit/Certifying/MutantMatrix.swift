import Curriculum
import Foundation

/// What every known wrong answer to an exercise gives in every case, and what the checks say.
struct MutantMatrix {
    let exercise: ExerciseGrader
    let cases: [ExerciseCases.Case]
    let seeds: [UInt64]

    /// The observation of each mutant in each case; nil where it threw.
    private let observations: [[Data?]]

    /// The error of each mutant in each case, in tolerances.
    private let errors: [[Double]]

    init(_ exercise: ExerciseGrader, cases: ExerciseCases, seeds: [UInt64]) {
        self.exercise = exercise
        self.cases = cases.cases
        self.seeds = seeds
        let observations = exercise.misconceptions.map { misconception in
            cases.cases.map { try? misconception.mutant.observe($0.call.name, $0.call.inputs) }
        }
        errors = observations.map { row in
            zip(row, cases.cases).map { observation, one in
                observation.map { one.verdict(on: $0).error } ?? .infinity
            }
        }
        self.observations = observations
    }

    private var mutants: Range<Int> { exercise.misconceptions.indices }

    /// Whether a check catches a mutant for a seed.
    func catches(_ check: String, mutant: Int, seed: UInt64) -> Bool {
        cases.indices.contains { index in
            cases[index].check.name == check && cases[index].seed == seed
                && errors[mutant][index] > 1
        }
    }

    /// Whether a check catches a mutant for every seed.
    func catches(_ check: String, mutant: Int) -> Bool {
        seeds.allSatisfy { catches(check, mutant: mutant, seed: $0) }
    }

    /// The smallest over the seeds of a mutant's largest error in the check that is to catch it.
    func margin(mutant: Int) -> Double {
        let check = exercise.misconceptions[mutant].check
        return seeds.map { seed in
            cases.indices.filter { cases[$0].check.name == check && cases[$0].seed == seed }
                .map { errors[mutant][$0] }.max() ?? 0
        }.min() ?? 0
    }

    /// The first misconception that gives the same answers as a mutant in every case of a seed.
    func explanation(mutant: Int, seed: UInt64) -> Int? {
        let indices = cases.indices.filter { cases[$0].seed == seed }
        return mutants.first { other in
            indices.allSatisfy { index in
                guard let own = observations[mutant][index],
                    let reference = observations[other][index]
                else { return false }
                return cases[index].verdict(on: own, beside: reference).isRight
            }
        }
    }

    /// The checks that no mutant needs: whatever they catch, another check catches too.
    var redundantChecks: [String] {
        exercise.checks.map(\.name).filter { check in
            let others = exercise.checks.map(\.name).filter { $0 != check }
            return mutants.allSatisfy { mutant in
                !catches(check, mutant: mutant) || others.contains { catches($0, mutant: mutant) }
            }
        }
    }

    /// Mutants down, checks across, the margin behind: X is caught for every seed, o for some.
    var table: String {
        let names = exercise.checks.map(\.name)
        let rows = mutants.map { mutant in
            let marks = names.map { name -> String in
                let caught = seeds.count { catches(name, mutant: mutant, seed: $0) }
                let mark = caught == seeds.count ? "X" : caught > 0 ? "o" : "."
                return mark + String(repeating: " ", count: max(0, name.count - 1))
            }
            let margin = Difference.short(margin(mutant: mutant))
            return
                "    \(marks.joined(separator: "  "))  \(exercise.misconceptions[mutant].mutant.name)"
                + " (error \(margin) tolerances)"
        }
        return (["    " + names.joined(separator: "  ")] + rows).joined(separator: "\n")
    }
}
