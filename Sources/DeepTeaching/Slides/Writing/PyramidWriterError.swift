import Foundation

/// What can go wrong while a slide is written.
public enum PyramidWriterError: Error, Sendable, Equatable {
    /// The folder does not exist, or nothing may be written there.
    case unwritable(path: String, reason: String)

    /// A picture of no pixels cannot be written.
    case emptyPicture(PixelSize)

    /// What was asked for and what the closure returned have different sizes.
    case wrongSize(expected: PixelSize, got: PixelSize)

    /// A tile cannot be compressed; `reason` is what libtiff says.
    case uncompressed(reason: String)
}

extension PyramidWriterError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, and what to do.
    public var description: String {
        switch self {
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). Choose a folder that exists, that you may "
                + "write to, and that has room."
        case .emptyPicture(let size):
            "A slide of \(size) pixels has nothing to write. Give it a width and a height."
        case .wrongSize(let expected, let got):
            "The rectangle to write has \(expected) pixels, but an image of \(got) was painted. "
                + "Return an image of exactly the size that was asked for."
        case .uncompressed(let reason):
            "A tile cannot be compressed: \(reason). Make room in memory, or install a libtiff "
                + "with JPEG and Deflate."
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}
