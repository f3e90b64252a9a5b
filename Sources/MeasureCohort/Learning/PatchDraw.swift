import DeepTeaching

extension PatchSet {
    /// Draws patches of some slides, half of them tumour: first the label, then the slide, then
    /// the patch.
    ///
    /// - Throws: `PatchError` if no slide has a patch of a label, `SlideError` if one cannot be read.
    init(
        drawing count: Int, from specimens: [Specimen], grid: PatchGrid, seed: UInt64
    ) throws {
        let patches = try parallelMap(specimens.count) { index in
            try specimens[index].labeledPatches(ofSlide: index, grid: grid)
        }
        var generator = SeededGenerator(seed: seed, stream: "patches")
        let drawn = try BalancedSampler(slides: patches).distinctSample(
            count, slideCount: specimens.count, using: &generator)
        let sets = try parallelMap(specimens.count) { index in
            PatchSet(
                try specimens[index].images(of: drawn[index].map(\.patch.region), grid: grid),
                of: drawn[index])
        }
        let all = PatchSet(joining: sets)
        // Mixed, so that any first part of the set is a fair draw too.
        self = all.gathered(generator.shuffled(Array(0..<all.count)))
    }

    /// The first patches of the set.
    func first(_ count: Int) -> PatchSet { gathered(Array(0..<min(count, self.count))) }
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
