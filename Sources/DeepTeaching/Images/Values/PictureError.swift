import Foundation

/// Why a picture cannot be filtered, moved or changed as it was asked for.
public enum PictureError: Error, Sendable, Equatable {
    /// A number is none that can be used.
    case unusableNumber(name: String, value: String, allowed: String)

    /// A picture without a pixel has no neighbours, and nothing can be made larger or smaller.
    case noPixels(size: PixelSize)

    /// A part is to be cut out that is larger than the picture.
    case partTooLarge(part: PixelSize, picture: PixelSize)

    /// Things that belong to one picture have different sizes.
    case differentSizes(picture: PixelSize, other: PixelSize)

    /// A map squeezes the plane to a line or a point, so that it cannot be undone.
    case notInvertible(map: AffineWarp)

    /// JPEG's encoder or decoder failed.
    case notCompressed(reason: String)
}

extension PictureError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .unusableNumber(let name, let value, let allowed):
            "The \(name) is \(value): give \(allowed)."
        case .noPixels(let size):
            "A picture of \(size) pixels cannot be filtered or resampled: give it at least one "
                + "row and one column, before and after."
        case .partTooLarge(let part, let picture):
            "A part of \(part) pixels cannot be cut out of a picture of \(picture): choose a "
                + "smaller part or a larger picture."
        case .differentSizes(let picture, let other):
            "A picture of \(picture) pixels needs a mask or a field of the same size, not of "
                + "\(other)."
        case .notInvertible(let map):
            "The map \(map.xx) \(map.xy) \(map.yx) \(map.yy) squeezes a picture to a line: choose "
                + "one whose determinant is not 0."
        case .notCompressed(let reason):
            "The picture cannot be compressed as JPEG: \(reason)."
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}

extension PictureError {
    /// Throws unless a number is finite and in a range.
    static func check(
        _ value: Double, in range: ClosedRange<Double>, _ name: String,
        allowed: @autoclosure () -> String
    ) throws {
        guard value.isFinite, range.contains(value) else {
            throw PictureError.unusableNumber(name: name, value: "\(value)", allowed: allowed())
        }
    }

    /// Throws if a picture has no pixel.
    static func checkPixels(_ size: PixelSize) throws {
        guard size.width > 0, size.height > 0, size.checkedArea != nil else {
            throw PictureError.noPixels(size: size)
        }
    }
}
