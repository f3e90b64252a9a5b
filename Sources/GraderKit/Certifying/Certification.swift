import Curriculum
import Foundation

/// A grader, examined: it is guilty until proven innocent.
///
/// Proofs 1, 3, 5, 7 and 8 run trusted code in this process; `ProgramProofs` holds those that need
/// programs, `TextProofs` those about texts.
public struct Certification: Sendable {
    private let grader: LessonGrader
    private let seeds: [UInt64]

    /// What was found.
    public private(set) var findings: [Finding] = []

    /// The matrix mutants x checks of each exercise, and the margins, for people.
    public private(set) var tables: [String] = []

    /// Examines a grader over these seeds.
    public init(_ grader: LessonGrader, seeds: [UInt64], isComplete: Bool = true) {
        self.grader = grader
        self.seeds = seeds
        examinePoints()
        for exercise in grader.exercises {
            let cases = ExerciseCases(exercise, solution: grader.solution, seeds: seeds)
            if let failure = cases.failure {
                fail(1, exercise, failure)
                continue
            }
            let matrix = MutantMatrix(exercise, cases: cases, seeds: seeds)
            examineMutants(matrix)
            guard isComplete else { continue }
            examineRightAnswers(exercise, cases)
            examineChecks(exercise, matrix)
            examineRepetition(exercise)
            tables.append("  \(exercise.function)\n\(matrix.table)")
        }
    }

    /// Whether the grader may be used.
    public var isPassed: Bool { !findings.contains(where: \.isFailure) }

    private mutating func fail(_ proof: Int, _ exercise: ExerciseGrader, _ words: String) {
        findings.append(Finding(proof, "\(grader.lesson.name).\(exercise.function)", words))
    }

    /// Grader and Curriculum name the same exercises and checks, and these are worth 100 points.
    private mutating func examinePoints() {
        let lesson = grader.lesson
        let sum = lesson.exercises.reduce(0) { $0 + $1.points }
        if sum != 100 {
            findings.append(Finding(6, lesson.name, "all checks are worth \(sum), not 100 points"))
        }
        if lesson.exercises.map(\.function) != grader.exercises.map(\.function) {
            findings.append(
                Finding(6, lesson.name, "Curriculum and Graders list different exercises"))
        }
        for exercise in grader.exercises {
            let declared = lesson[exercise.function]?.checks.map(\.check) ?? []
            if declared != exercise.checks.map(\.name) {
                fail(
                    6, exercise,
                    "Curriculum gives points to the checks \(declared), but Graders "
                        + "has \(exercise.checks.map(\.name))")
            }
        }
    }

    /// Proofs 1 and 5: right answers pass with a margin.
    private mutating func examineRightAnswers(_ exercise: ExerciseGrader, _ cases: ExerciseCases) {
        for answer in [grader.solution] + exercise.alternatives {
            var largest = 0.0
            for one in cases.cases {
                guard let observation = try? answer.observe(one.call.name, one.call.inputs) else {
                    fail(1, exercise, "\(answer.name) throws for seed \(one.seed)")
                    return
                }
                let verdict = one.verdict(on: observation)
                largest = max(largest, verdict.error)
                if !verdict.isRight {
                    fail(
                        1, exercise,
                        "\(answer.name) fails \"\(one.check.name)\" for seed "
                            + "\(one.seed): \(verdict.difference ?? "")")
                }
            }
            if largest > 0.1 && largest <= 1 {
                fail(
                    5, exercise,
                    "the error of \(answer.name) is \(Difference.short(largest)) "
                        + "tolerances; at most 0.1 leaves room for other right answers")
            }
            tables.append(
                "  \(exercise.function): \(answer.name) is right, error "
                    + "\(Difference.short(largest)) tolerances")
        }
        if exercise.alternatives.isEmpty { fail(1, exercise, "no alternative correct answer") }
    }

    /// Proofs 3 and 5: wrong answers fail where they should, and are recognised.
    private mutating func examineMutants(_ matrix: MutantMatrix) {
        let misconceptions = matrix.exercise.misconceptions
        for (index, misconception) in misconceptions.enumerated() {
            let name = misconception.mutant.name
            let missed = seeds.filter {
                !matrix.catches(misconception.check, mutant: index, seed: $0)
            }
            if let seed = missed.first {
                fail(
                    3, matrix.exercise,
                    "\(name) passes \"\(misconception.check)\" for seed \(seed) "
                        + "(and \(missed.count - 1) more)")
                continue
            }
            let margin = matrix.margin(mutant: index)
            if margin < 10 {
                fail(
                    5, matrix.exercise,
                    "the error of \(name) is only \(Difference.short(margin)) "
                        + "tolerances; at least 10 tell it from rounding")
            }
            for seed in seeds {
                let found = matrix.explanation(mutant: index, seed: seed)
                let isOwn =
                    found == index
                    || found.map { misconceptions[$0].statement } == misconception.alias
                if !isOwn {
                    let other = found.map { misconceptions[$0].mutant.name } ?? "nothing"
                    fail(
                        3, matrix.exercise,
                        "for seed \(seed) the answers of \(name) are taken for "
                            + "\(other): its own hint is not shown; declare an alias or a better input"
                    )
                    break
                }
            }
        }
    }

    /// Proofs 3 and 7: each check is needed, or named redundant.
    private mutating func examineChecks(_ exercise: ExerciseGrader, _ matrix: MutantMatrix) {
        let redundant = matrix.redundantChecks
        for check in redundant {
            findings.append(
                Finding(
                    3, "\(grader.lesson.name).\(exercise.function)",
                    "\"\(check)\" is redundant: no mutant needs it", isFailure: false))
        }
        for check in exercise.checks.map(\.name) where !redundant.contains(check) {
            let without = Certification(
                grader.only(exercise.function).leavingOut(check, of: exercise.function),
                seeds: Array(seeds.prefix(1)), isComplete: false)
            let isNoticed = without.findings.contains { $0.isFailure && $0.proof == 3 }
            if !isNoticed {
                fail(7, exercise, "without \"\(check)\" nothing fails, yet it is not redundant")
            }
        }
    }

    /// Proof 8: the same seed gives the same report, byte for byte.
    private mutating func examineRepetition(_ exercise: ExerciseGrader) {
        for misconception in exercise.misconceptions.prefix(1) {
            let reports = (0..<2).map { _ in
                grader.grade(
                    [exercise.function], of: TrustedExaminee(misconception.mutant),
                    seeds: Array(seeds.prefix(1)))
            }
            let bytes = reports.map { try? ValueCoding.encode($0) }
            if bytes[0] == nil || bytes[0] != bytes[1] {
                fail(8, exercise, "the same seed gives two different reports")
            }
        }
    }
}

extension LessonGrader {
    /// The grader of one exercise alone.
    func only(_ function: String) -> LessonGrader {
        var copy = self
        copy.exercises.removeAll { $0.function != function }
        return copy
    }

    /// The grader without one check.
    public func leavingOut(_ check: String, of function: String) -> LessonGrader {
        var copy = self
        for index in copy.exercises.indices where copy.exercises[index].function == function {
            copy.exercises[index].checks.removeAll { $0.name == check }
        }
        return copy
    }
}
