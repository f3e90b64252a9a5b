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
}
