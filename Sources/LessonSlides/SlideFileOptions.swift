import ArgumentParser
import DeepTeaching

/// How a lesson takes slide files as they are, on its command line; declare it with `@OptionGroup`.
public struct SlideFileOptions: ParsableArguments, Sendable {
    /// Whether faulty files are left out.
    @Flag(help: "With --data or --slides: leave faulty files out, each named, instead of refusing the folder.")
    public var skipFaulty = false

    /// The resolution of all slides that are named on the command line.
    @Option(
        help: "How many micrometres a pixel of your slides covers, whatever their files say.")
    public var micronsPerPixel: Double?

    /// For the argument parser, which fills the options in.
    public init() {}

    /// Refuses what cannot be meant.
    public func validate() throws {
        if let micronsPerPixel, !(0.01...100).contains(micronsPerPixel) {
            throw ValidationError("--microns-per-pixel is between 0.01 and 100")
        }
    }

    /// Refuses options that speak of files where none are named.
    ///
    /// - Parameters:
    ///   - hasFolder: whether a folder or a table of slides is named.
    ///   - hasSlide: whether a single slide is named.
    public func check(hasFolder: Bool, hasSlide: Bool = false) throws {
        if skipFaulty, !hasFolder {
            throw ValidationError("--skip-faulty speaks of real slides: name them with --data or --slides")
        }
        if micronsPerPixel != nil, !hasFolder, !hasSlide {
            throw ValidationError("--microns-per-pixel speaks of real slides: name them too")
        }
    }
}
