import Curriculum
import Foundation

/// What came of one call of the student's function.
public enum Outcome: Equatable, Sendable {
    /// It returned this observation.
    case value(Data)

    /// It threw `NotAttempted`.
    case notAttempted(NotAttempted)

    /// It threw another error.
    case threw(String)

    /// It trapped, for this reason, in this line of the student's file.
    case crashed(reason: String?, line: Int?)

    /// It took longer than so many seconds.
    case timedOut(seconds: Double)

    /// It ended the process, with this code.
    case exitedEarly(code: Int32)

    /// It wrote to the channel that carries answers.
    case forged

    /// It was not called, because another call of the same check had ended the process.
    case skipped

    /// The grader failed.
    case graderError(String)
}

/// What came of one call, and what was printed meanwhile.
public struct CallOutcome: Sendable, Equatable {
    /// The result.
    public let outcome: Outcome

    /// What the process printed to its standard output, shortened.
    public var printed = ""
}
