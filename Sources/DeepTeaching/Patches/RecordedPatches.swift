/// Patches on a disk, each with what is known of it: a ``PatchStore`` or a ``PatchFolder``.
public protocol RecordedPatches: Sendable {
    /// The number of patches.
    var count: Int { get }

    /// Tells what is known of each patch, in their order, without reading their pixels.
    func forEachRecord(_ body: (Int, PatchRecord) throws -> Void) throws

    /// The pixels of a patch; called from several threads at once.
    func image(at index: Int) throws -> Image
}

extension RecordedPatches {
    /// The patches that a network can learn from, tumour or normal, and whose records are wanted; their
    /// pixels stay on the disk until a batch needs them.
    ///
    /// ```swift
    /// let training = try store.patches { split.training.contains($0.patient) }
    /// let validation = try store.patches { split.validation.contains($0.patient) }
    /// try PatchTraining().fit(&network, to: training, validation: validation, seed: 1)
    /// ```
    ///
    /// - Throws: what reading the records throws.
    public func patches(
        where isWanted: (PatchRecord) throws -> Bool = { _ in true }
    ) throws -> StoredPatches {
        var patches = StoredPatches(of: self)
        try forEachRecord { index, record in
            if record.label != .unknown, try isWanted(record) { patches.append(record, at: index) }
        }
        return patches
    }
}

/// Some patches on a disk, tumour or normal, of which a network learns. In memory are a few bytes for
/// each; their pixels are read batch by batch.
public struct StoredPatches: PatchSource {
    /// For each patch whether it shows tumour.
    public private(set) var isTumor: [Bool] = []

    /// For each patch which one it is of those on the disk.
    public private(set) var indices: [Int] = []

    /// For each patch the number of its slide.
    private var slideNumbers: [UInt32] = []
    private var slides: [StoredSlide] = []
    private let library: any RecordedPatches
    private var numberOfSlide: [String: UInt32] = [:]

    init(of library: some RecordedPatches) { self.library = library }

    mutating func append(_ record: PatchRecord, at index: Int) {
        let next = UInt32(slides.count)
        let slide = numberOfSlide[record.slide] ?? next
        if slide == next {
            numberOfSlide[record.slide] = next
            slides.append(StoredSlide(name: record.slide, patient: record.patient))
        }
        isTumor.append(record.label == .tumor)
        indices.append(index)
        slideNumbers.append(slide)
    }

    /// The patients whose patches these are.
    public var patients: Set<String> {
        Set(Set(slideNumbers).map { slides[Int($0)].patient })
    }

    /// The pixels of a patch.
    ///
    /// - Throws: ``PatchStoreError`` or ``PatchFolderError`` if they are damaged.
    public func image(at index: Int) throws -> Image { try library.image(at: indices[index]) }
}

extension StoredPatches {
    /// Patches drawn by chance, with replacement: first the label, then the slide, then the patch, as
    /// ``BalancedSampler`` draws them.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - tumorShare: the share of them that are tumour, from 0 to 1, rounded to whole patches.
    ///   - generator: makes the draws.
    /// - Throws: `PatchError` if no slide has a patch of a label that is needed.
    public func balanced(
        _ count: Int, tumorShare: Double = 0.5, using generator: inout SeededGenerator
    ) throws -> StoredPatches {
        var ofSlide = [[Int]](repeating: [], count: slides.count)
        for (place, slide) in slideNumbers.enumerated() { ofSlide[Int(slide)].append(place) }
        let draw = BalancedDraw(slides: ofSlide) { isTumor[$0] ? .tumor : .normal }
        return gathered(try draw.sample(count, tumorShare: tumorShare, using: &generator))
    }

    /// Some of the patches, in the order of their places among these.
    public func gathered(_ places: [Int]) -> StoredPatches {
        var some = self
        some.isTumor = places.map { isTumor[$0] }
        some.indices = places.map { indices[$0] }
        some.slideNumbers = places.map { slideNumbers[$0] }
        return some
    }
}
