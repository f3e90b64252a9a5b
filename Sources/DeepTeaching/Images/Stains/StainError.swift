import Foundation

/// Why the stains of a picture cannot be told apart, or not be brought to those of another.
public enum StainError: Error, Sendable, Equatable {
    /// Hardly a pixel is stained.
    case tooLittleStain(pixels: Int, needed: Int)

    /// Both stains have the same colour.
    case sameDirection

    /// The two colours that were found lie so close together that they are one stain and its noise.
    case oneStain(degrees: Double)

    /// Of one of the stains there is next to nothing.
    case faintStain(name: String)

    /// A setting has a value that makes no sense.
    case unusableSetting(name: String, value: String)
}

extension StainError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .tooLittleStain(let pixels, let needed):
            "Only \(pixels) pixels of the picture are stained, but \(needed) are needed to find "
                + "its stains: choose a part with more tissue."
        case .sameDirection:
            "Both stains have the same colour, so their amounts cannot be told apart: choose a "
                + "part of the slide with nuclei and with cytoplasm."
        case .oneStain(let degrees):
            "The two stains that were found lie only \(degrees.oneDecimal) degrees apart: the "
                + "picture "
                + "shows one stain, ink or black. Choose a part of the slide with nuclei and with "
                + "cytoplasm."
        case .faintStain(let name):
            "There is next to no \(name) in the picture, so nothing says how strongly the slide is "
                + "stained with it: choose a part of the slide with nuclei and with cytoplasm."
        case .unusableSetting(let name, let value):
            "The setting \(name) is \(value): choose white above 0, outliers from 0 up to 50 "
                + "percent, a sparsity from 0 on, a least density that is a number, and at least one "
                + "patch, pixel and turn."
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}
