import Curriculum
import Foundation

/// Every call that grades one exercise, with what the solution returns for it.
struct ExerciseCases: Sendable {
    /// One call.
    struct Case: Sendable {
        let check: Check
        let seed: UInt64
        let call: WorkerRequest.Call
        let expected: Data
    }

    let cases: [Case]

    /// What is wrong with the grader itself, if anything: the solution cannot answer.
    let failure: String?

    /// The calls of all checks and seeds, in the order of the checks.
    init(_ exercise: ExerciseGrader, solution: Answer, seeds: [UInt64]) {
        var cases: [Case] = []
        do {
            for check in exercise.checks {
                for seed in seeds {
                    cases += try check.inputs(seed).map { inputs in
                        try Self.makeCase(check, seed: seed, inputs: inputs, solution: solution)
                    }
                }
            }
            failure = nil
        } catch {
            failure = "the solution of \(exercise.function) fails its own checks: \(error)"
        }
        self.cases = cases
    }

    /// The calls without what is expected, as they are put to an examinee.
    var calls: [WorkerRequest.Call] { cases.map(\.call) }

    /// A student's code may take ten times as long as the solution, and at least two seconds.
    private static func makeCase(
        _ check: Check, seed: UInt64, inputs: Data, solution: Answer
    ) throws -> Case {
        let start = DispatchTime.now().uptimeNanoseconds
        let expected = try solution.observe(check.call, inputs)
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
        let call = WorkerRequest.Call(
            name: check.call, inputs: inputs, deadline: max(2, 10 * seconds), check: check.name)
        return Case(check: check, seed: seed, call: call, expected: expected)
    }
}

extension ExerciseCases.Case {
    /// The verdict on an observation; one that is no value of the right type is wrong.
    func verdict(on observation: Data) -> Verdict {
        verdict(on: observation, beside: expected)
    }

    /// The verdict on an observation beside another one than the solution's.
    func verdict(on observation: Data, beside reference: Data) -> Verdict {
        do {
            return try check.compare(call.inputs, reference, observation)
        } catch {
            return .wrong("what came back is no value of the result's type")
        }
    }
}
