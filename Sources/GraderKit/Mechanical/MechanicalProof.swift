import Foundation

/// Proof 9: every small change of a solution is caught by some check for every seed, or is listed as
/// equivalent with a reason; and where one gives the answers of a misconception, that one is said to
/// be ambiguous.
///
/// Analysing graders by mutants goes back to Clegg, McMinn and Fraser, "An empirical study to
/// determine if mutants can effectively simulate students' programming mistakes to increase tutors'
/// confidence in autograding", 2021.
public struct MechanicalProof {
    private let graders: [LessonGrader]
    private let folder: CourseFolder
    private let seeds: [UInt64]

    /// A proof of these graders in a checkout.
    public init(_ graders: [LessonGrader], in folder: CourseFolder, seeds: [UInt64]) {
        self.graders = graders
        self.folder = folder
        self.seeds = seeds
    }

    /// What was found, and the table of the exercises for people.
    public struct Result {
        /// Survivors, stale entries, a table that has changed.
        public let findings: [Finding]

        /// The line of each exercise.
        public let lines: [String]
    }

    /// Makes, compiles and judges the mutants.
    ///
    /// - Parameters:
    ///   - known: the names of all exercises of the course, which the table holds.
    ///   - updates: whether the table in the checkout is written, not only compared.
    /// - Throws: `CourseError` if they cannot be built, `WorkerError` if they cannot be run.
    public func run(known: [LessonGrader], updates: Bool) throws -> Result {
        let build = try MutantBuild(folder, lessons: graders.map(\.lesson)).run()
        let exercises = Self.names(graders)
        let trials = try judge(build, exercises)
        var equivalents = ReviewedMutants(text(ReviewedMutants.equivalentPath))
        var findings: [Finding] = []
        var rows: [MutantTable.Row] = []
        for (exercise, trials) in zip(exercises, trials) {
            var row = MutantTable.Row(exercise)
            row.refused = build.refused.count { $0.exercise == exercise }
            row.made = row.refused
            for mutant in build.compiled where mutant.exercise == exercise {
                let missed = row.add(trials.outcomes[mutant.number] ?? []) {
                    equivalents.contains(mutant)
                }
                if let missed {
                    findings.append(Finding(9, exercise, "\(mutant.words): missed for \(missed)"))
                }
            }
            rows.append(row)
        }
        var same = ReviewedMutants(text(ReviewedMutants.samePath))
        for ((exercise, name), trials) in zip(
            zip(graders.flatMap(\.exercises), exercises), trials)
        {
            let own = build.compiled.filter { $0.exercise == name }
            findings += Ambiguity(exercise, trials.lookalikes, own, same: &same).findings
        }
        findings += same.stale(of: Set(exercises)).map {
            Finding(9, ReviewedMutants.samePath, "stale, no such mutant gives these answers: \($0)")
        }
        findings += equivalents.stale(of: Set(exercises)).map {
            Finding(9, ReviewedMutants.equivalentPath, "stale, no such mutant survives: \($0)")
        }
        findings += try compare(MutantTable(rows), known: known, updates: updates)
        return Result(findings: findings, lines: rows.map(\.line))
    }

    private func judge(
        _ build: MutantBuild.Result, _ exercises: [String]
    ) throws -> [MutantTrials] {
        let trials = exercises.map { exercise in
            MutantTrials(
                build.program, exercise,
                numbers: build.compiled.filter { $0.exercise == exercise }.map(\.number),
                seeds: seeds)
        }
        return try sideBySide(trials.count, atMost: ProcessInfo.processInfo.activeProcessorCount) {
            index in
            Swift.Result {
                var own = trials[index]
                try own.run()
                return own
            }
        }.map { try $0.get() }
    }

    /// Whether the table in the checkout says what was found.
    private func compare(
        _ found: MutantTable, known: [LessonGrader], updates: Bool
    ) throws -> [Finding] {
        let written = MutantTable(text(MutantTable.path))
        let table = written.updated(with: found, exercises: Self.names(known))
        if updates {
            try folder.write(table.text, to: folder.root.appending(path: MutantTable.path))
        }
        if updates { return [] }
        let different = table.rows(notIn: written) + written.rows(notIn: table)
        guard let exercise = different.first?.exercise else { return [] }
        let before = written[exercise]?.line ?? "nothing"
        let now = table[exercise]?.line ?? "nothing"
        return [
            Finding(
                9, MutantTable.path,
                "it says of \(exercise): \(before), but what was found is: \(now); "
                    + "`certify --mechanical --update` writes it")
        ]
    }

    private static func names(_ graders: [LessonGrader]) -> [String] {
        graders.flatMap { grader in
            grader.exercises.map { "\(grader.lesson.name).\($0.function)" }
        }
    }

    private func text(_ path: String) -> String {
        (try? folder.text(of: folder.root.appending(path: path))) ?? ""
    }
}

extension MutantTable.Row {
    /// Counts one mutant by how it came out for each seed; says for which seeds it was missed although
    /// it is not equivalent, or nil.
    fileprivate mutating func add(
        _ outcomes: [MutantTrials.Outcome], isEquivalent: () -> Bool
    ) -> String? {
        made += 1
        let missed = outcomes.count { $0 == .missed }
        if missed == 0 && !outcomes.isEmpty {
            caught += 1
            ended += outcomes.contains(.ended) ? 1 : 0
            return nil
        }
        if isEquivalent() {
            equivalent += 1
            return nil
        }
        return missed == outcomes.count ? "every seed" : "\(missed) of \(outcomes.count) seeds"
    }
}
