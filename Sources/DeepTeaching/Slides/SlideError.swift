/// What can be wrong with a slide file, an annotation file, or a request to read them.
public enum SlideError: Error, Sendable, Equatable {
    /// There is no file at this path.
    case missing(path: String)

    /// A folder lies at this path.
    case folder(path: String)

    /// OpenSlide does not know the format, or the file is cut off.
    case unknownFormat(path: String)

    /// The file is of a kind, or has a feature, that is not read.
    case refused(path: String, SlideRefusal)

    /// The file opens, but cannot be read; `reason` is what the library says.
    case unreadable(path: String, reason: String)

    /// The file declares tiles so large that decoding one would exhaust the memory.
    case tileTooLarge(path: String, level: Int, tile: PixelSize)

    /// All levels are of a kind that this version of OpenSlide reads as garbage.
    case garbledLevels(path: String)

    /// A rectangle cannot be read; others may be. `reason` is what the library says.
    case unreadableRegion(
        path: String, origin: BaselinePoint, size: PixelSize, level: Int, reason: String)

    /// The slide has no such level.
    case noSuchLevel(level: Int, count: Int)

    /// A rectangle without pixels was asked for.
    case emptyRegion(PixelSize)

    /// A rectangle was asked for that is too large to hold in memory.
    case regionTooLarge(PixelSize, maximumArea: Int)

    /// A part of a slide was asked for that reaches beyond it.
    case partBeside(slide: String, part: PixelRectangle, size: PixelSize)

    /// The origin is not a number, or further away than any slide reaches.
    case invalidOrigin(x: String, y: String)

    /// A resolution was asked for that is not a positive number.
    case invalidResolution(String)

    /// Micrometres were asked for, but the slide does not say its resolution.
    case unknownResolution(slide: String)

    /// An annotation file is wrong at this line.
    case annotations(path: String, line: Int, problem: AnnotationProblem)

    /// A GeoJSON file is wrong in this feature, from 1, or as a whole.
    case geoJSON(path: String, feature: Int?, problem: GeoJSONProblem)

    /// A file cannot be written; `reason` is what the system says.
    case unwritable(path: String, reason: String)
}
