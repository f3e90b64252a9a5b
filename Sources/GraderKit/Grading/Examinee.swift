import Curriculum
import Foundation

/// Whoever answers a grader: a worker process, or trusted code in this process.
public protocol Examinee: Sendable {
    /// Makes the calls and says what came of each.
    func answer(_ calls: [WorkerRequest.Call]) -> [CallOutcome]
}

/// Trusted code, called in this process: a trap in it ends the grader.
public struct TrustedExaminee: Examinee {
    private let answer: Answer

    /// An examinee that gives this answer.
    public init(_ answer: Answer) { self.answer = answer }

    /// Makes the calls one after the other.
    public func answer(_ calls: [WorkerRequest.Call]) -> [CallOutcome] {
        calls.map { call in
            do {
                return CallOutcome(outcome: .value(try answer.observe(call.name, call.inputs)))
            } catch let error as NotAttempted {
                return CallOutcome(outcome: .notAttempted(error))
            } catch let error as AnswerError {
                return CallOutcome(outcome: .graderError("\(error)"))
            } catch {
                return CallOutcome(outcome: .threw("\(error)"))
            }
        }
    }
}
