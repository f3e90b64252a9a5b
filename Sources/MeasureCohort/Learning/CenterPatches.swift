import DeepTeaching

/// The patches of one centre.
struct CenterPatches: Sendable {
    /// The hospital, from 0.
    let center: Int

    /// Patches of the slides that models may learn from.
    let training: PatchSet

    /// Patches of the slides that only test.
    let test: PatchSet

    /// Patches around germinal centres of the test slides.
    let germinal: [Image]

    /// Patches around isolated tumour cells of the test slides.
    let isolated: [Image]

    /// Draws the patches of the slides of a centre.
    ///
    /// - Throws: `PatchError` if a part of the slides has no tumour, `SlideError` if a slide cannot
    ///   be read.
    init(
        center: Int, specimens: [Specimen], settings: LearningSettings, seed: UInt64
    ) throws {
        self.center = center
        let split = SlideSplit(specimens, seed: seed)
        let grid = settings.grid
        training = try PatchSet(
            drawing: settings.trainingCount, from: split.training, grid: grid, seed: seed)
        test = try PatchSet(
            drawing: settings.testCount, from: split.test, grid: grid, seed: seed &+ 1)
        func images(_ regions: @Sendable (Specimen) throws -> [BaselineRectangle]) throws -> [Image]
        {
            try parallelMap(split.test.count) { index in
                let specimen = split.test[index]
                return try specimen.images(of: regions(specimen), grid: grid)
            }.flatMap { $0 }
        }
        germinal = try images { try $0.germinalRegions(grid) }
        isolated = try images { try $0.isolatedRegions(grid) }
    }
}
