/// What can go wrong with the process that runs the student's functions, through no fault of
/// theirs.
public enum WorkerError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The program cannot be started.
    case cannotStart(path: String, reason: String)

    /// The machine gives no temporary file or pipe.
    case noTemporaryFile

    /// The program runs, but does not answer as a worker.
    case noWorker(path: String, output: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .cannotStart(let path, let reason):
            "cannot start \(path): \(reason). Build the lesson first, then try again"
        case .noTemporaryFile:
            "no temporary file or pipe can be made: is the disk full, or are too many files open?"
        case .noWorker(let path, let output):
            "\(path) does not answer as a worker: its main() must call Worker.runIfAsked first. "
                + "It printed: \(output)"
        }
    }
}
