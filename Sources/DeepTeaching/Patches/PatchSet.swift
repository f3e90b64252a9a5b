/// Labelled patches in memory: what a network learns from.
///
/// They are kept as bytes, a quarter of what the network's numbers would take.
public struct PatchSet: PatchSource {
    /// The patches.
    public private(set) var images: [Image] = []

    /// For each patch whether it shows tumour.
    public private(set) var isTumor: [Bool] = []

    /// For each patch the index of the slide that it comes from.
    public private(set) var slides: [Int] = []

    /// A set without patches.
    public init() {}

    /// Patches that were read.
    ///
    /// - Parameters:
    ///   - images: their pixels.
    ///   - patches: where each comes from and what it shows, tumour or not.
    public init(_ images: [Image], of patches: [LabeledPatch]) {
        require(
            images.count == patches.count,
            "\(patches.count) patches need as many images, not \(images.count)")
        require(
            patches.allSatisfy { $0.label != .unknown },
            "nothing can be learnt from a patch of which nobody knows what it shows")
        self.images = images
        isTumor = patches.map { $0.label == .tumor }
        slides = patches.map(\.slide)
    }

    /// The patches of several sets, one after the other.
    public init(joining sets: [PatchSet]) {
        images = sets.flatMap(\.images)
        isTumor = sets.flatMap(\.isTumor)
        slides = sets.flatMap(\.slides)
    }

    /// The pixels of a patch.
    public func image(at index: Int) -> Image { images[index] }

    /// Adds a patch of a slide, or of the only one.
    public mutating func append(_ image: Image, isTumor: Bool, slide: Int = 0) {
        images.append(image)
        self.isTumor.append(isTumor)
        slides.append(slide)
    }

    /// Some of the patches, in the order of their indices.
    public func gathered(_ indices: [Int]) -> PatchSet {
        var set = PatchSet()
        for index in indices {
            set.append(images[index], isTumor: isTumor[index], slide: slides[index])
        }
        return set
    }
}
