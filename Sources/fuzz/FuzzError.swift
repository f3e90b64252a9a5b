/// What can stop the fuzzing itself.
enum FuzzError: Error, Equatable, CustomStringConvertible {
    /// The worker ended before it had read a mutant.
    case workerDoesNotStart(format: String)

    /// A sound file is not read as sound.
    case unsoundSample(format: String, words: String)

    /// What to do.
    var description: String {
        switch self {
        case .workerDoesNotStart(let format):
            "the process that reads \(format) files does not start: run it by itself with "
                + "`fuzz \(format) --worker 0 1` and read what it says"
        case .unsoundSample(let format, let words):
            "a sound \(format) file is not accepted, so its mutants would prove nothing: \(words)"
        }
    }
}
