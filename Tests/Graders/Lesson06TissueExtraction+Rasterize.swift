import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = TissueExtractionCalls.rasterize

extension TissueExtractionGraders {
    static let rasterize = ExerciseGrader(
        call,
        checks: [
            call.check(
                "inside",
                "a pixel is set if its centre lies inside, also of an outline that leaves the picture",
                inputs: { generator in
                    let size = randomSize(&generator)
                    return [
                        [star(x: 0.5, y: 0.5, radius: 7, size, &generator)],
                        [star(x: 0.9, y: 0.2, radius: 8, size, &generator)],
                        [wedge(size, &generator)],
                        [frame(size, &generator)],
                    ].map { ($0, [], size) }
                },
                compare: compareOutlines),
            call.check(
                "corners", "a corner at the height of a centre is counted once",
                inputs: { generator in [diamond(&generator)] }, compare: compareOutlines),
            call.check(
                "crossing outline", "where an outline winds around twice, it is outside",
                inputs: { generator in [pentagram(&generator)] }, compare: compareOutlines),
            call.check(
                "holes", "what lies in a hole is not set, whichever outline the hole is in",
                inputs: { generator in
                    let size = randomSize(&generator)
                    let polygons = [
                        ring(x: 0.2, y: 0.6, radius: 5, size, &generator),
                        ring(x: 0.4, y: 0.3, radius: 4, size, &generator),
                        ring(x: 0.72, y: 0.5, radius: 6, size, &generator),
                    ]
                    let holes = [
                        ring(x: 0.2, y: 0.6, radius: 2.5, size, &generator),
                        ring(x: 0.88, y: 0.5, radius: 3, size, &generator),
                    ]
                    return [(polygons, holes, size)]
                },
                compare: compareOutlines),
            call.check(
                "several outlines", "what lies in any outline is set, also where two overlap",
                inputs: { generator in
                    let size = randomSize(&generator)
                    let polygons = [
                        star(x: 0.3, y: 0.45, radius: 6.9, size, &generator),
                        star(x: 0.5, y: 0.55, radius: 6.9, size, &generator),
                        star(x: 0.84, y: 0.3, radius: 4, size, &generator),
                    ]
                    return [(polygons, [], size)]
                },
                compare: compareOutlines),
        ],
        misconceptions: rasterizeMisconceptions,
        alternatives: rasterizeAlternatives,
        hints: Hints(
            question: "Stand on a point and walk straight to the right, to the end of the world. "
                + "How often do you cross the fence if you started inside?",
            concept: "Each crossing changes the side; at the end you are outside. So an odd number "
                + "of crossings says that you started inside. Count over the edges from each "
                + "corner to the next, and from the last to the first.",
            step: "For a and b in turn: if (a.y <= y) != (b.y <= y), the edge crosses your height, "
                + "at a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x). If that is > x, toggle a Bool. "
                + "Do this for x + 0.5, y + 0.5 of each pixel, for each polygon and each hole."))

    private static func compareOutlines(_ expected: Mask, _ got: Mask) -> Verdict {
        compare(expected, got, foreground: "inside")
    }

    /// The outlines, the holes and the size of a mask.
    private typealias Outlines = ([[PixelPoint]], [[PixelPoint]], PixelSize)

    private static func randomSize(_ generator: inout SeededGenerator) -> PixelSize {
        PixelSize(width: 26 + generator.index(below: 5), height: 16 + generator.index(below: 4))
    }

    /// A nearly round outline.
    private static func ring(
        x: Double, y: Double, radius: Double, _ size: PixelSize, _ generator: inout SeededGenerator
    ) -> [PixelPoint] {
        star(x: x, y: y, radius: radius, dent: 0.1, size, &generator)
    }

    /// A star-shaped outline around a place that is given as a share of the width and height.
    private static func star(
        x: Double, y: Double, radius: Double, dent: Double = 0.4, _ size: PixelSize,
        _ generator: inout SeededGenerator
    ) -> [PixelPoint] {
        let count = 7 + generator.index(below: 5)
        let turn = generator.uniform(0, 1)
        return (0..<count).map { corner in
            let angle = 2 * Double.pi * (Double(corner) + turn) / Double(count)
            let distance = radius * generator.uniform(1 - dent, 1)
            return PixelPoint(
                x: x * Double(size.width) + distance * cos(angle),
                y: y * Double(size.height) + distance * sin(angle))
        }
    }

    /// A triangle whose third corner lies far beyond the right border.
    private static func wedge(
        _ size: PixelSize, _ generator: inout SeededGenerator
    ) -> [PixelPoint] {
        [
            PixelPoint(x: generator.uniform(2, 4), y: generator.uniform(1, 3)),
            PixelPoint(x: Double(size.width) + generator.uniform(15, 25), y: 6),
            PixelPoint(x: generator.uniform(2, 4), y: generator.uniform(13, 15)),
        ]
    }

    /// An outline around the whole picture: all of its pixels lie inside, to the last row and column.
    private static func frame(
        _ size: PixelSize, _ generator: inout SeededGenerator
    ) -> [PixelPoint] {
        let margin = generator.uniform(0.1, 3)
        let (right, bottom) = (Double(size.width) + margin, Double(size.height) + margin)
        return [(-margin, -margin), (right, -margin), (right, bottom), (-margin, bottom)].map {
            PixelPoint(x: $0.0, y: $0.1)
        }
    }

    /// A square on its tip, whose left and right corners lie at the height of pixel centres.
    private static func diamond(_ generator: inout SeededGenerator) -> Outlines {
        let size = randomSize(&generator)
        let radius = generator.uniform(4.6, 6.8)
        let center = PixelPoint(
            x: generator.uniform(9, 17), y: 7.5 + Double(generator.index(below: 2)))
        let corners = [(0.0, -radius), (radius, 0), (0, radius), (-radius, 0)].map {
            PixelPoint(x: center.x + $0.0, y: center.y + $0.1)
        }
        return ([corners], [], size)
    }

    /// A five-pointed star drawn in one line.
    private static func pentagram(_ generator: inout SeededGenerator) -> Outlines {
        let turn = generator.uniform(0, 1)
        let corners = (0..<5).map { corner in
            let angle = 2 * Double.pi * (Double(2 * corner) / 5 + turn)
            return PixelPoint(x: 12 + 7.5 * cos(angle), y: 8.3 + 7.5 * sin(angle))
        }
        return ([corners], [], randomSize(&generator))
    }
}
