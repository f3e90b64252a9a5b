import Curriculum
import Foundation

/// The student's functions, in a process of their own.
public struct WorkerExaminee: Examinee {
    private let executable: URL
    private let arguments: [String]
    private let file: String

    /// An examinee that answers when `executable` is started with `arguments`.
    ///
    /// - Parameter file: the name of the student's file, in which the line of a trap is looked for.
    public init(executable: URL, arguments: [String] = ["--worker"], file: String) {
        self.executable = executable
        self.arguments = arguments
        self.file = file
    }

    /// Makes all calls in one process; after a crash or a time-out the other checks run one by
    /// one, so that one bad call does not hide what is right.
    public func answer(_ calls: [WorkerRequest.Call]) -> [CallOutcome] {
        var results = run(calls)
        while results.count < calls.count, let failed = results.indices.last {
            let next = calls[results.count]
            if next.check == calls[failed].check {
                results.append(CallOutcome(outcome: .skipped))
            } else {
                let rest = calls[results.count...].prefix { $0.check == next.check }
                results += run(Array(rest))
            }
        }
        return results
    }

    /// The outcomes up to and including the first that ended the process.
    private func run(_ calls: [WorkerRequest.Call]) -> [CallOutcome] {
        let request = WorkerRequest(calls: calls)
        let session: WorkerSession
        do {
            session = try WorkerSession(
                executable: executable, arguments: arguments, request: request)
        } catch {
            return calls.map { _ in CallOutcome(outcome: .graderError("\(error)")) }
        }
        guard session.parser.isReady || session.parser.isSpoiled else {
            let output = session.error.text + session.output.text
            let failure = WorkerError.noWorker(path: executable.path, output: output)
            return calls.map { _ in CallOutcome(outcome: .graderError("\(failure)")) }
        }
        var results: [CallOutcome] = []
        for index in calls.indices {
            if let frame = session.parser.answers[index] {
                results.append(CallOutcome(outcome: outcome(frame)))
            } else {
                results.append(CallOutcome(outcome: outcome(session, call: calls[index])))
                break
            }
        }
        let printed = session.output.text.trimmingCharacters(in: .whitespacesAndNewlines)
        if let last = results.indices.last { results[last].printed = printed }
        return results
    }

    private func outcome(_ frame: AnswerFrame) -> Outcome {
        let words = String(decoding: frame.payload, as: UTF8.self)
        switch frame.kind {
        case .value: return .value(frame.payload)
        case .notAttempted:
            let place = try? ValueCoding.decode(NotAttempted.self, from: frame.payload)
            return place.map(Outcome.notAttempted) ?? .forged
        case .threw: return .threw(words)
        case .failed, .ready: return .graderError(words)
        }
    }

    private func outcome(_ session: WorkerSession, call: WorkerRequest.Call) -> Outcome {
        if session.parser.isSpoiled { return .forged }
        switch session.ending {
        case .deadline: return .timedOut(seconds: call.deadline)
        case .exited(let code): return .exitedEarly(code: code)
        case .signalled:
            let backtrace = Backtrace(in: session.error.text, file: file)
            return .crashed(reason: backtrace.reason, line: backtrace.line)
        }
    }
}
