import ArgumentParser

/// Which slides a lesson takes, on its command line; declare it with `@OptionGroup`.
public struct SlideOptions: ParsableArguments, Sendable {
    /// The size of the synthetic cohort.
    @Option(help: "The size of the synthetic cohort: nano (for a look) or small (default).")
    public var profile: String?

    /// A folder with real slides.
    @Option(help: "A folder with real slides in the layout of CAMELYON17.")
    public var data: String?

    /// How real slides are taken.
    @OptionGroup public var files: SlideFileOptions

    /// For the argument parser, which fills the options in.
    public init() {}

    /// Refuses what cannot be meant.
    public func validate() throws {
        if data == "" { throw ValidationError("--data needs a name, but it is empty") }
        if data != nil, profile != nil {
            throw ValidationError(
                "--data takes real slides, --profile names synthetic ones: give one or the other")
        }
        try files.check(hasFolder: data != nil)
    }

    /// The slides that were asked for.
    ///
    /// - Throws: `CohortError` if there is no profile of this name.
    public func source() throws -> CohortSource {
        try CohortSource(
            data: data, profile: profile ?? "small", micronsPerPixel: files.micronsPerPixel,
            skippingFaulty: files.skipFaulty)
    }
}
