import DeepTeaching

/// Patches drawn from the slides of some patients, half of them tumour.
///
/// First the label is drawn, then the slide, then the place: else the few slides with the largest
/// metastases would give nearly all tumour patches.
struct PatchCollection {
    let cases: [Case]
    let detector: TumorDetectorSettings

    /// How many patches are drawn.
    let count: Int

    /// - Throws: `SlideError`, `PatchError` if a slide cannot be read or no patch shows tumour.
    func read(seed: UInt64, progress: Counter) throws -> PatchSet {
        let grid = PatchGrid(
            side: detector.side, micronsPerPixel: detector.micronsPerPixel,
            stride: detector.side / 4, minimumTissue: 0.5)
        let places = try parallelMap(cases.count) { index in
            try cases[index].labelledPlaces(on: try cases[index].open(), grid: grid)
        }
        var generator = SeededGenerator(seed: seed, stream: "patches")
        let sample = try BalancedSampler(slides: places).sample(count, using: &generator)
        let bySlide = Dictionary(grouping: Set(sample), by: \.slide)
        let sets = try parallelMap(cases.count) { index in
            defer { progress.countOne() }
            return try patches(bySlide[index] ?? [], of: cases[index], grid: grid)
        }
        return sets.reduce(into: PatchSet()) { $0.append($1) }
    }

    private func patches(
        _ samples: [SampledPatch], of slideCase: Case, grid: PatchGrid
    ) throws -> PatchSet {
        var set = PatchSet()
        if samples.isEmpty { return set }
        let ordered = samples.sorted {
            ($0.place.row, $0.place.column) < ($1.place.row, $1.place.column)
        }
        let reader = try PatchReader(try slideCase.open(), grid: grid)
        let images = try reader.images(at: ordered.map(\.place))
        for (image, sample) in zip(images, ordered) {
            set.append(image, isTumor: sample.label == .tumor)
        }
        return set
    }
}
