/// Labelled patches in memory: what a network learns from.
///
/// They are kept as bytes, a quarter of what the network's numbers would take.
public struct PatchSet: Sendable {
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

    /// The number of patches.
    public var count: Int { images.count }

    /// The number of patches that show tumour.
    public var tumorCount: Int { isTumor.count { $0 } }

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

    /// The batches of an epoch: all patches once, in an order decided by the seed and the epoch. The
    /// rest that does not fill a batch is left out.
    public func batches(of size: Int, seed: UInt64, epoch: Int) -> [PatchBatch] {
        require(size > 0, "a batch cannot have \(size) patches")
        var generator = SeededGenerator(seed: seed, stream: "patches of epoch \(epoch)")
        let order = generator.shuffled(Array(0..<count))
        return stride(from: 0, through: count - size, by: size).map {
            PatchBatch(indices: Array(order[$0..<$0 + size]), seed: generator.next())
        }
    }

    /// The pictures of a batch [batch, height, width, 3], changed by chance on all cores.
    ///
    /// What happens to a patch is decided by the batch's seed and its place in the batch, not by
    /// the thread that does it.
    ///
    /// - Throws: `PictureError`, `StainError` if the augmentation cannot be done, or leaves patches of
    ///   different sizes.
    public func pictures(
        of batch: PatchBatch, augmentation: Augmentation?
    ) throws -> Tensor<Float> {
        let pictures = try parallelMap(batch.indices.count) { place in
            let image = images[batch.indices[place]]
            guard let augmentation else { return image }
            var generator = SeededGenerator(seed: batch.seed, stream: "patch \(place)")
            return try augmentation(image, using: &generator)
        }
        for picture in pictures where picture.size != pictures[0].size {
            throw PictureError.differentSizes(picture: pictures[0].size, other: picture.size)
        }
        return Tensor(images: pictures)
    }

    /// The classes of a batch: 1 for tumour, 0 for normal tissue.
    public func labels(of batch: PatchBatch) -> [Int] {
        batch.indices.map { isTumor[$0] ? 1 : 0 }
    }
}

/// Some patches of a set, for one step of training.
public struct PatchBatch: Sendable, Equatable {
    /// Which patches.
    public let indices: [Int]

    /// Decides how they are changed.
    public let seed: UInt64
}
