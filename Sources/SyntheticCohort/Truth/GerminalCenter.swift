import DeepTeaching

/// A germinal centre: the pale middle of a follicle, as large as a micro-metastasis.
public struct GerminalCenter: Sendable, Equatable {
    /// Its middle, in level-0 pixels.
    public let center: BaselinePoint

    /// Its radius in micrometres.
    public let radius: Double
}

extension SlidePlan {
    /// The germinal centres of the slide.
    public var germinalCenters: [GerminalCenter] {
        follicles.map { follicle in
            GerminalCenter(
                center: BaselinePoint(
                    x: Double(follicle.x) / profile.micronsPerPixel,
                    y: Double(follicle.y) / profile.micronsPerPixel),
                radius: Double(follicle.radius))
        }
    }

    /// The middle of a lesion, in level-0 pixels.
    public func center(of lesion: Lesion) -> BaselinePoint {
        BaselinePoint(
            x: lesion.center.x / profile.micronsPerPixel,
            y: lesion.center.y / profile.micronsPerPixel)
    }

    /// How deep in a lymph node a place in level-0 pixels lies, in micrometres; negative outside.
    public func depthInNode(at point: BaselinePoint) -> Double {
        let x = Float(point.x * profile.micronsPerPixel)
        let y = Float(point.y * profile.micronsPerPixel)
        return Double(NodeGeometry(nodes: nodes, noise: noise).depth(x: x, y: y))
    }

    /// Whether the scanner left a place, in level-0 pixels, out and it is black.
    public func isUnscanned(at point: BaselinePoint) -> Bool {
        let x = Float(point.x * profile.micronsPerPixel)
        let y = Float(point.y * profile.micronsPerPixel)
        return artefacts.blackBlocks.contains { $0.x.contains(x) && $0.y.contains(y) }
    }
}
