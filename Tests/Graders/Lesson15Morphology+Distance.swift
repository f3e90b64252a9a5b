import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Solutions

private let call = MorphologyCalls.distanceTransform

extension MorphologyGraders {
    static let distanceTransform = ExerciseGrader(
        call,
        checks: [
            call.check(
                "nearest", "the straight distance to the nearest background pixel",
                inputs: { generator in
                    [
                        island(margin: 1, &generator), block(&generator), block(&generator),
                        Mask(size: PixelSize(width: 3, height: 4)),
                    ]
                },
                compare: Comparison.within(1e-6)),
            call.check(
                "border", "what lies outside the picture is no background",
                question:
                    "A metastasis is cut off by the border of the picture. How deep does the pixel "
                    + "on the border lie?",
                inputs: { generator in
                    let length = 9 + generator.index(below: 6)
                    return [
                        column(PixelSize(width: 12, height: 9), &generator),
                        column(PixelSize(width: 7, height: 11), &generator),
                        column(PixelSize(width: length, height: 1), &generator),
                        column(PixelSize(width: length, height: length), &generator),
                    ]
                },
                compare: Comparison.within(1e-6)),
            call.check(
                "no background", "without background every distance is infinite",
                question: "All pixels are foreground. What is the smallest of no distances at all?",
                inputs: { generator in
                    [
                        Mask(
                            size: PixelSize(
                                width: 2 + generator.index(below: 9),
                                height: 3 + generator.index(below: 7)), repeating: true),
                        Mask(size: PixelSize(side: 1), repeating: true),
                    ]
                },
                compare: Comparison.within(1e-6)),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("along the columns first, then along the rows") { mask in
                let columns = columnDistances(of: mask)
                return columns.map { row in
                    row.indices.map { x in
                        row.indices.map { u in
                            Foundation.sqrt(Double((x - u) * (x - u)) + row[u] * row[u])
                        }.min() ?? .infinity
                    }
                }
            },
            call.answer("the library's, written in rows") { mask in
                let distances = mask.distanceTransform()
                return (0..<mask.size.height).map { y in
                    (0..<mask.size.width).map { Double(distances[x: $0, y: y]) }
                }
            },
        ],
        hints: Hints(
            question: "One pixel asks all background pixels how far they are. Which answer counts?",
            concept:
                "The smallest. The distance of two pixels is the root of the sum of the squares of "
                + "the differences of their columns and of their rows (Pythagoras).",
            step: "var smallest = Double.infinity; for each background pixel (u, v): smallest = "
                + "min(smallest, (dx * dx + dy * dy).squareRoot()). A background pixel finds itself, at "
                + "the distance 0."))

    private static let misconceptions: [Misconception] = [
        misconception(
            "you take the larger of the two differences (chessboard distance)", check: "nearest",
            hints: Hints(
                question: "How far is it from a pixel to its diagonal neighbour, with a ruler?",
                concept:
                    "A king on a chessboard takes one step along a diagonal. A ruler says sqrt(2): "
                    + "that is what is measured in micrometres.",
                step: "(dx * dx + dy * dy).squareRoot() where you have max(abs(dx), abs(dy)).")
        ) { dx, dy in max(abs(dx), abs(dy)) },
        misconception(
            "you add the two differences (city-block distance)", check: "nearest",
            hints: Hints(
                question: "How far is it from a pixel to its diagonal neighbour, with a ruler?",
                concept: "Along the streets it is two blocks. A ruler says sqrt(2).",
                step: "(dx * dx + dy * dy).squareRoot() where you have abs(dx) + abs(dy).")
        ) { dx, dy in abs(dx) + abs(dy) },
        misconception(
            "the root is missing: your distances are squares", check: "nearest",
            hints: Hints(
                question: "Three pixels to the right there is background. Is your distance 3 or 9?",
                concept: "The square of a distance has the same order, but it is no length.",
                step: "squareRoot() at the end.")
        ) { dx, dy in dx * dx + dy * dy },
        misconception(
            "you measure to the edge of the background pixel, not to its centre", check: "nearest",
            hints: Hints(
                question: "How far apart are the centres of two neighbours?",
                concept:
                    "Distances are from centre to centre here, so the outermost pixels of a region "
                    + "have the distance 1.",
                step: "Drop the half pixel that you take off.")
        ) { dx, dy in max(0, (dx * dx + dy * dy).squareRoot() - 0.5) },
        call.misconception(
            "you measure from the background to the foreground", check: "nearest",
            hints: Hints(
                question: "Which pixels of your result are 0: those inside the metastasis?",
                concept: "Depth inside is asked: foreground has a distance, background is 0.",
                step: "where !mask[x: u, y: v]: ask the background pixels.")
        ) { mask in
            try MorphologySolution.distanceTransform(of: mask.inverted)
        },
        call.misconception(
            "what lies outside the picture counts as background", check: "border",
            hints: Hints(
                question: "The tissue goes on beyond the border. Does the metastasis end there?",
                concept:
                    "Nobody knows what lies outside. As with erosion, the border must not eat in.",
                step: "Ask only pixels of the picture: 0..<width and 0..<height.")
        ) { mask in
            let all = try MorphologySolution.distanceTransform(of: mask)
            guard mask.pixels.contains(false) else { return all }
            return all.indices.map { y in
                all[y].indices.map { x in
                    let sides = [x + 1, y + 1, mask.size.width - x, mask.size.height - y]
                    return min(all[y][x], Double(sides.min() ?? 1))
                }
            }
        },
        call.misconception(
            "a mask without background gets finite numbers", check: "no background",
            hints: Hints(
                question:
                    "What do you start with before the first background pixel was asked, and what if "
                    + "none comes?",
                concept:
                    "The smallest of no numbers is infinity: any number that comes is smaller.",
                step: "var smallest = Double.infinity, and no other number for \"very far\".")
        ) { mask in
            let all = try MorphologySolution.distanceTransform(of: mask)
            return all.map { $0.map { $0.isFinite ? $0 : 0 } }
        },
        call.misconception(
            "only the nearest background in the same row or column is asked", check: "nearest",
            hints: Hints(
                question:
                    "The nearest background lies one column to the right and one row below. Do you "
                    + "find it?",
                concept:
                    "The nearest pixel may lie anywhere. Row and column alone give a distance that is "
                    + "too large.",
                step: "Two nested loops over all columns and all rows.")
        ) { mask in
            distances(of: mask) { dx, dy in dx == 0 || dy == 0 ? abs(dx) + abs(dy) : .infinity }
        },
    ]

    /// A misconception about the distance of two pixels.
    private static func misconception(
        _ statement: String, check: String, hints: Hints,
        distance: @escaping @Sendable (Double, Double) -> Double
    ) -> Misconception {
        call.misconception(statement, check: check, hints: hints) { mask in
            distances(of: mask, by: distance)
        }
    }

    private static func distances(
        of mask: Mask, by distance: (Double, Double) -> Double
    ) -> [[Double]] {
        let background = mask.pixels.indices.filter { !mask.pixels[$0] }
            .map { (x: $0 % mask.size.width, y: $0 / mask.size.width) }
        return (0..<mask.size.height).map { y in
            (0..<mask.size.width).map { x in
                background.map { distance(Double($0.x - x), Double($0.y - y)) }.min() ?? .infinity
            }
        }
    }

    private static func columnDistances(of mask: Mask) -> [[Double]] {
        (0..<mask.size.height).map { y in
            (0..<mask.size.width).map { x in
                (0..<mask.size.height).filter { !mask[x: x, y: $0] }
                    .map { Double(abs($0 - y)) }.min() ?? .infinity
            }
        }
    }

    /// A large block with few holes, far from the border on one side only.
    private static func block(_ generator: inout SeededGenerator) -> Mask {
        let size = PixelSize(
            width: 15 + generator.index(below: 8), height: 11 + generator.index(below: 5))
        var mask = Mask(size: size)
        for y in 1..<size.height - 1 { for x in 1..<size.width - 1 { mask[x: x, y: y] = true } }
        for _ in 0..<2 {
            mask[
                x: 4 + generator.index(below: size.width - 8),
                y: 3 + generator.index(below: size.height - 6)] = false
        }
        return mask
    }

    /// All foreground but for one column, so that the nearest background lies in the same row.
    private static func column(_ size: PixelSize, _ generator: inout SeededGenerator) -> Mask {
        var mask = Mask(size: size, repeating: true)
        let x = generator.index(below: size.width)
        for y in 0..<size.height { mask[x: x, y: y] = false }
        return mask
    }
}
