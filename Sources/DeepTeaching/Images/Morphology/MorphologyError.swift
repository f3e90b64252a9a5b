import Foundation

/// Why a grey picture cannot be worked on.
public enum MorphologyError: Error, Sendable, Equatable {
    /// A value is no number: it is neither larger nor smaller than its neighbours.
    case notANumber(x: Int, y: Int)

    /// A marker lies above the picture under which it is to grow, or below the one above which.
    case markerBeyondMask(marker: Float, mask: Float, x: Int, y: Int)
}

extension MorphologyError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .notANumber(let x, let y):
            "The value in column \(x), row \(y) is not a number: give such pixels a value before "
                + "morphology, for example 0."
        case .markerBeyondMask(let marker, let mask, let x, let y):
            "In column \(x), row \(y) the marker is \(marker) and the mask \(mask): a marker must lie "
                + "within its mask everywhere; take the smaller (or larger) of both."
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}

extension Plane {
    /// - Throws: `MorphologyError.notANumber` for the first value that is none.
    func requireNumbers() throws(MorphologyError) {
        guard let index = values.firstIndex(where: \.isNaN) else { return }
        throw .notANumber(x: index % size.width, y: index / size.width)
    }
}
