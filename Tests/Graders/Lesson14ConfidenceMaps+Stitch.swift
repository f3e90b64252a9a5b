import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConfidenceMapsCalls.stitch

extension ConfidenceMapsGraders {
    static let stitch = ExerciseGrader(
        call,
        checks: [
            call.check(
                "places", "each patch lies where its column and row say",
                question: "Which index of the map is the column, and which is the row?",
                inputs: { generator in
                    [
                        (patches(3, 3, &generator), 32, 32, 3, 3),
                        (patches(5, 2, &generator), 64, 64, 5, 2),
                        (patches(2, 4, &generator), 7, 7, 2, 4),
                    ]
                }, compare: compare),
            call.check(
                "overlap", "a cell is the mean of all patches that cover its centre",
                question: "Which patches cover the cell, and by how many do you divide?",
                inputs: { generator in
                    [
                        (mirrored(3, &generator), 64, 32, 4, 4),
                        (mirrored(3, &generator), 64, 16, 6, 6),
                        (withGap(mirrored(5, &generator)), 48, 16, 7, 7),
                        (mirrored(4, &generator), 2, 1, 5, 5),
                    ]
                }, compare: compare),
            call.check(
                "centres", "what counts is the centre of a cell, and the map ends at its border",
                question: "A patch covers a part of a cell. Does it cover the centre?",
                inputs: { generator in
                    [
                        (mirrored(3, &generator), 96, 64, 4, 4),
                        (mirrored(4, &generator), 64, 48, 5, 5),
                        (mirrored(4, &generator), 64, 40, 6, 6),
                        (mirrored(3, &generator), 56, 32, 5, 5),
                        (mirrored(3, &generator), 40, 32, 5, 5),
                        (mirrored(3, &generator), 5, 2, 5, 5),
                        (mirrored(5, &generator), 64, 16, 6, 6),
                    ]
                },
                // How the patches of a cell are averaged is the business of another check.
                compare: { Comparison.exact($0.covered, $1.covered) }),
            call.check(
                "nothing there", "where no patch lies, the map is not covered and holds 0",
                question: "What is 0 / 0, and what do you return instead?",
                inputs: { generator in
                    [
                        (mirrored(2, &generator), 32, 32, 6, 6),
                        ([], 64, 64, 2 + generator.index(below: 3), 3),
                        (sure(&generator), 32, 32, 4, 4),
                    ]
                }, compare: compare),
        ],
        misconceptions: stitchMisconceptions,
        alternatives: [
            call.answer("cell by cell, asking all patches") {
                patches, side, stride, columns, rows in
                map(columns, rows) { x, y in
                    mean(
                        patches.filter {
                            covers($0.column, x, side, stride) && covers($0.row, y, side, stride)
                        })
                }
            },
            call.answer("a mean that is kept up to date") { patches, side, stride, columns, rows in
                var means = [[Double]](
                    repeating: [Double](repeating: 0, count: columns), count: rows)
                var counts = means
                for patch in patches {
                    for y in 0..<rows where covers(patch.row, y, side, stride) {
                        for x in 0..<columns where covers(patch.column, x, side, stride) {
                            counts[y][x] += 1
                            means[y][x] += (patch.probability - means[y][x]) / counts[y][x]
                        }
                    }
                }
                return StitchedMap(
                    probabilities: means, covered: counts.map { $0.map { $0 > 0 } })
            },
        ],
        hints: Hints(
            question: "Take one cell and its centre. Which patches cover it: how do you get their "
                + "mean if they come one after the other?",
            concept: "Two tables of the size of the map: one for the sum of the probabilities, one "
                + "for how many there were. Each patch adds to all cells whose centre it covers. "
                + "The quotient comes last, and only where something was counted.",
            step: "A patch in column c reaches the cells c, c + 1, ... as long as (j + 1/2) * "
                + "stride < side for the j-th of them: let reached = (0..<side).filter { "
                + "(Double($0) + 0.5) * Double(stride) < Double(side) }."))

    /// All patches of a grid, in a random order.
    private static func patches(
        _ columns: Int, _ rows: Int, _ generator: inout SeededGenerator
    ) -> [PatchPrediction] {
        generator.shuffled(
            (0..<columns * rows).map { index in
                PatchPrediction(
                    column: index % columns, row: index / columns,
                    probability: generator.uniform(0.05, 0.95))
            })
    }

    /// Patches of a square grid that is the same with columns and rows swapped: whoever swaps them is
    /// told so by one check alone.
    private static func mirrored(
        _ count: Int, _ generator: inout SeededGenerator
    ) -> [PatchPrediction] {
        let values = noise(count, count, in: 0.05...0.95, &generator)
        return patches(count, count, &generator).map { patch in
            PatchPrediction(
                column: patch.column, row: patch.row,
                probability: values[min(patch.row, patch.column)][max(patch.row, patch.column)])
        }
    }

    /// Without the patch in the middle of five by five, whose cells other patches cover, too.
    private static func withGap(_ patches: [PatchPrediction]) -> [PatchPrediction] {
        patches.filter { $0.column != 2 || $0.row != 2 }
    }

    /// Patches of which some are surely healthy and one is surely tumour, the same with columns and rows
    /// swapped.
    private static func sure(_ generator: inout SeededGenerator) -> [PatchPrediction] {
        let probability = generator.uniform(0.05, 0.95)
        return [
            (0, 0, 0), (2, 2, 1), (3, 1, 0), (1, 3, 0), (1, 2, probability), (2, 1, probability),
        ]
        .map { PatchPrediction(column: $0.0, row: $0.1, probability: $0.2) }
    }

    /// Whether a patch in a column covers the centre of a cell, or the same with rows.
    static func covers(_ patch: Int, _ cell: Int, _ side: Int, _ stride: Int) -> Bool {
        let centre = Double(cell * stride) + Double(stride) / 2
        return Double(patch * stride) <= centre && centre < Double(patch * stride + side)
    }

    /// A map from what is known of each cell, nil where nothing is.
    static func map(
        _ columns: Int, _ rows: Int, _ value: (_ x: Int, _ y: Int) -> Double?
    ) -> StitchedMap {
        let values = (0..<rows).map { y in (0..<columns).map { value($0, y) } }
        return StitchedMap(
            probabilities: values.map { $0.map { $0 ?? 0 } },
            covered: values.map { $0.map { $0 != nil } })
    }

    static func mean(_ patches: [PatchPrediction]) -> Double? {
        patches.isEmpty
            ? nil : patches.reduce(0) { $0 + $1.probability } / Double(patches.count)
    }

    private static let compare: @Sendable (StitchedMap, StitchedMap) -> Verdict = {
        expected, got in
        let probabilities = Comparison.within(1e-9)(expected.probabilities, got.probabilities)
        guard probabilities.isRight else { return probabilities }
        return Comparison.exact(expected.covered, got.covered)
    }
}
