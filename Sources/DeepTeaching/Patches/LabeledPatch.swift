/// A patch of one of several slides, and what it shows; its pixels are not read yet.
public struct LabeledPatch: Sendable, Hashable, Codable {
    /// The index of the slide.
    public var slide: Int

    /// Where the patch lies.
    public var place: PatchPlace

    /// What it shows.
    public var label: PatchLabel

    /// A patch from its parts.
    public init(slide: Int, place: PatchPlace, label: PatchLabel) {
        self.slide = slide
        self.place = place
        self.label = label
    }
}

extension PatchLabeler {
    /// The patches at some places with what they show.
    ///
    /// - Parameter slide: the index of the slide among those that are drawn from.
    public func labeled(_ places: [PatchPlace], ofSlide slide: Int) -> [LabeledPatch] {
        places.map { LabeledPatch(slide: slide, place: $0, label: label(of: $0)) }
    }
}
