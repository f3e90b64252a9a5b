import ArgumentParser

/// What every lesson understands on its command line.
public struct LessonOptions: ParsableArguments, Sendable {
    /// Whether the lesson waits after each step.
    @Flag(help: "Wait after each step, and ask for guesses; the prompt says what can be typed.")
    public var step = false

    /// Whether progress is kept silent.
    @Flag(help: "No progress lines.")
    public var quiet = false

    /// Whether the lesson does the real size.
    @Flag(help: "The real thing: full size, paper-sized training. Takes long.")
    public var full = false

    /// Whether only the titles of the steps are printed.
    @Flag(help: "Compute the lesson, print only the titles of its steps.")
    public var list = false

    /// The first step that is shown; those before it are computed silently.
    @Option(help: "Show from this step on; those before are computed silently.")
    public var from = 1

    /// Decides all randomness of the lesson.
    @Option(help: "Decides all that is random: the same seed gives the same bytes.")
    public var seed: UInt64 = 1

    /// Where page, pictures and numbers are written.
    @Option(help: "Folder for index.html, report.json and figures (default: output/LESSON).")
    public var output: String?

    /// How pictures are shown in the terminal; chosen from the environment if not given.
    @Option(help: "Pictures in the terminal, if the choice from the environment is wrong.")
    public var pictures: PictureStyle?

    /// For the argument parser, which fills the options in; tests call `LessonOptions.parse([])`.
    public init() {}

    /// Refuses what cannot be meant.
    public func validate() throws {
        if from < 1 { throw ValidationError("steps count from 1: --from \(from) does not exist") }
        if output == "" { throw ValidationError("--output needs a folder, but it is empty") }
    }
}

extension PictureStyle: ExpressibleByArgument {}
