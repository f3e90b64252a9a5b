import DeepTeaching
import LessonSlides

/// Patches as rows of numbers, with their labels.
struct PatchTable {
    /// Where the rows come from.
    let patches: PatchSet

    /// The patches as the network sees them, a few pixels wide and high.
    let images: [Image]

    /// Axes [patch, number]; each number from 0 to 1.
    var rows: Tensor<Float>

    /// Patches, made smaller so that they are `side` pixels wide and high.
    init(_ patches: PatchSet, side: Int) {
        self.patches = patches
        // listing: PatchTable.rows
        images = patches.images.map { $0.resized(to: PixelSize(side: side)) }
        rows = Tensor(images: images).reshaped([patches.count, side * side * 3])
        // end listing
    }

    private init(_ table: PatchTable, _ indices: [Int]) {
        patches = table.patches.gathered(indices)
        images = indices.map { table.images[$0] }
        rows = table.rows.gathered(indices)
    }

    /// How many patches there are.
    var count: Int { patches.count }

    /// How many numbers a row has.
    var inputs: Int { rows.shape[1] }

    /// Whether each patch is tumour.
    var isTumor: [Bool] { patches.isTumor }

    /// 1 for tumour, 0 for normal tissue.
    var labels: [Int] { isTumor.map { $0 ? 1 : 0 } }

    /// All normal patches, and of the tumour patches one for so many normal ones, evenly chosen.
    func withOneTumor(forEvery normal: Int) -> PatchTable {
        let tumor = isTumor.indices.filter { isTumor[$0] }
        let rest = isTumor.indices.filter { !isTumor[$0] }
        let wanted = min(tumor.count, max(1, rest.count / normal))
        let chosen = (0..<wanted).map { tumor[$0 * tumor.count / wanted] }
        return PatchTable(self, rest + chosen)
    }

    /// Every second patch, from the first on, and those between them.
    var halves: (PatchTable, PatchTable) {
        let places = [0, 1].map { first in Array(stride(from: first, to: count, by: 2)) }
        return (PatchTable(self, places[0]), PatchTable(self, places[1]))
    }
}

/// Tables of the same patches with other numbers.
extension PatchTable {
    /// The mean colour of each patch: three numbers a row.
    var meanColors: Tensor<Float> { rows.reshaped([count, inputs / 3, 3]).mean(axes: [1]) }

    /// The numbers on another scale.
    func scaled(by scale: InputScale) -> PatchTable { with(scale(rows)) }

    /// The numbers in another order, the same for all rows.
    func reordered(_ order: [Int]) -> PatchTable { with(rows.gathered(order, axis: 1)) }

    /// The pixels of each patch in an order of its own: the colours stay, their places are gone.
    func scattered(seed: UInt64) -> PatchTable {
        var generator = SeededGenerator(seed: seed, stream: "scattered")
        let numbers = rows.elements
        let pixels = Array(0..<inputs / 3)
        let scattered = (0..<count).flatMap { row in
            generator.shuffled(pixels).flatMap { pixel in
                let start = row * inputs + 3 * pixel
                return numbers[start..<start + 3]
            }
        }
        return with(Tensor(scattered, shape: rows.shape))
    }

    private func with(_ rows: Tensor<Float>) -> PatchTable {
        var copy = self
        copy.rows = rows
        return copy
    }
}

extension PatchScores {
    /// What a network says about the patches of a table.
    init(_ network: DenseNetwork, _ table: PatchTable) {
        self.init(network, table.rows, isTumor: table.isTumor)
    }
}
