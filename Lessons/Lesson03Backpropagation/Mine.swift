import CourseKit
import Curriculum
import Foundation
import GraderKit

/// The student's own functions, run in a process of their own: a trap ends that process, not the
/// lesson.
struct Mine {
    private let worker: WorkerExaminee

    init() {
        let program = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        worker = WorkerExaminee(
            executable: program, file: LessonOutline.backpropagation.name + ".swift")
    }

    /// What the student's function returns, or nil: then `step` has said why.
    func value<Inputs: ExerciseInputs>(
        of function: String, _ inputs: Inputs, in step: StepWriter
    ) throws -> Inputs.Observation? {
        let call = WorkerRequest.Call(
            name: Inputs.callName, inputs: try ValueCoding.encode(inputs), deadline: 20,
            check: function)
        guard let outcome = worker.answer([call]).first?.outcome else { return nil }
        if case .value(let data) = outcome {
            return try ValueCoding.decode(Inputs.Observation.self, from: data)
        }
        step.words("**Yours:** `\(function)` \(words(outcome)). What is shown is the library's.")
        return nil
    }

    private func words(_ outcome: Outcome) -> String {
        switch outcome {
        case .notAttempted: "is not attempted yet"
        case .threw(let error): "threw an error: \(error)"
        case .crashed(let reason, let line):
            "crashed\(line.map { " in line \($0)" } ?? ""): \(reason ?? "no reason known")"
        case .timedOut(let seconds): "gave no answer within \(Int(seconds)) seconds"
        default: "gave no answer"
        }
    }
}

extension BackpropagationCourse {
    /// Shows how far numbers of the student's lie from the library's.
    func compare(
        _ function: String, _ own: [Double], with library: [Double], in step: StepWriter
    ) {
        guard own.count == library.count else {
            step.words(
                "**Yours:** `\(function)` gives \(own.count) numbers. **The library's:** "
                    + "\(library.count).")
            return
        }
        let largest = zip(own, library).map { abs($0 - $1) }.max() ?? 0
        step.words(
            "**Yours:** `\(function)` differs from the library's by at most "
                + "\(NumberFormat.scientific(1).text(largest)).")
    }
}
