import Foundation

extension SlideError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .missing(let path):
            "There is no file at \(path). Check the name and the folder."
        case .folder(let path):
            "\(path) is a folder. Give the slide file inside it."
        case .unknownFormat(let path):
            "\(path) is no slide that OpenSlide knows, or it is cut off or damaged. Compare its "
                + "size with the original, and copy it again."
        case .refused(let path, let refusal):
            "\(path) \(refusal.description)"
        case .unreadable(let path, let reason):
            "\(path) opens, but cannot be read: \(reason). Copy it again, or convert it to a "
                + "tiled TIFF with JPEG compression."
        case .tileTooLarge(let path, let level, let tile):
            "\(path) declares tiles of \(tile) pixels on level \(level). One would not fit into "
                + "memory, so the file is damaged or hostile; convert it with tiles of 512 pixels."
        case .garbledLevels(let path):
            "All levels of \(path) are smaller than their own tiles, and stored in a way that "
                + "this OpenSlide reads as garbage. Convert it to 8-bit RGB with JPEG tiles."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). Choose a folder that exists, that you may "
                + "write to, and that has room."
        case .unreadableRegion(let path, let origin, let size, let level, let reason):
            "\(path) cannot be read at (\(origin.x.oneDecimal), \(origin.y.oneDecimal)), "
                + "\(size) pixels of level \(level): \(reason). Other places may be "
                + "sound; leave this one out, or copy the file again."
        case .noSuchLevel(let level, let count):
            "The slide has no level \(level). Choose one from 0 to \(count - 1)."
        case .emptyRegion(let size):
            "A region of \(size) pixels holds nothing. Give it a positive width and height."
        case .regionTooLarge(let size, let maximumArea):
            "A region of \(size) pixels is more than the \(maximumArea) that one read returns. "
                + "Read it in parts, or from a coarser level."
        case .partBeside(let slide, let part, let size):
            "The part of \(slide) from (\(part.x), \(part.y)), \(part.width) x \(part.height) pixels, "
                + "reaches beyond its \(size) pixels. Give a part that lies on the slide."
        case .invalidOrigin(let x, let y):
            "No region begins at (\(x), \(y)). Give level-0 pixels from the top left corner."
        case .invalidResolution(let value):
            "\(value) micrometres per pixel is no resolution. Give a positive number."
        case .unknownResolution(let slide):
            "\(slide) does not say how many micrometres a pixel covers. Read it by level, or "
                + "store the resolution in the file."
        case .annotations(let path, let line, let problem):
            "\(path), line \(line): \(problem.description)"
        case .geoJSON(let path, let feature, let problem):
            "\(path)\(feature.map { ", feature \($0)" } ?? ""): \(problem.description)"
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}
