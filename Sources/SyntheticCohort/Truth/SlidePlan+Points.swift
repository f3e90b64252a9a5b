import DeepTeaching

extension SlidePlan {
    /// The middle of a lesion, in level-0 pixels.
    public func center(of lesion: Lesion) -> BaselinePoint {
        BaselinePoint(
            x: lesion.center.x / profile.micronsPerPixel,
            y: lesion.center.y / profile.micronsPerPixel)
    }

    /// The corners of a lesion's outline, in level-0 pixels to a thousandth, as the annotation has
    /// them.
    public func outline(of lesion: Lesion) -> [BaselinePoint] { pixels(lesion.outline) }

    /// How deep in a lymph node a point in level-0 pixels lies, in micrometres; negative outside.
    public func depthInNode(at point: BaselinePoint) -> Double {
        let x = Float(point.x * profile.micronsPerPixel)
        let y = Float(point.y * profile.micronsPerPixel)
        return Double(NodeGeometry(nodes: nodes, noise: noise).depth(x: x, y: y))
    }

    /// Whether a point in level-0 pixels lies in the tissue of a node, more than 40 micrometres below
    /// its surface, and was scanned.
    public func isTissue(at point: BaselinePoint) -> Bool {
        depthInNode(at: point) > 40 && !isUnscanned(at: point)
    }

    /// Whether the scanner left a point, in level-0 pixels, out and it is black.
    public func isUnscanned(at point: BaselinePoint) -> Bool {
        let x = Float(point.x * profile.micronsPerPixel)
        let y = Float(point.y * profile.micronsPerPixel)
        return artefacts.blackBlocks.contains { $0.x.contains(x) && $0.y.contains(y) }
    }
}
