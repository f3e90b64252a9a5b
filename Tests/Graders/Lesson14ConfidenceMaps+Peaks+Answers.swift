import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConfidenceMapsCalls.nonMaximumSuppression

extension ConfidenceMapsGraders {
    static let peakMisconceptions: [Misconception] = [
        call.misconception(
            "a square is suppressed, not a disk", check: "disk",
            hints: Hints(
                question: "A cell two columns and two rows away: is it within a radius of 2?",
                concept: "Its distance is sqrt(8) = 2.83. A square reaches further along the "
                    + "diagonals than along the axes, so the result depends on how the slide lies.",
                step: "(dx * dx + dy * dy).squareRoot() <= radius.")
        ) { map, radius, threshold in
            peaks(map, threshold) { max(abs($0.dx), abs($0.dy)) <= radius }
        },
        call.misconception(
            "columns and rows are added to a distance", check: "disk",
            hints: Hints(
                question: "A cell one column and one row away: how far is it?",
                concept: "sqrt(2) = 1.41, not 2: the straight way, not the one along streets.",
                step: "(dx * dx + dy * dy).squareRoot() <= radius.")
        ) { map, radius, threshold in
            peaks(map, threshold) { abs($0.dx) + abs($0.dy) <= radius }
        },
        call.misconception(
            "the square of the distance is compared with the radius", check: "disk",
            hints: Hints(
                question: "Radius 3, a cell three columns away: what do you compare with 3?",
                concept: "dx * dx + dy * dy is the square of the distance, here 9.",
                step: "Take the root, or compare with radius * radius.")
        ) { map, radius, threshold in
            peaks(map, threshold) { $0.dx * $0.dx + $0.dy * $0.dy <= radius }
        },
        call.misconception(
            "a cell exactly at the radius stays", check: "disk",
            hints: Hints(
                question: "Is a cell that is 2 away within a radius of 2?",
                concept: "Within means not further: <=. With radius 1 the four neighbours go.",
                step: "Write <= in place of <."), isAmbiguous: true
        ) { map, radius, threshold in
            peaks(map, threshold) {
                let square = $0.dx * $0.dx + $0.dy * $0.dy
                // The cell itself is taken away in any case.
                return square.squareRoot() < radius || square == 0
            }
        },
        call.misconception(
            "the radius is taken for a diameter", check: "disk",
            hints: Hints(
                question: "How far from a peak does your function suppress, with a radius of 4?",
                concept: "A radius runs from the centre to the edge; a diameter from edge to edge.",
                step: "Compare the distance with radius, not with radius / 2.")
        ) { map, radius, threshold in
            peaks(map, threshold) {
                ($0.dx * $0.dx + $0.dy * $0.dy).squareRoot() <= radius / 2
            }
        },
        call.misconception(
            "only the eight neighbours are suppressed, whatever the radius", check: "disk",
            hints: Hints(
                question: "Where is radius in your function?",
                concept:
                    "A metastasis is many cells wide. A second peak three cells from the first "
                    + "is still the same metastasis.",
                step: "Suppress all cells at a distance up to radius.")
        ) { map, _, threshold in
            peaks(map, threshold) { max(abs($0.dx), abs($0.dy)) <= 1 }
        },
        call.misconception(
            "nothing is suppressed", check: "disk",
            hints: Hints(
                question: "How many peaks does a single large metastasis have in your result?",
                concept:
                    "All cells above the threshold are candidates. A candidate beside a higher "
                    + "peak is no second finding.",
                step: "Keep a cell only if no peak lies within the radius.")
        ) { map, _, threshold in
            peaks(map, threshold) { $0.dx == 0 && $0.dy == 0 }
        },
        call.misconception(
            "a cell that was suppressed suppresses others", check: "again",
            hints: Hints(
                question: "Three cells in a row, each lower than the one before, one radius apart. "
                    + "Which of them are peaks?",
                concept: "The first and the third: the second is gone when the third is asked. "
                    + "Whoever compares each cell with all of its surroundings loses the third.",
                step: "Compare a cell with the peaks that were kept, not with all higher cells.")
        ) { map, radius, threshold in
            let candidates = peaks(map, threshold) { $0.dx == 0 && $0.dy == 0 }
            return candidates.indices.filter { index in
                !candidates[..<index].contains { distance($0, candidates[index]) <= radius }
            }.map { candidates[$0] }
        },
        call.misconception(
            "it ends after the first peak", check: "again",
            hints: Hints(
                question: "How many metastases can a slide have?",
                concept: "The highest cell is the first peak. Then the highest of what is left is "
                    + "the next, until nothing above the threshold is left.",
                step: "Put it in a loop: while there are cells left.")
        ) { map, radius, threshold in
            Array(right(map, radius, threshold).prefix(1))
        },
        call.misconception(
            "the lowest peak comes first", check: "again",
            hints: Hints(
                question: "In which order do you sort?",
                concept:
                    "The highest first: then the first peaks are the surest, and a list that is "
                    + "cut short keeps them.",
                step: "first.probability > second.probability.")
        ) { map, radius, threshold in right(map, radius, threshold).reversed() },
        call.misconception(
            "cells are taken in the order of reading, not the highest first", check: "again",
            hints: Hints(
                question: "Which cell is your first peak: the highest, or the topmost?",
                concept: "A low cell at the rim of a metastasis would suppress its summit.",
                step: "Sort the cells by probability before you go through them."),
            isAmbiguous: true
        ) { map, radius, threshold in
            let candidates = cells(of: map, above: threshold).map {
                CellPeak(column: $0.column, row: $0.row, probability: map[$0.row][$0.column])
            }
            var kept: [CellPeak] = []
            for cell in candidates where !kept.contains(where: { distance($0, cell) <= radius }) {
                kept.append(cell)
            }
            return kept
        },
        call.misconception(
            "column and row of the peaks are swapped", check: "again",
            hints: Hints(
                question: "map[row][column]: which of your two indices comes first?",
                concept: "The map is an array of rows: the first index is the row, y.",
                step: "CellPeak(column: x, row: y, probability: map[y][x]).")
        ) { map, radius, threshold in
            right(map, radius, threshold).map {
                CellPeak(column: $0.row, row: $0.column, probability: $0.probability)
            }
        },
        call.misconception(
            "of equal cells the last one comes first", check: "ties",
            hints: Hints(
                question:
                    "Two equal cells: which of them does your sorting, or your maximum, take?",
                concept: "The same map must give the same peaks on every machine, so the rule for "
                    + "ties is part of the definition: the upper row, then the left column.",
                step: "Compare (-probability, row, column) of one cell with that of the other.")
        ) { map, radius, threshold in
            peaks(
                map, threshold,
                order: { ($1.probability, $1.row, $1.column) < ($0.probability, $0.row, $0.column) }
            ) { ($0.dx * $0.dx + $0.dy * $0.dy).squareRoot() <= radius }
        },
        call.misconception(
            "of equal cells the left column comes first, then the upper row", check: "ties",
            hints: Hints(
                question: "In which order do your loops go through the map?",
                concept: "The rule for ties is the order of reading: row by row.",
                step: "Compare (-probability, row, column): the row before the column.")
        ) { map, radius, threshold in
            peaks(
                map, threshold,
                order: {
                    (-$0.probability, $0.column, $0.row) < (-$1.probability, $1.column, $1.row)
                }
            ) { ($0.dx * $0.dx + $0.dy * $0.dy).squareRoot() <= radius }
        },
        call.misconception(
            "a cell that is exactly the threshold can be a peak", check: "threshold",
            hints: Hints(
                question: "Is 0.5 greater than 0.5?",
                concept:
                    "Greater means greater: a network that cannot decide says exactly 0.5, and "
                    + "glass holds exactly 0.",
                step: "Write > in place of >=."), isAmbiguous: true
        ) { map, radius, threshold in
            right(map, radius, threshold.nextDown)
        },
        call.misconception(
            "the threshold is always 0.5", check: "threshold",
            hints: Hints(
                question: "Where is threshold in your function?",
                concept: "A FROC curve asks the same map at many thresholds.",
                step: "Compare with threshold, not with 0.5.")
        ) { map, radius, _ in right(map, radius, 0.5) },
        call.misconception(
            "low cells are peaks, too", check: "threshold",
            hints: Hints(
                question: "How many peaks does a healthy slide have in your result?",
                concept:
                    "Even a map of noise has highest cells. What does not exceed the threshold "
                    + "is no finding.",
                step: "Filter by map[y][x] > threshold before anything else.")
        ) { map, radius, _ in right(map, radius, -1) },
    ]

    private static func right(
        _ map: [[Double]], _ radius: Double, _ threshold: Double
    ) -> [CellPeak] {
        peaks(map, threshold) { ($0.dx * $0.dx + $0.dy * $0.dy).squareRoot() <= radius }
    }

    /// The peaks of a map, if a peak suppresses the cells at some offsets.
    private static func peaks(
        _ map: [[Double]], _ threshold: Double,
        order: (CellPeak, CellPeak) -> Bool = {
            (-$0.probability, $0.row, $0.column) < (-$1.probability, $1.row, $1.column)
        },
        suppresses: (_ offset: (dx: Double, dy: Double)) -> Bool
    ) -> [CellPeak] {
        let candidates = cells(of: map, above: threshold).map {
            CellPeak(column: $0.column, row: $0.row, probability: map[$0.row][$0.column])
        }.sorted(by: order)
        var kept: [CellPeak] = []
        for cell in candidates {
            let isSuppressed = kept.contains { peak in
                suppresses((Double(cell.column - peak.column), Double(cell.row - peak.row)))
            }
            if !isSuppressed { kept.append(cell) }
        }
        return kept
    }
}
