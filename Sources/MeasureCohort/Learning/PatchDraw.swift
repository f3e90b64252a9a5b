import DeepTeaching

extension PatchSet {
    /// Draws patches of some slides, half of them tumour: first the label, then the slide, then
    /// the patch.
    ///
    /// - Throws: `PatchError` if no slide has a patch of a label, `SlideError` if one cannot be read.
    init(
        drawing count: Int, from specimens: [Specimen], grid: PatchGrid, seed: UInt64
    ) throws {
        let places = try parallelMap(specimens.count) { try specimens[$0].labelledPlaces(grid) }
        var generator = SeededGenerator(seed: seed, stream: "patches")
        let drawn = try BalancedSampler(slides: places).sample(count, using: &generator)
        let bySlide = Dictionary(grouping: Set(drawn), by: \.slide)
        let parts = try parallelMap(specimens.count) { index in
            let samples = (bySlide[index] ?? []).sorted {
                ($0.place.row, $0.place.column) < ($1.place.row, $1.place.column)
            }
            let images = try specimens[index].images(at: samples.map(\.place), grid: grid)
            return zip(images, samples).map { (image: $0, isTumor: $1.label == .tumor) }
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
