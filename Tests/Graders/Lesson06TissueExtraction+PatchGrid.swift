import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Mutants

extension TissueExtractionGraders {
    static let patchGrid = ExerciseGrader(
        "patchGrid",
        checks: [
            Check(
                "border", "every patch that fits is there, and none hangs over the border",
                inputs: { generator in
                    let side = 3 + generator.index(below: 4)
                    return [
                        fullGrid(side: side, stride: side, rest: side - 1, &generator),
                        fullGrid(side: side, stride: side, rest: 0, &generator),
                    ]
                },
                comparing: comparePatches),
            Check(
                "stride", "the corners are multiples of the stride",
                inputs: { generator in
                    let side = 4 + generator.index(below: 3)
                    return [
                        fullGrid(
                            side: side, stride: side - 2, rest: 0, minimumTissue: 1, &generator),
                        fullGrid(side: side, stride: side + 3, rest: 2, &generator),
                    ]
                },
                comparing: comparePatches),
            Check(
                "tissue", "a patch is kept if its share of tissue is the least or more",
                inputs: { generator in [mixedGrid(&generator)] }, comparing: comparePatches),
        ],
        misconceptions: patchGridMisconceptions,
        alternatives: [answer(TissueExtractionAlternatives.SummedAreas.self)],
        hints: Hints(
            question: "What is the largest x at which a patch still fits, and how do you count "
                + "the tissue below a patch?",
            concept: "Two loops over the corners, in steps of the stride; for each corner two "
                + "loops over the pixels of the patch, which count tissue. Then the share, and "
                + "the decision.",
            step: "Width 10, side 4, stride 4: x = 0 and 4 fit, for 4 + 4 <= 10; 8 + 4 > 10. "
                + "Swift.stride(from: 0, through: width - side, by: stride) gives exactly these. "
                + "(Inside this function `stride` is the number, so write Swift.stride.)"))

    private static let patchGridMisconceptions = [
        Misconception(
            "patches hang over the border",
            mutant: answer(TissueExtractionMutants.HangsOverTheBorder.self), check: "border",
            hints: Hints(
                question: "What does the network see in the part of a patch beyond the slide?",
                concept: "Nothing was scanned there. A reader fills in black or white, and the "
                    + "network learns the border instead of the tissue.",
                step: "The last corner is width - side, not width: Swift.stride(from: 0, through: "
                    + "width - side, by: stride).")),
        Misconception(
            "a patch that would hang over the border is pulled back inside",
            mutant: answer(TissueExtractionMutants.PulledBack.self), check: "border",
            hints: Hints(
                question: "Are all corners of your patches multiples of the stride?",
                concept: "Pulled back, the last column overlaps its neighbour, and its tissue "
                    + "counts twice. A grid leaves the rest out.",
                step: "Do not use min(x, width - side): stop the loop at width - side.")),
        Misconception(
            "the last column and row that fit are lost",
            mutant: answer(TissueExtractionMutants.LastColumnLost.self), check: "border",
            hints: Hints(
                question: "Ten pixels, patches of five: how many fit side by side?",
                concept: "A patch at x covers x up to x + side - 1. It fits if x + side <= width; "
                    + "equal is allowed.",
                step: "stride(from:to:) stops before its end, stride(from:through:) includes it: "
                    + "use through: width - side.")),
        Misconception(
            "patches lie edge to edge, whatever the stride",
            mutant: answer(TissueExtractionMutants.StrideIgnored.self), check: "stride",
            hints: Hints(
                question: "Patches of 64 with a stride of 32: where does the second one begin?",
                concept: "The side says how large a patch is, the stride how far the next one is. "
                    + "A smaller stride makes patches overlap.",
                step: "Step by stride, not by side: corners 0, 32, 64, ...")),
        Misconception(
            "you take the stride for a gap between patches",
            mutant: answer(TissueExtractionMutants.StrideIsAGap.self), check: "stride",
            hints: Hints(
                question: "Patches of 64 with a stride of 64: do they touch?",
                concept: "A stride goes from corner to corner. A gap would go from the end of one "
                    + "to the beginning of the next.",
                step: "Step by stride, not by side + stride.")),
        Misconception(
            "you look at the pixel in the middle only",
            mutant: answer(TissueExtractionMutants.MiddlePixelOnly.self), check: "tissue",
            hints: Hints(
                question: "A small vessel leaves a hole in the very middle of a patch full of "
                    + "tissue. Should the patch be lost?",
                concept: "One pixel is a poor sample of a thousand: the share of tissue needs them "
                    + "all.",
                step: "Count the tissue in rows y ..< y + side and columns x ..< x + side, then "
                    + "divide by side * side.")),
        Misconception(
            "you look at the four corners of the patch only",
            mutant: answer(TissueExtractionMutants.CornerPixelsOnly.self), check: "tissue",
            hints: Hints(
                question: "A patch lies over a vessel: tissue in all corners, none in the middle. "
                    + "What is its share of tissue?",
                concept: "Four pixels of a thousand are a small sample, and the corners are "
                    + "neighbours of other patches.",
                step: "Count over all rows y ..< y + side and columns x ..< x + side.")),
        Misconception(
            "any pixel of tissue is enough",
            mutant: answer(TissueExtractionMutants.AnyTissueIsEnough.self), check: "tissue",
            hints: Hints(
                question: "What do you compare with minimumTissue?",
                concept: "A patch with one pixel of tissue teaches the network glass.",
                step: "fraction = count / (side * side), and keep it if fraction >= "
                    + "minimumTissue.")),
        Misconception(
            "exactly the least share counts as too little",
            mutant: answer(TissueExtractionMutants.MoreThanTheLeast.self), check: "tissue",
            hints: Hints(
                question: "At least one half: is one half at least one half?",
                concept: "\"At least\" includes equality. With minimumTissue 1 a full patch must "
                    + "stay.",
                step: "8 of 16 pixels are 0.5 >= 0.5: write >= where you write >.")),
        Misconception(
            "you divide whole numbers, so that all shares but 1 become 0",
            mutant: answer(TissueExtractionMutants.WholeNumbersDivided.self), check: "tissue",
            hints: Hints(
                question: "What is 9 / 16 in Swift if both are Int?",
                concept: "Dividing integers drops what is behind the point: 9 / 16 is 0.",
                step: "Double(count) / Double(side * side).")),
        Misconception(
            "you divide by the pixels of the whole picture",
            mutant: answer(TissueExtractionMutants.ShareOfThePicture.self), check: "tissue",
            hints: Hints(
                question: "Can a patch ever hold half of all pixels of a slide?",
                concept: "The share asked for is that of the patch: its tissue over its pixels.",
                step: "Divide by side * side.")),
        Misconception(
            "x and y of the corners are swapped",
            mutant: answer(TissueExtractionMutants.CornersSwapped.self), check: "border",
            hints: Hints(
                question: "On a slide that is wider than high, which coordinate becomes larger?",
                concept: "x counts columns, up to the width; y counts rows, up to the height.",
                step: "PixelRectangle(x: x, y: y, ...), with x from the loop up to width - side.")),
    ]

    /// Patches may come in any order.
    private static func comparePatches(
        _ inputs: PatchGridInputs, _ expected: [PixelRectangle], _ got: [PixelRectangle]
    ) -> Verdict {
        let (wanted, given) = (Set(expected), Set(got))
        if wanted == given && got.count == given.count { return .right }
        let numbers = "expected \(expected.count) patches, got \(got.count)"
        if let extra = got.first(where: { !wanted.contains($0) }) {
            return .wrong("\(numbers); \(extra) \(fault(extra, inputs))")
        }
        if let missing = expected.first(where: { !given.contains($0) }) {
            let share = share(missing, inputs.tissue)
            return .wrong("\(numbers); missing is \(missing), which holds \(share) tissue")
        }
        return .wrong("\(numbers): some are there twice")
    }

    private static func fault(_ patch: PixelRectangle, _ inputs: PatchGridInputs) -> String {
        if patch.width != inputs.side || patch.height != inputs.side {
            return "is not \(inputs.side) x \(inputs.side) pixels"
        }
        if !patch.lies(within: inputs.tissue.size) {
            return "hangs over the border of the picture of \(inputs.tissue.size)"
        }
        if !patch.x.isMultiple(of: inputs.stride) || !patch.y.isMultiple(of: inputs.stride) {
            return "does not begin at multiples of the stride \(inputs.stride)"
        }
        return "holds only \(share(patch, inputs.tissue)) tissue"
    }

    private static func share(_ patch: PixelRectangle, _ tissue: Mask) -> String {
        guard patch.lies(within: tissue.size) else { return "an unknown share of" }
        var count = 0
        for y in patch.y..<patch.y + patch.height {
            for x in patch.x..<patch.x + patch.width where tissue[x: x, y: y] { count += 1 }
        }
        return String(format: "%.3f", Double(count) / Double(patch.area))
    }

    /// Tissue everywhere; `rest` pixels are left over beyond the last patch.
    private static func fullGrid(
        side: Int, stride: Int, rest: Int, minimumTissue: Double = 0.5,
        _ generator: inout SeededGenerator
    ) -> PatchGridInputs {
        let (columns, rows) = (
            5 + generator.index(below: 3), 3 + generator.index(below: 2)
        )
        let size = PixelSize(
            width: (columns - 1) * stride + side + rest,
            height: (rows - 1) * stride + side + rest)
        return PatchGridInputs(
            tissue: Mask(size: size, repeating: true), side: side, stride: stride,
            minimumTissue: minimumTissue)
    }

    /// Patches of every kind: full, empty, just enough, just too little, a lone middle, a ring.
    private static func mixedGrid(_ generator: inout SeededGenerator) -> PatchGridInputs {
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
        return PatchGridInputs(tissue: tissue, side: side, stride: side, minimumTissue: minimum)
    }
}
