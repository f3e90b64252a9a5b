/// What a patch shows, as far as the annotations tell.
public enum PatchLabel: String, Sendable, Codable, CaseIterable {
    /// Tumour in its middle.
    case tumor

    /// No tumour in its middle.
    case normal

    /// Neither: a bit of tumour, or tissue about which nobody said anything.
    case unknown
}

/// What tissue outside the outlines of a slide is.
public enum UnannotatedTissue: String, Sendable, Codable {
    /// Normal: all tumour on the slide was outlined, or there is none.
    case normal

    /// Unknown: the slide is positive, but not all of its tumour was outlined.
    case unknown

    /// The rule for a slide.
    ///
    /// On a negative slide all tissue is normal. On a positive slide the rest is normal only if
    /// the annotation is complete, as in CAMELYON16; the isolated tumour cells of CAMELYON17 are
    /// not all outlined, and many of its positive slides have no outlines at all.
    public init(isPositive: Bool, isCompletelyAnnotated: Bool) {
        self = isPositive && !isCompletelyAnnotated ? .unknown : .normal
    }
}

/// Tells from the annotations what a patch shows.
public struct PatchLabeler: Sendable {
    /// Where tumour was outlined.
    public let tumor: TumorMask

    /// What tissue outside the outlines is.
    public let unannotated: UnannotatedTissue

    /// The side of the region in the middle that is judged, as a share of the patch's side.
    public var centerShare: Double

    /// A patch is tumour if more than this share of its middle is.
    public var tumorThreshold: Double

    /// A labeller for one slide.
    public init(
        tumor: TumorMask, unannotated: UnannotatedTissue, centerShare: Double = 0.5,
        tumorThreshold: Double = 0.5
    ) {
        require(
            centerShare > 0 && centerShare <= 1,
            "the middle of a patch must be a share of it above 0 and up to 1, not \(centerShare)")
        self.tumor = tumor
        self.unannotated = unannotated
        self.centerShare = centerShare
        self.tumorThreshold = tumorThreshold
    }

    /// A labeller of a slide from its outlines, drawn into a mask.
    ///
    /// - Parameters:
    ///   - annotations: the outlines, in level-0 pixels.
    ///   - slide: the slide.
    ///   - maskMicrons: the micrometres that one pixel of the mask covers, at least one of the
    ///     slide's. On a slide that does not state its resolution the mask has the slide's pixels,
    ///     or larger ones where these would be more than 2^26.
    ///   - unannotated: what tissue outside the outlines is.
    public init(
        outlines annotations: [Annotation], on slide: some Slide, maskMicrons: Double = 8,
        unannotated: UnannotatedTissue
    ) {
        let size = slide.levels[0].size
        let scale =
            slide.micronsPerPixel.map { maskMicrons / $0.mean }
            ?? (Double(size.area) / 0x1p26).squareRoot()
        self.init(
            tumor: TumorMask(annotations, slideSize: size, downsample: max(1, scale)),
            unannotated: unannotated)
    }

    /// Tumour if enough of the middle is; normal if none of it is and the annotation is complete;
    /// otherwise unknown.
    public func label(of patch: BaselineRectangle) -> PatchLabel {
        let fraction = tumor.fraction(of: patch.middle(centerShare))
        if fraction > tumorThreshold { return .tumor }
        return fraction == 0 && unannotated == .normal ? .normal : .unknown
    }

    /// The share of a whole patch that is outlined as tumour, from 0 to 1.
    public func tumorShare(of patch: BaselineRectangle) -> Double { tumor.fraction(of: patch) }
}
