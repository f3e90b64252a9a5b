extension Plane {
    /// The pixels above `low` that hang together, by pixels above `low`, with one above `high`.
    ///
    /// One threshold must be both strict, so that noise stays out, and mild, so that the pale rim of
    /// what was found stays in. Two thresholds share that work (hysteresis): the strict one says
    /// which regions count, and the mild one how far they reach. The result lies between those of
    /// both alone, and with `low` equal to `high` it is `mask(above: high)`.
    ///
    /// Equal to `apply_hysteresis_threshold` of the scikit-image library, whose connectivity is
    /// `.four`. A value that is not a number is above nothing.
    ///
    /// Source: Canny, A computational approach to edge detection, IEEE Transactions on Pattern
    /// Analysis and Machine Intelligence, 1986.
    ///
    /// - Parameters:
    ///   - high: a region counts if one of its pixels is greater.
    ///   - low: a region's pixels are greater; at most `high`.
    ///   - connectivity: which pixels hang together: those that share an edge, or also a corner.
    public func mask(
        above high: Float, connectedAbove low: Float, connectivity: Connectivity = .four
    ) -> Mask {
        require(
            low <= high,
            "the low threshold must not be above the high one: \(low) and \(high) are not so")
        return mask(above: low).reconstructed(
            from: mask(above: high), connectivity: connectivity)
    }
}
