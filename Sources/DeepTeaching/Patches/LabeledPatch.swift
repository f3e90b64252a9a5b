/// A patch of one of several slides, and what it shows; its pixels are not read yet.
public struct LabeledPatch: Sendable, Hashable, Codable {
    /// The index of the slide.
    public var slide: Int

    /// Which patch of the grid, and where it lies.
    public var patch: GridPatch

    /// What it shows.
    public var label: PatchLabel

    /// A patch from its parts.
    public init(slide: Int, patch: GridPatch, label: PatchLabel) {
        self.slide = slide
        self.patch = patch
        self.label = label
    }
}

extension PatchLabeler {
    /// Patches with what they show.
    ///
    /// - Parameter slide: the index of the slide among those that are drawn from.
    public func labeled(_ patches: [GridPatch], ofSlide slide: Int) -> [LabeledPatch] {
        patches.map { LabeledPatch(slide: slide, patch: $0, label: label(of: $0.region)) }
    }
}
