import DeepTeaching
import LessonSlides

/// Patches as rows of numbers, with their labels.
struct PatchTable {
    /// Where the rows come from.
    let patches: [LessonPatch]

    /// The patches as the network sees them, a few pixels wide and high.
    let images: [Image]

    /// Axes [patch, number]; each number from 0 to 1.
    var rows: Tensor<Float>

    /// 1 for tumour, 0 for normal tissue.
    let labels: [Int]

    /// Patches, made smaller so that they are `side` pixels wide and high.
    init(_ patches: [LessonPatch], side: Int) {
        self.patches = patches
        images = patches.map { $0.image.resized(to: PixelSize(side: side)) }
        rows = Tensor(images: images).reshaped([patches.count, side * side * 3])
        labels = patches.map { $0.isTumor ? 1 : 0 }
    }

    private init(_ table: PatchTable, _ indices: [Int]) {
        patches = indices.map { table.patches[$0] }
        images = indices.map { table.images[$0] }
        rows = table.rows.gathered(indices)
        labels = indices.map { table.labels[$0] }
    }

    /// How many patches there are.
    var count: Int { labels.count }

    /// How many of them are tumour.
    var tumorCount: Int { labels.count { $0 == 1 } }

    /// All normal patches, and of the tumour patches one for so many normal ones, evenly chosen.
    func withOneTumor(forEvery normal: Int) -> PatchTable {
        let tumor = labels.indices.filter { labels[$0] == 1 }
        let rest = labels.indices.filter { labels[$0] == 0 }
        let wanted = min(tumor.count, max(1, rest.count / normal))
        let chosen = (0..<wanted).map { tumor[$0 * tumor.count / wanted] }
        return PatchTable(self, rest + chosen)
    }

    /// Every second patch, from the first on, and those between them.
    var halves: (PatchTable, PatchTable) {
        let places = [0, 1].map { first in Array(stride(from: first, to: count, by: 2)) }
        return (PatchTable(self, places[0]), PatchTable(self, places[1]))
    }

    /// The rows with their numbers in another order, the same for all rows.
    func reordered(_ order: [Int]) -> PatchTable {
        var copy = self
        copy.rows = rows.gathered(order, axis: 1)
        return copy
    }
}

extension InputScale {
    /// A table with its numbers on this scale.
    func callAsFunction(_ table: PatchTable) -> PatchTable {
        var copy = table
        copy.rows = self(table.rows)
        return copy
    }
}
