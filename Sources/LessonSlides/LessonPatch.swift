import DeepTeaching

/// One labelled patch, and where it comes from.
public struct LessonPatch: Sendable {
    /// The picture.
    public let image: Image

    /// Whether its middle is tumour.
    public let isTumor: Bool

    /// The index of its slide in the collection.
    public let slide: Int

    /// The number of the patient.
    public let patient: Int

    /// The hospital, from 0.
    public let center: Int
}

extension PatchSet {
    /// The patches as a network learns from them.
    public init(_ patches: [LessonPatch]) {
        self.init()
        for patch in patches { append(patch.image, isTumor: patch.isTumor) }
    }
}
