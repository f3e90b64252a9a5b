/// What can be wrong with a slide file.
public enum SlideError: Error, Sendable, Equatable {
    /// There is no file at this path.
    case missing(path: String)

    /// OpenSlide does not know the format, or the file is cut off.
    case unknownFormat(path: String)

    /// The file opens, but cannot be read; `reason` is what the library says.
    case unreadable(path: String, reason: String)
}
