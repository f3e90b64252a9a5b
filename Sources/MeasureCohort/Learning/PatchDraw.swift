import DeepTeaching

extension PatchSet {
    /// Draws patches of some slides, half of them tumour: first the label, then the slide, then
    /// the patch.
    ///
    /// - Throws: `PatchError` if no slide has a patch of a label, `SlideError` if one cannot be read.
    init(
        drawing count: Int, from specimens: [Specimen], grid: PatchGrid, seed: UInt64
    ) throws {
        let places = try parallelMap(specimens.count) { try specimens[$0].labeledPlaces(grid) }
        var generator = SeededGenerator(seed: seed, stream: "patches")
        let samples = try BalancedSampler(slides: places).distinctSample(
            count, slideCount: specimens.count, using: &generator)
        let parts = try parallelMap(specimens.count) { index in
            let images = try specimens[index].images(
                at: samples[index].map(\.place), grid: grid)
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
    /// The pictures of patches, in the order of the places.
    ///
    /// - Throws: `SlideError` if the slide cannot be read.
    func images(at places: [PatchPlace], grid: PatchGrid) throws -> [Image] {
        if places.isEmpty { return [] }
        return try PatchReader(slide, grid: grid).images(at: places)
    }
}
