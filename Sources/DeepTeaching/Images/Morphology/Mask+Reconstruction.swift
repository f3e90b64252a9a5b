extension Mask {
    /// The connected regions of this mask that hold a pixel of the marker, whole.
    ///
    /// So a strict threshold says which regions count, and a mild one how far they reach
    /// (hysteresis). Marker pixels outside the mask say nothing.
    ///
    /// - Parameter marker: of the same size.
    public func reconstructed(
        from marker: Mask, connectivity: Connectivity = .eight
    ) -> Mask {
        require(
            size == marker.size,
            "a marker of \(marker.size) pixels cannot grow in a mask of \(size)")
        let components = connectedComponents(connectivity: connectivity)
        var isMarked = [Bool](repeating: false, count: components.count + 1)
        for (label, isMarker) in zip(components.labels, marker.pixels) where isMarker {
            isMarked[Int(label)] = true
        }
        return components.foreground { isMarked[$0] }
    }
}
