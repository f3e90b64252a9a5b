import Curriculum
import Foundation

/// One call with what came of it and what that is worth.
struct JudgedCase {
    let source: ExerciseCases.Case
    let outcome: CallOutcome
    let status: Status
    let difference: String?
    let symptom: Symptom?

    var name: String { source.check.name }

    init(_ source: ExerciseCases.Case, _ outcome: CallOutcome) {
        self.source = source
        self.outcome = outcome
        if case .value(let data) = outcome.outcome {
            let verdict = source.verdict(on: data)
            status = verdict.isRight ? .passed : .wrong
            difference = verdict.isRight ? nil : verdict.difference
            symptom = verdict.isRight ? nil : verdict.symptom
        } else {
            (status, difference) = Self.withoutValue(outcome.outcome)
            symptom = Self.symptom(of: status, difference)
        }
    }

    /// The observation, if there is one.
    var observation: Data? {
        if case .value(let data) = outcome.outcome { data } else { nil }
    }

    private static func symptom(of status: Status, _ reason: String?) -> Symptom? {
        switch status {
        case .crashed: reason?.hasPrefix("endless recursion") ?? false ? .endless : .stopped
        case .timedOut: .endless
        default: nil
        }
    }

    private static func withoutValue(_ outcome: Outcome) -> (Status, String?) {
        switch outcome {
        case .value: return (.graderError, nil)
        case .notAttempted: return (.notAttempted, nil)
        case .threw(let words): return (.wrong, "it threw an error: \(words)")
        case .crashed(let reason, _): return (.crashed, reason ?? "the program was stopped")
        case .timedOut(let seconds):
            return (.timedOut, "no answer after \(Difference.short(seconds)) seconds")
        case .exitedEarly(let code):
            return (.exitedEarly, "the program ended with code \(code) before it returned")
        case .skipped: return (.crashed, nil)
        case .forged:
            return (.wrong, "something wrote to the channel on which only answers travel")
        case .graderError(let words): return (.graderError, words)
        }
    }
}

extension [JudgedCase] {
    /// The report of one check from all its cases.
    func report(_ check: Check, points: Int) -> CheckReport {
        let failed = first { $0.status != .passed && $0.status != .notAttempted }
        let decisive = failed ?? first { $0.status == .notAttempted }
        let status: Status = decisive?.status ?? (isEmpty ? .graderError : .passed)
        var report = CheckReport(
            name: check.name, statement: check.statement, status: status, points: points,
            earned: status == .passed ? points : 0)
        guard let decisive else { return report }
        report.difference = decisive.difference
        switch decisive.outcome.outcome {
        case .crashed(_, let line): report.line = line
        case .notAttempted(let place):
            report.line = place.line
            return report
        default: break
        }
        report.seed = decisive.source.seed
        report.input = InputSummary.text(
            of: decisive.source.call.inputs, labels: decisive.source.check.labels)
        report.printed = decisive.outcome.printed.isEmpty ? nil : decisive.outcome.printed
        return report
    }
}

extension Misconception {
    /// Whether the mutant gives the same answers as the student in every case.
    func explains(_ cases: [JudgedCase]) -> Bool {
        !cases.isEmpty
            && cases.allSatisfy { judged in
                guard let observation = judged.observation,
                    let own = try? mutant.observe(
                        judged.source.call.name, judged.source.call.inputs)
                else { return false }
                return judged.source.verdict(on: observation, beside: own).isRight
            }
    }
}
