import DeepTeaching

extension PatchSet {
    /// Draws patches of some slides, half of them tumour: first the label, then the slide, then
    /// the patch.
    ///
    /// - Throws: `PatchError` if no slide has a patch of a label, `SlideError` if one cannot be read.
    init(
        drawing count: Int, from specimens: [Specimen], grid: PatchGrid, seed: UInt64
    ) throws {
        let patches = try parallelMap(specimens.count) { try specimens[$0].labeledPatches(grid) }
        var generator = SeededGenerator(seed: seed, stream: "patches")
        let samples = try BalancedSampler(slides: patches).distinctSample(
            count, slideCount: specimens.count, using: &generator)
        let parts = try parallelMap(specimens.count) { index in
            let images = try specimens[index].images(
                of: samples[index].map(\.patch.region), grid: grid)
            return zip(images, samples[index]).map { (image: $0, isTumor: $1.label == .tumor) }
        }
        self.init()
        // Mixed, so that any first part of the set is a fair draw too.
        for patch in generator.shuffled(Array(parts.joined())) {
            append(patch.image, isTumor: patch.isTumor)
        }
    }

    /// The first patches of the set.
    func first(_ count: Int) -> PatchSet {
        var part = PatchSet()
        for index in 0..<min(count, self.count) {
            part.append(images[index], isTumor: isTumor[index])
        }
        return part
    }
}

extension Specimen {
    /// The pictures of patches, in the order of their regions.
    ///
    /// - Throws: `SlideError` if the slide cannot be read.
    func images(of regions: [BaselineRectangle], grid: PatchGrid) throws -> [Image] {
        if regions.isEmpty { return [] }
        return try PatchReader(slide, grid: grid).images(of: regions)
    }
}
