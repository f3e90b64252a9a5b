import Foundation

/// Why areas on a slide cannot be measured.
public enum TissueError: Error, Sendable, Equatable {
    /// The slide does not say how large a pixel is.
    case unknownResolution

    /// A resolution that no slide has.
    case impossibleResolution(MicronsPerPixel)

    /// A limit that is no area.
    case impossibleArea(squareMillimeters: Double)
}

extension TissueError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .unknownResolution:
            "The slide does not say how many micrometres a pixel covers, so nothing has an area in "
                + "square millimetres: give the resolution, or assumedMicronsPerPixel of the slide "
                + "if a guess will do."
        case .impossibleResolution(let sides):
            "A pixel of \(sides.x) x \(sides.y) micrometres has no area: give two numbers above 0."
        case .impossibleArea(let area):
            "An area of \(area) square millimetres is none: give a number from 0 on."
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}
