import Curriculum
import Foundation

extension LessonGrader {
    /// The seeds with which a student's answers are graded, unless told otherwise.
    public static let usualSeeds: [UInt64] = [1, 2, 3]

    /// Grades the exercises with these functions (nil: all) of one examinee.
    ///
    /// - Parameters:
    ///   - functions: the exercises to grade.
    ///   - examinee: who answers.
    ///   - source: the student's file, in which calls of the library's own functions are flagged.
    ///   - seeds: what decides the inputs.
    public func grade(
        _ functions: [String]? = nil, of examinee: some Examinee, source: StudentSource? = nil,
        seeds: [UInt64] = usualSeeds
    ) -> LessonReport {
        let graded = exercises.filter { functions?.contains($0.function) ?? true }
        return LessonReport(
            lesson: lesson.name, seeds: seeds,
            exercises: graded.map { exercise in
                let cases = ExerciseCases(exercise, solution: solution, seeds: seeds)
                return report(exercise, cases, examinee.answer(cases.calls), source)
            })
    }

    /// The report of a lesson that could not be run, because the student's file does not compile
    /// (`.notCompiled`) or something else does not (`.graderError`).
    public func notRun(
        _ status: Status, _ message: String, functions: [String]? = nil
    ) -> LessonReport {
        let graded = exercises.filter { functions?.contains($0.function) ?? true }
        return LessonReport(
            lesson: lesson.name, seeds: [],
            exercises: graded.map { exercise in
                var report = emptyReport(exercise, status: status)
                report.message = message
                return report
            })
    }

    /// The report of an exercise from what came of its calls.
    func report(
        _ exercise: ExerciseGrader, _ cases: ExerciseCases, _ outcomes: [CallOutcome],
        _ source: StudentSource? = nil
    ) -> ExerciseReport {
        var report = emptyReport(exercise, status: .graderError)
        if let failure = cases.failure {
            report.message = failure
            return report
        }
        let judged = zip(cases.cases, outcomes).map(JudgedCase.init)
        report.checks = exercise.checks.map { check in
            judged.filter { $0.name == check.name }.report(check, points: points(check, exercise))
        }
        report.status = Status(of: report.checks.map(\.status))
        flag(&report, source)
        if report.status != .passed && report.status != .notAttempted {
            help(&report, exercise, judged)
        }
        return report
    }

    /// The misconception's hints where one is known; else a question about what the answers show, or
    /// about the check that fails, before the exercise's other hints.
    private func help(
        _ report: inout ExerciseReport, _ exercise: ExerciseGrader, _ judged: [JudgedCase]
    ) {
        if let found = exercise.misconceptions.first(where: { $0.explains(judged) }) {
            report.misconception = found.statement
            report.isAmbiguous = found.isAmbiguous
            report.hints = found.hints.all
            return
        }
        let first = judged.first { $0.status != .passed && $0.status != .notAttempted }
        report.symptom = first?.symptom
        let question = report.symptom?.question ?? first?.source.check.question
        report.hints = [question ?? exercise.hints.question] + exercise.hints.all.dropFirst()
    }

    private func emptyReport(_ exercise: ExerciseGrader, status: Status) -> ExerciseReport {
        let checks = exercise.checks.map { check in
            CheckReport(
                name: check.name, statement: check.statement, status: status,
                points: points(check, exercise), earned: 0)
        }
        return ExerciseReport(
            function: exercise.function, title: lesson[exercise.function]?.title ?? "",
            status: status, checks: checks)
    }

    private func points(_ check: Check, _ exercise: ExerciseGrader) -> Int {
        lesson[exercise.function]?.checks.first { $0.check == check.name }?.points ?? 0
    }

    /// An answer that calls the library's own function is worth nothing.
    private func flag(_ report: inout ExerciseReport, _ source: StudentSource?) {
        guard let exercise = lesson[report.function], report.status != .notAttempted else { return }
        report.librarysOwn = source?.calls(of: exercise, in: lesson) ?? []
        guard !report.librarysOwn.isEmpty else { return }
        report.status = .wrong
        for index in report.checks.indices {
            report.checks[index].earned = 0
            if report.checks[index].status == .passed { report.checks[index].status = .wrong }
        }
    }
}

extension Status {
    /// The status of an exercise from those of its checks: the worst speaks, unless some passed.
    init(of checks: [Status]) {
        if let first = checks.first, checks.allSatisfy({ $0 == first }) {
            self = first
        } else if checks.contains(.graderError) {
            self = .graderError
        } else if checks.contains(.passed) {
            self = .partial
        } else {
            let order: [Status] = [.crashed, .timedOut, .exitedEarly, .wrong]
            self = order.first(where: checks.contains) ?? .wrong
        }
    }
}
