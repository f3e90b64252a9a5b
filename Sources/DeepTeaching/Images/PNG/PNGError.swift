import Foundation

/// What can be wrong with a PNG file.
public enum PNGError: Error, Sendable, Equatable {
    /// There is no file at this path, or it may not be read.
    case missing(path: String)

    /// The file is no PNG, or it is damaged; `reason` is what libpng says.
    case unreadable(path: String, reason: String)

    /// The file declares more pixels than one picture may hold.
    case tooLarge(path: String, size: PixelSize)

    /// A picture cannot be stored as PNG; `reason` is what libpng says.
    case notEncodable(PixelSize, reason: String)

    /// The file cannot be written; `reason` is what the system says.
    case unwritable(path: String, reason: String)
}

extension PNGError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .missing(let path):
            "There is no file to read at \(path). Check the name and the folder."
        case .unreadable(let path, let reason):
            "\(path) is no sound PNG: \(reason). Copy it again, or save it anew as PNG."
        case .tooLarge(let path, let size):
            "\(path) declares \(size) pixels, more than one picture may hold. Shrink it first."
        case .notEncodable(let size, let reason):
            "A picture of \(size) pixels cannot be stored as PNG: \(reason). Give it at least one "
                + "pixel and at most a million a side."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). Choose a folder that exists, that you may "
                + "write to, and that has room."
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}
