import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = ConfidenceMapsCalls.nonMaximumSuppression

extension ConfidenceMapsGraders {
    static let nonMaximumSuppression = ExerciseGrader(
        call,
        checks: [
            call.check(
                "disk", "a peak suppresses all cells within the radius, and no others",
                question: "Which cells lie exactly as far from a peak as the radius?",
                inputs: { generator in
                    [1.0, 2.0, 1.5, 2.2, 3.0].map { radius in
                        (around(radius, &generator), radius, 0.3)
                    }
                }, compare: compare),
            call.check(
                "again", "after each peak the highest of what is left is the next",
                question: "A cell was suppressed. May it suppress another one?",
                inputs: { generator in
                    [
                        (ridge(&generator), 2, 0.3), (transposed(ridge(&generator)), 2, 0.3),
                        (noise(13, 1, &generator), 2.5, 0.3), (noise(5, 4, &generator), 0, 0.3),
                    ]
                }, compare: compare),
            call.check(
                "ties", "of equal cells the upper row comes first, then the left column",
                question: "Two cells are equally high, side by side. Which is the peak?",
                inputs: { generator in
                    (0..<3).map { _ in (plateaus(&generator), 1.5, 0.35) }
                }, compare: compare),
            call.check(
                "threshold", "peaks are greater than the threshold; there may be none",
                question: "What of a cell that is exactly the threshold?",
                inputs: { generator in
                    let high = generator.uniform(0.55, 0.95)
                    return [
                        ([[high, 0.1, 0.1, 0.5, 0.1, 0.1, 0.45]], 1, 0.5),
                        ([[high], [0.1], [0.25], [0.1], [0.4]], 1, 0.25),
                        ([[0.1, 0.2], [0.3, high / 2]], 1, 0.5), ([], 2, 0.5),
                        ([[0, 0, 0], [0, 0, high], [0, 0, 0], [0, 0, 0]], 1, 0),
                    ]
                }, compare: compare),
        ],
        misconceptions: peakMisconceptions,
        alternatives: [
            call.answer("the highest of what is left, as long as something is left") {
                map, radius, threshold in
                var left = cells(of: map, above: threshold).map {
                    CellPeak(
                        column: $0.column, row: $0.row, probability: map[$0.row][$0.column])
                }
                var peaks: [CellPeak] = []
                // The first of the highest: they stand in the order of reading.
                while let most = left.map(\.probability).max(),
                    let peak = left.first(where: { $0.probability == most })
                {
                    peaks.append(peak)
                    left.removeAll { distance(peak, $0) <= radius }
                }
                return peaks
            },
            call.answer("cells that are marked on a second map") { map, radius, threshold in
                var rest = map
                var peaks: [CellPeak] = []
                while let peak = highest(of: rest), peak.probability > threshold {
                    peaks.append(peak)
                    for row in rest.indices {
                        for column in rest[row].indices {
                            let cell = CellPeak(column: column, row: row, probability: 0)
                            if distance(peak, cell) <= radius { rest[row][column] = -1 }
                        }
                    }
                }
                return peaks
            },
        ],
        hints: Hints(
            question: "You have found the highest cell. What happens to its neighbours before you "
                + "look for the next one?",
            concept: "Sort all cells above the threshold, the highest first. Go through them: a "
                + "cell is a peak unless a peak lies within the radius. Only peaks suppress.",
            step: "let isSuppressed = peaks.contains { peak in the distance from peak to cell <= "
                + "radius }; if !isSuppressed { peaks.append(cell) }."))

    static func distance(_ a: CellPeak, _ b: CellPeak) -> Double {
        let (dx, dy) = (Double(a.column - b.column), Double(a.row - b.row))
        return (dx * dx + dy * dy).squareRoot()
    }

    /// The highest cell of a map, the first in the order of reading; nil if there is none.
    private static func highest(of map: [[Double]]) -> CellPeak? {
        guard let most = map.joined().max(),
            let row = map.firstIndex(where: { $0.contains(most) }),
            let column = map[row].firstIndex(of: most)
        else { return nil }
        return CellPeak(column: column, row: row, probability: most)
    }

    /// A high cell, and low ones at all distances around it: some exactly at the radius, some in the
    /// corner of a square around the disk.
    private static func around(
        _ radius: Double, _ generator: inout SeededGenerator
    ) -> [[Double]] {
        let (columns, rows) = (10 + generator.index(below: 3), 8 + generator.index(below: 2))
        var map = noise(columns, rows, in: 0.02...0.28, &generator)
        let (x, y) = (4, 4)
        map[y][x] = generator.uniform(0.95, 0.99)
        let reach = Int(radius.rounded(.up))
        for (dx, dy) in [(reach, 0), (0, -reach), (-1, 1)] {
            map[y + dy][x + dx] = generator.uniform(0.35, 0.45)
        }
        for (dx, dy) in [(-reach, reach), (reach, reach)] {
            map[y + dy][x + dx] = generator.uniform(0.5, 0.6)
        }
        map[y - 2][x - 1] = generator.uniform(0.62, 0.9)
        return map
    }

    /// A row that falls step by step: each cell is suppressed by the one before it, or would be if that
    /// one were still there.
    private static func ridge(_ generator: inout SeededGenerator) -> [[Double]] {
        var map = noise(11, 5, in: 0.02...0.28, &generator)
        var height = generator.uniform(0.93, 0.97)
        for x in 0..<11 {
            map[2][x] = height
            height -= generator.uniform(0.03, 0.05)
        }
        return map
    }

    /// Pairs of equal cells that suppress each other: one in a row, one in a column, and one in which the
    /// cell further to the right lies higher.
    private static func plateaus(_ generator: inout SeededGenerator) -> [[Double]] {
        var map = noise(9, 8, in: 0.1...0.3, &generator)
        for pair in [[(1, 1), (2, 1)], [(6, 2), (6, 3)], [(3, 6), (4, 5)]] {
            let height = generator.uniform(0.55, 0.95)
            for (x, y) in pair { map[y][x] = height }
        }
        return map
    }

    private static let compare: @Sendable ([CellPeak], [CellPeak]) -> Verdict = {
        expected, got in
        guard expected.count == got.count else {
            return .wrong(
                "peaks: expected \(expected.count), got \(got.count)")
        }
        return .all(
            Comparison.labels(
                expected.map { [$0.column, $0.row] }, got.map { [$0.column, $0.row] }
            ).about("column and row"),
            Comparison.within(1e-12)(expected.map(\.probability), got.map(\.probability))
                .about("the probability"))
    }
}
