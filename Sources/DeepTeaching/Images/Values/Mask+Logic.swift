extension Mask {
    /// Foreground where the mask has background, and the reverse.
    public var inverted: Mask { Mask(size: size, pixels: pixels.map { !$0 }) }

    /// Foreground where this or the other mask has foreground.
    public func union(_ other: Mask) -> Mask { combined(with: other) { $0 || $1 } }

    /// Foreground where both masks have foreground.
    public func intersection(_ other: Mask) -> Mask { combined(with: other) { $0 && $1 } }

    /// Foreground where this mask has it and the other has not.
    public func subtracting(_ other: Mask) -> Mask { combined(with: other) { $0 && !$1 } }

    private func combined(with other: Mask, _ operation: (Bool, Bool) -> Bool) -> Mask {
        require(
            size == other.size,
            "masks of \(size) and \(other.size) pixels cannot be combined")
        return Mask(size: size, pixels: zip(pixels, other.pixels).map(operation))
    }
}
