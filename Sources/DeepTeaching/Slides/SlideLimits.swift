import Foundation

/// The most that is accepted of a slide, its pictures and the files beside it. What is larger is an error
/// in words before memory is asked for: such files are damaged, or made to exhaust a machine.
///
/// | what | the most | error beyond it |
/// |---|---|---|
/// | a slide file | any size | |
/// | width and height of a slide | what its tiles allow | |
/// | a tile of a slide | 2^26 pixels, 8192 x 8192 | `SlideError.tileTooLarge` |
/// | the tiles of all levels together | 8,000,000 | `SlideRefusal.tooManyTiles` |
/// | directories in the chain of a TIFF, or below its first one | 1000 | `SlideRefusal.tooManyDirectories` |
/// | the description of an OME-TIFF | 2^24 bytes | `OMEProblem.tooLong` |
/// | a region that is read at once | 2^27 pixels | `SlideError.regionTooLarge` |
/// | the place where a region begins | 2^52 pixels from the corner | `SlideError.invalidOrigin` |
/// | a plain picture that becomes a slide | 2^26 pixels, 8192 x 8192 | `SlideRefusal.tooLarge` |
/// | the file of a PNG picture | 2^30 bytes | `SlideError.unreadable` |
/// | a file of annotations, XML or GeoJSON | 2^27 bytes | `AnnotationProblem.tooLarge`, `GeoJSONProblem.tooLarge` |
/// | the corners of one outline or ring | 1,000,000 | `AnnotationProblem.tooManyCorners`, `GeoJSONProblem.ringTooLong` |
/// | a coordinate of an annotation | 10^9 pixels | `AnnotationProblem.outOfReach`, `GeoJSONProblem` |
/// | a table of slides, or of stages | 2^26 bytes | `StagingError.unreadableTable` |
public enum SlideLimits {
    /// The pixels of a tile.
    public static let tileArea = 1 << 26

    /// The tiles of all levels together: 200,000 x 200,000 pixels in tiles of 128 are 2.4 million, and
    /// the coarser levels a third more.
    public static let tiles = 8_000_000

    /// The directories of a TIFF: a pyramid has ten or so, a z-stack some hundreds.
    public static let directories = 1000

    /// The bytes of the XML in an OME-TIFF.
    public static let descriptionBytes = 1 << 24

    /// The pixels of a region that is read at once.
    public static let regionArea = 1 << 27

    /// The pixels of a plain picture that becomes a slide.
    public static let pictureArea = 1 << 26

    /// The bytes of a PNG file: its pixels, 8 bytes each at most, and half as much again.
    public static let pictureBytes = 1 << 30

    /// The bytes of a file of annotations.
    public static let annotationBytes = 1 << 27

    /// The corners of one outline.
    public static let corners = 1_000_000

    /// The bytes of a table.
    public static let tableBytes = 1 << 26

    /// The length of a file in bytes; nil if it is not there.
    static func length(of path: String) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        return attributes?[.size] as? Int
    }
}
