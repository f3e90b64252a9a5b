import Curriculum
import Foundation

/// The student's own functions as a lesson calls them: in a process of their own, so that a trap
/// ends that process, not the lesson.
public struct StudentFunctions {
    private let worker: WorkerExaminee

    /// The functions of a lesson whose program is running.
    public init(of lesson: LessonOutline) {
        let program = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        self.init(
            of: WorkerExaminee(executable: program, file: lesson.name + ".swift"))
    }

    /// The functions that a worker runs.
    init(of worker: WorkerExaminee) { self.worker = worker }

    /// What the student's function returns, or nil: then a sentence has been said why.
    ///
    /// - Parameters:
    ///   - call: the exercise.
    ///   - inputs: its arguments.
    ///   - say: takes the sentence, for example `step.words`.
    /// - Throws: `DecodingError` if what came back is no such value.
    public func value<Contract, Output, each Input>(
        of call: Call<Contract, Output, repeat each Input>, _ inputs: repeat each Input,
        say: (String) -> Void
    ) throws -> Output? {
        let request = WorkerRequest.Call(
            name: call.name, inputs: try call.encode(repeat each inputs), deadline: 20,
            check: call.name)
        guard let outcome = worker.answer([request]).first?.outcome else { return nil }
        if case .value(let data) = outcome {
            return try ValueCoding.decode(Output.self, from: data)
        }
        say("**Yours:** `\(call.name)` \(Self.words(outcome)). What is shown is the library's.")
        return nil
    }

    static func words(_ outcome: Outcome) -> String {
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
