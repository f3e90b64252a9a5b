import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = TissueExtractionCalls.patchGrid

extension TissueExtractionGraders {
    static let patchGrid = ExerciseGrader(
        call,
        checks: [
            call.check(
                "border", "every patch that fits is there, and none hangs over the border",
                inputs: { generator in
                    let side = 3 + generator.index(below: 4)
                    return [
                        fullGrid(side: side, stride: side, rest: side - 1, &generator),
                        fullGrid(side: side, stride: side, rest: 0, &generator),
                        // No patch fits into a picture that is smaller than one.
                        (
                            Mask(size: PixelSize(width: side - 1, height: 9), repeating: true),
                            side, stride: side, minimumTissue: 0.5
                        ),
                    ]
                },
                comparing: compareGrids),
            call.check(
                "stride", "the corners are multiples of the stride",
                inputs: { generator in
                    let side = 4 + generator.index(below: 3)
                    return [
                        fullGrid(
                            side: side, stride: side - 2, rest: 0, minimumTissue: 1, &generator),
                        fullGrid(side: side, stride: side + 3, rest: 2, &generator),
                    ]
                },
                comparing: compareGrids),
            call.check(
                "tissue", "a patch is kept if its share of tissue is the least or more",
                inputs: { generator in
                    [
                        mixedGrid(&generator), overlapping(&generator),
                        everyCount(minimumTissue: [0.3, 0.4, 0.5], &generator),
                        everyCount(minimumTissue: [0.25, 0.6, 0.8], &generator),
                        everyCount(minimumTissue: [0], &generator),
                    ]
                },
                comparing: compareGrids),
        ],
        misconceptions: patchGridMisconceptions,
        alternatives: patchGridAlternatives,
        hints: Hints(
            question: "What is the largest x at which a patch still fits, and how do you count "
                + "the tissue below a patch?",
            concept: "Two loops over the corners, in steps of the stride; for each corner two "
                + "loops over the pixels of the patch, which count tissue. Then the share, and "
                + "the decision.",
            step: "Width 10, side 4, stride 4: x = 0 and 4 fit, for 4 + 4 <= 10; 8 + 4 > 10. "
                + "Swift.stride(from: 0, through: width - side, by: stride) gives exactly these. "
                + "(Inside this function `stride` is the number, so write Swift.stride.)"))

    /// Patches may come in any order.
    private static func compareGrids(
        _ expected: [PixelRectangle], _ got: [PixelRectangle], tissue: Mask, side: Int, stride: Int,
        minimumTissue _: Double
    ) -> Verdict {
        let (wanted, given) = (Set(expected), Set(got))
        if wanted == given && got.count == given.count { return .right }
        let numbers = "expected \(expected.count) patches, got \(got.count)"
        if let extra = got.first(where: { !wanted.contains($0) }) {
            return .wrong("\(numbers); \(extra) \(fault(extra, tissue, side, stride))")
        }
        if let missing = expected.first(where: { !given.contains($0) }) {
            let share = shareText(missing, tissue)
            return .wrong("\(numbers); missing is \(missing), which holds \(share) tissue")
        }
        return .wrong("\(numbers): some are there twice")
    }

    private static func fault(
        _ patch: PixelRectangle, _ tissue: Mask, _ side: Int, _ stride: Int
    ) -> String {
        if patch.width != side || patch.height != side {
            return "is not \(side) x \(side) pixels"
        }
        if !patch.lies(within: tissue.size) {
            return "hangs over the border of the picture of \(tissue.size)"
        }
        if !patch.x.isMultiple(of: stride) || !patch.y.isMultiple(of: stride) {
            return "does not begin at multiples of the stride \(stride)"
        }
        return "holds only \(shareText(patch, tissue)) tissue"
    }

    private static func shareText(_ patch: PixelRectangle, _ tissue: Mask) -> String {
        guard patch.lies(within: tissue.size) else { return "an unknown share of" }
        var count = 0
        for y in patch.y..<patch.y + patch.height {
            for x in patch.x..<patch.x + patch.width where tissue[x: x, y: y] { count += 1 }
        }
        return String(format: "%.3f", Double(count) / Double(patch.area))
    }

    private typealias Grid = (tissue: Mask, side: Int, stride: Int, minimumTissue: Double)

    /// Tissue everywhere; `rest` pixels are left over beyond the last patch.
    private static func fullGrid(
        side: Int, stride: Int, rest: Int, minimumTissue: Double = 0.5,
        _ generator: inout SeededGenerator
    ) -> Grid {
        let (columns, rows) = (
            5 + generator.index(below: 3), 3 + generator.index(below: 2)
        )
        let size = PixelSize(
            width: (columns - 1) * stride + side + rest,
            height: (rows - 1) * stride + side + rest)
        return (Mask(size: size, repeating: true), side, stride, minimumTissue)
    }

    /// Patches that share pixels, on tissue full of holes: about half of them hold enough.
    private static func overlapping(_ generator: inout SeededGenerator) -> Grid {
        let size = PixelSize(width: 15 + generator.index(below: 4), height: 13)
        let pixels = (0..<size.area).map { _ in generator.uniform() < 0.5 }
        return (Mask(size: size, pixels: pixels), side: 4, stride: 3, minimumTissue: 0.5)
    }

    /// A row of patches of 3 x 3 pixels with 0 to 9 pixels of tissue. Of 9 pixels 0.3, 0.4 and 0.5 are a
    /// half or more above a whole number, 0.25, 0.6 and 0.8 less: whoever rounds takes one too many.
    private static func everyCount(
        minimumTissue: [Double], _ generator: inout SeededGenerator
    ) -> Grid {
        let side = 3
        var tissue = Mask(size: PixelSize(width: 10 * side, height: side))
        for (count, cell) in generator.shuffled(Array(0..<10)).enumerated() {
            for pixel in generator.shuffled(Array(0..<side * side)).prefix(count) {
                tissue[x: cell * side + pixel % side, y: pixel / side] = true
            }
        }
        let minimum = minimumTissue[generator.index(below: minimumTissue.count)]
        return (tissue, side, stride: side, minimumTissue: minimum)
    }

    /// Patches of every kind: full, empty, just enough, just too little, a lone middle, a ring.
    private static func mixedGrid(_ generator: inout SeededGenerator) -> Grid {
        let side = 4 + 2 * generator.index(below: 2)
        let (columns, rows) = (5, 4)
        var tissue = Mask(size: PixelSize(width: columns * side, height: rows * side))
        let minimum = [0.25, 0.5][generator.index(below: 2)]
        let enough = Int(minimum * Double(side * side))
        let counts = [side * side, 0, enough, enough - 1, enough + 1, enough / 2]
        let turns = generator.shuffled(Array(0..<columns * rows))
        for (turn, cell) in turns.enumerated() {
            let order = generator.shuffled(Array(0..<side * side))
            let middle = side / 2 * side + side / 2
            let others = order.filter { $0 != middle }
            // Patches of every kind with and without tissue in their very middle.
            let pixels =
                (turn / counts.count).isMultiple(of: 2) ? [middle] + others : others + [middle]
            for pixel in pixels.prefix(counts[turn % counts.count]) {
                let x = cell % columns * side + pixel % side
                let y = cell / columns * side + pixel / side
                tissue[x: x, y: y] = true
            }
        }
        // One patch full of tissue but for its corners.
        let (left, top) = (turns[0] % columns * side, turns[0] / columns * side)
        for (x, y) in [(0, 0), (side - 1, 0), (0, side - 1), (side - 1, side - 1)] {
            tissue[x: left + x, y: top + y] = false
        }
        return (tissue, side, stride: side, minimumTissue: minimum)
    }
}
