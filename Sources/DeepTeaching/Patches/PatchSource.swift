/// Labelled patches that a network learns from, wherever their pixels lie: in memory (``PatchSet``), or on
/// a disk (``StoredPatches``).
public protocol PatchSource: Sendable {
    /// For each patch whether it shows tumour.
    var isTumor: [Bool] { get }

    /// The patients whose patches these are; none if nobody knows.
    var patients: Set<String> { get }

    /// The pixels of a patch; called from several threads at once.
    ///
    /// - Throws: what reading them throws.
    func image(at index: Int) throws -> Image
}

extension PatchSource {
    /// None: nobody knows whose patches these are.
    public var patients: Set<String> { [] }

    /// The number of patches.
    public var count: Int { isTumor.count }

    /// The number of patches that show tumour.
    public var tumorCount: Int { isTumor.count { $0 } }

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
    ///   different sizes; what reading the patches throws.
    public func pictures(
        of batch: PatchBatch, augmentation: Augmentation?
    ) throws -> Tensor<Float> {
        let pictures = try parallelMap(batch.indices.count) { place in
            let image = try image(at: batch.indices[place])
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
        let isTumor = isTumor
        return batch.indices.map { isTumor[$0] ? 1 : 0 }
    }

    /// Stops a training that would be examined on patients from whom it has learnt.
    ///
    /// Two patches of one patient look alike, so that the measure would be better than the network. What
    /// does not know its patients is not compared.
    ///
    /// - Throws: ``PatchError/patientsOnBothSides(patients:)``.
    public func requireOtherPatients(than other: some PatchSource) throws {
        let both = patients.intersection(other.patients).sorted()
        if !both.isEmpty { throw PatchError.patientsOnBothSides(patients: both) }
    }
}

/// Some patches of a set, for one step of training.
public struct PatchBatch: Sendable, Equatable {
    /// Which patches.
    public let indices: [Int]

    /// Decides how they are changed.
    public let seed: UInt64
}
