import Foundation

/// Opens any file that can be read as a slide: what OpenSlide knows as a `SlideFile`, a plain picture
/// (PNG, or TIFF in strips or of another kind) as a `MemorySlide`.
///
/// ```swift
/// let slide = try openSlide(
///     URL(fileURLWithPath: "photo.png"), micronsPerPixel: MicronsPerPixel(0.5))
/// ```
///
/// - Parameters:
///   - url: the file.
///   - micronsPerPixel: the resolution that counts in place of the file's own; nil leaves it to the
///     file.
/// - Throws: `SlideError` if the file cannot be read.
public func openSlide(_ url: URL, micronsPerPixel: MicronsPerPixel? = nil) throws -> any Slide {
    let slide: any Slide
    do {
        slide = try SlideFile(url)
    } catch let error as SlideError where error.leavesPicture {
        slide = try MemorySlide(picture: url)
    }
    guard let micronsPerPixel else { return slide }
    return ResolvedSlide(slide, micronsPerPixel: micronsPerPixel)
}

extension SlideError {
    /// Whether the file is no slide, but may be a picture.
    fileprivate var leavesPicture: Bool {
        switch self {
        case .garbledLevels: true
        case .refused(_, let refusal):
            switch refusal {
            case .strips, .bigEndian, .pixels, .orientation, .otherKind("a PNG picture"): true
            default: false
            }
        default: false
        }
    }
}
