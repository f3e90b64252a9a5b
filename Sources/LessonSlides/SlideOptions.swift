import ArgumentParser

/// Which slides a lesson takes, on its command line; declare it with `@OptionGroup`.
public struct SlideOptions: ParsableArguments, Sendable {
    /// The size of the synthetic cohort.
    @Option(help: "The size of the synthetic cohort: nano (for a look) or small (default).")
    public var profile: String?

    /// A folder with real slides.
    @Option(help: "A folder with real slides in the layout of CAMELYON17.")
    public var data: String?

    /// A table of one's own slides.
    @Option(
        name: .customLong("slides"),
        help: "A table of your own slides: a CSV file with the columns file, patient, label.")
    public var table: String?

    /// How real slides are taken.
    @OptionGroup public var files: SlideFileOptions

    /// For the argument parser, which fills the options in.
    public init() {}

    /// Refuses what cannot be meant.
    public func validate() throws {
        try Self.check(data: data, table: table)
        if data != nil, profile != nil {
            throw ValidationError(
                "--data takes real slides, --profile names synthetic ones: give one or the other")
        }
        if table != nil, profile != nil {
            throw ValidationError(
                "--slides takes real slides, --profile names synthetic ones: give one or the other")
        }
        try files.check(hasFolder: data != nil || table != nil)
    }

    /// Refuses names of real slides that cannot be meant.
    public static func check(data: String?, table: String?) throws {
        for (option, name) in [("--data", data), ("--slides", table)] where name == "" {
            throw ValidationError("\(option) needs a name, but it is empty")
        }
        if data != nil, table != nil {
            throw ValidationError("--data names a folder, --slides a table: give one or the other")
        }
    }

    /// The slides that were asked for.
    ///
    /// - Throws: `CohortError` if there is no profile of this name.
    public func source() throws -> CohortSource {
        try CohortSource(
            data: data, table: table, profile: profile ?? "small", micronsPerPixel: files.micronsPerPixel,
            skippingFaulty: files.skipFaulty)
    }
}
