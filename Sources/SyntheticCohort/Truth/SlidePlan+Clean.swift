import DeepTeaching

extension SlidePlan {
    /// Whether a rectangle of level 0 lies well away from folds, tears, ink, bubbles, dust, spots
    /// out of focus and black blocks, so that its pixels show tissue and nothing else.
    ///
    /// - Parameters:
    ///   - x: the column of its left edge.
    ///   - y: the row of its top edge.
    ///   - size: width and height in level-0 pixels.
    public func isClean(x: Int, y: Int, size: PixelSize) -> Bool {
        let scale = profile.micronsPerPixel
        let halfWidth = Double(size.width) / 2
        let halfHeight = Double(size.height) / 2
        let middle = SIMD2<Float>(
            Float((Double(x) + halfWidth) * scale), Float((Double(y) + halfHeight) * scale))
        let reach = Float((halfWidth * halfWidth + halfHeight * halfHeight).squareRoot() * scale)
        return artefacts.distance(from: middle) > reach + 60
    }
}

extension Artefacts {
    /// About how far a place lies from the nearest artefact, in micrometres; 0 or less in one.
    func distance(from place: SIMD2<Float>) -> Float {
        // Folds and tears are drawn on warped tissue: up to 180 um beside their line.
        let creases =
            folds.map { $0.line.distance(to: place) - $0.halfWidth - 180 }
            + tears.map { $0.line.distance(to: place) - $0.halfWidth - 180 }
        let discs =
            blurredSpots.map { SIMD2($0.x, $0.y).distance(to: place) - $0.radius - 60 }
            + bubbles.map { SIMD2($0.x, $0.y).distance(to: place) - 1.2 * $0.radius }
        let strips =
            strokes.map { $0.distance(x: place.x, y: place.y) - $0.halfWidth - 40 }
            + dust.map { $0.line.distance(to: place) - $0.halfWidth - 50 }
        let blocks = blackBlocks.map { block in
            let x = min(max(place.x, block.x.lowerBound), block.x.upperBound)
            let y = min(max(place.y, block.y.lowerBound), block.y.upperBound)
            return SIMD2(x, y).distance(to: place)
        }
        return (creases + discs + strips + blocks).min() ?? .greatestFiniteMagnitude
    }
}

extension Segment {
    fileprivate func distance(to place: SIMD2<Float>) -> Float {
        distance(x: place.x, y: place.y).distance
    }
}

extension SIMD2<Float> {
    fileprivate func distance(to other: SIMD2<Float>) -> Float {
        let offset = self - other
        return (offset * offset).sum().squareRoot()
    }
}
