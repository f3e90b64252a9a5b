import Curriculum
import DeepTeaching
import GraderKit

private let call = ConfidenceMapsCalls.detections

extension ConfidenceMapsGraders {
    static let detections = ExerciseGrader(
        call,
        checks: [
            call.check(
                "regions", "cells above the threshold that share an edge or a corner are one",
                question: "Which cells belong together, and which are above the threshold?",
                inputs: { generator in
                    [
                        (steps(&generator), 0.5, corner, 1), (steps(&generator), 0.25, corner, 1),
                        (border(&generator), 0.5, corner, 1), ([], 0.5, corner, 1),
                        ([[0.1, 0.2], [0.3, 0.4]], 0.5, corner, 1),
                    ]
                }, compare: compareCounts),
            call.check(
                "place", "the centre, in level-0 pixels",
                question: "Where on the slide is the centre of the cell in column 0 and row 0?",
                inputs: { generator in
                    [1.0, 32, 8.25, 128].map { downsample in
                        let origin = BaselinePoint(
                            x: generator.uniform(100, 4000).rounded(),
                            y: generator.uniform(5000, 9000).rounded())
                        return (blobs(&generator), 0.5, origin, downsample)
                    }
                }, compare: comparePlaces),
            call.check(
                "surest", "the highest probability of each region, the surest first",
                question: "Which number of all cells of a region do you keep, and who comes first?",
                inputs: { generator in
                    (0..<3).map { _ in (blobs(&generator), 0.5, corner, 1) }
                },
                compare: { expected, got in
                    guard expected.count == got.count else { return compareCounts(expected, got) }
                    return Comparison.within(1e-9)(
                        expected.map(\.probability), got.map(\.probability))
                }),
        ],
        misconceptions: detectionMisconceptions,
        alternatives: [
            call.answer("the library's own map") { map, threshold, origin, downsample in
                // Holes stay, and a threshold is compared in Float: both are the same here.
                var settings = DetectionSettings()
                settings.threshold = Float(threshold)
                settings.fillsHoles = false
                let size = PixelSize(width: map.first?.count ?? 0, height: map.count)
                return ConfidenceMap(
                    probabilities: Plane(size: size, values: map.joined().map { Float($0) }),
                    covered: Mask(size: size, repeating: true),
                    frame: RasterFrame(origin: origin, downsample: downsample),
                    baselineMicronsPerPixel: MicronsPerPixel(0.25)
                ).detections(settings: settings).map { detection in
                    // The probability in full: of the cells that round to it.
                    let probability = map.joined().first {
                        Double(Float($0)) == detection.maximumProbability
                    }
                    return PlacedDetection(
                        center: detection.center,
                        probability: probability ?? detection.maximumProbability)
                }
            },
            call.answer("cell by cell, filled from neighbour to neighbour") {
                map, threshold, origin, downsample in
                groups(of: map, above: threshold).map { cells in
                    let n = Double(cells.count)
                    let middle = (
                        x: cells.reduce(0.5) { $0 + Double($1.column) / n },
                        y: cells.reduce(0.5) { $0 + Double($1.row) / n }
                    )
                    return PlacedDetection(
                        center: BaselinePoint(
                            x: origin.x + middle.x * downsample,
                            y: origin.y + middle.y * downsample),
                        probability: cells.map { map[$0.row][$0.column] }.max() ?? 0)
                }.sorted { $0.probability > $1.probability }
            },
        ],
        hints: Hints(
            question:
                "You have the cells of one region. What is the mean of their columns, and how "
                + "do you get from there to pixels of level 0?",
            concept:
                "A cell in column x reaches from x to x + 1, so its centre is at x + 1/2. Cells "
                + "become pixels by the downsample; the corner of the map comes on top.",
            step: "origin.x + downsample * (mean of x + 0.5), and the same for y; max() of the "
                + "probabilities; at the end sorted { $0.probability > $1.probability }."))

    private static let corner = BaselinePoint(x: 0, y: 0)

    /// The groups of cells above a threshold.
    static func groups(
        of map: [[Double]], above threshold: Double,
        touch: (_ dx: Int, _ dy: Int) -> Bool = { max($0, $1) <= 1 }
    ) -> [[(column: Int, row: Int)]] {
        var left = cells(of: map, above: threshold)
        var groups: [[(column: Int, row: Int)]] = []
        while let first = left.popLast() {
            var group = [first]
            var next = 0
            while next < group.count {
                let cell = group[next]
                func isNear(_ other: (column: Int, row: Int)) -> Bool {
                    touch(abs(other.column - cell.column), abs(other.row - cell.row))
                }
                group += left.filter(isNear)
                left.removeAll(where: isNear)
                next += 1
            }
            groups.append(group)
        }
        return groups
    }

    /// Cells that touch at corners alone, along both diagonals, and one that is exactly one half.
    private static func steps(_ generator: inout SeededGenerator) -> [[Double]] {
        var map = noise(10, 7, in: 0.02...0.2, &generator)
        let cells = [
            (1, 1), (2, 2), (3, 3), (8, 1), (7, 2), (6, 3), (1, 5), (2, 5), (5, 6),
        ]
        for (x, y) in generator.shuffled(cells).prefix(8) + [(1, 1), (2, 2)] {
            map[y][x] = generator.uniform(0.55, 0.95)
        }
        map[5][9] = 0.5
        map[3][0] = 0.25
        return map
    }

    /// The last cell of a row and the first of the next, which are no neighbours.
    private static func border(_ generator: inout SeededGenerator) -> [[Double]] {
        var map = noise(7, 5, in: 0.02...0.2, &generator)
        for (x, y) in [(6, 1), (0, 2), (6, 4), (0, 0)] { map[y][x] = generator.uniform(0.55, 0.95) }
        return map
    }

    /// Regions without symmetry, each with one summit that does not lie in the middle; two reach to the
    /// borders of the map.
    private static func blobs(_ generator: inout SeededGenerator) -> [[Double]] {
        let (columns, rows) = (13 + generator.index(below: 4), 8 + generator.index(below: 2))
        var map = noise(columns, rows, in: 0.02...0.2, &generator)
        let shapes = [
            [(2, 2), (3, 2), (4, 2), (2, 3)],
            [(6, 4), (7, 4), (7, 5), (7, 6), (8, 6)],
            [(11, 2)],
            [(3, 5), (3, 6)],
            [(0, 0), (1, 0), (0, 1)],
            [(columns - 2, rows - 1), (columns - 1, rows - 1), (columns - 1, rows - 2)],
        ]
        for shape in shapes {
            for (x, y) in shape { map[y][x] = generator.uniform(0.55, 0.75) }
            map[shape[0].1][shape[0].0] = generator.uniform(0.8, 0.98)
        }
        return map
    }

    private static func compareCounts(
        _ expected: [PlacedDetection], _ got: [PlacedDetection]
    ) -> Verdict {
        guard expected.count == got.count else {
            return .wrong(
                "detections: expected \(expected.count), got \(got.count)")
        }
        let numbers = got.flatMap { [$0.center.x, $0.center.y, $0.probability] }
        return numbers.allSatisfy(\.isFinite)
            ? .right : .wrong("a detection holds what is not a number", symptom: .notANumber)
    }

    /// The places alone, whatever their order.
    private static func comparePlaces(
        _ expected: [PlacedDetection], _ got: [PlacedDetection]
    ) -> Verdict {
        guard expected.count == got.count else { return compareCounts(expected, got) }
        func places(_ detections: [PlacedDetection]) -> [[Double]] {
            detections.map { [$0.center.x, $0.center.y] }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        }
        return Comparison.within(1e-9)(places(expected), places(got))
    }
}
