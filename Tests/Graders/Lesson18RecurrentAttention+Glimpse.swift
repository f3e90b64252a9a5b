import Curriculum
import DeepTeaching
import GraderKit

private let call = RecurrentAttentionCalls.glimpse

extension RecurrentAttentionGraders {
    static let glimpse = ExerciseGrader(
        call,
        checks: [
            call.check(
                "middle", "one crop around a place inside the image, x first, then y",
                inputs: { generator in
                    [
                        looked(
                            9, 14, from: 0.2, to: 0.45, size: 2, scales: 1, isUp: true, &generator),
                        looked(12, 8, from: -0.4, to: -0.15, size: 4, scales: 1, &generator),
                        looked(8, 8, from: -0.5, to: 0.5, size: 2, scales: 1, &generator),
                        // Halfway between two corners.
                        (image(6, 4, &generator), [-0.75, 0.25], 2, 1),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "edge", "zeros beyond the image, and places outside at the nearest edge",
                question: "What does the eye see where the picture ends?",
                inputs: { generator in
                    [
                        looked(5, 7, from: 0.9, to: 1, size: 4, scales: 1, &generator),
                        looked(6, 4, from: -1, to: -0.9, size: 4, scales: 1, &generator),
                        looked(5, 8, from: 1.6, to: 2.4, size: 2, scales: 1, &generator),
                        looked(7, 5, from: -2.4, to: -1.6, size: 4, scales: 1, &generator),
                        looked(1, 9, from: -0.4, to: 0.7, size: 2, scales: 1, &generator),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "scales", "each crop twice as wide as the one before, averaged to the same size",
                inputs: { generator in
                    [
                        looked(20, 24, from: -0.2, to: 0.2, size: 2, scales: 3, &generator),
                        looked(9, 11, from: -0.6, to: 0.7, size: 4, scales: 2, &generator),
                        // The wide crop begins in column -1, and a square of 2 x 2 is half outside.
                        (image(8, 10, &generator), [-0.76, generator.uniform(-0.1, 0.1)], 2, 2),
                    ]
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: glimpseMisconceptions,
        alternatives: [
            call.answer("a padded copy, and means of the pixels of each square") {
                image, place, size, scales in
                let pad = size << scales
                let blank = [Double](repeating: 0, count: image[0].count + 2 * pad)
                let side = [Double](repeating: 0, count: pad)
                let padded =
                    Array(repeating: blank, count: pad) + image.map { side + $0 + side }
                    + Array(repeating: blank, count: pad)
                let column = corner(place[0], image[0].count) + pad
                let row = corner(place[1], image.count) + pad
                return (0..<scales).map { scale in
                    let half = (size << scale) / 2
                    let step = 1 << scale
                    return stride(from: row - half, to: row + half, by: step).map { top in
                        stride(from: column - half, to: column + half, by: step).map { left in
                            let pixels = padded[top..<top + step].flatMap {
                                $0[left..<left + step]
                            }
                            return pixels.reduce(0, +) / Double(pixels.count)
                        }
                    }
                }
            }
        ],
        hints: Hints(
            question: "Which pixel corner lies at x = -1, which at x = 0, and which at x = 1?",
            concept:
                "Column 0, the middle and the right end: round((x + 1) / 2 * width). The crop "
                + "reaches half its width to the left of that corner and half to the right.",
            step:
                "width 8, x = 0.5, size 2: the corner is 6, the crop spans columns 5 and 6. At "
                + "scale 1 it is 4 wide: columns 4 to 7, and each number is the mean of 2 x 2."))

    /// An image, and a place whose coordinates are no corners' middles.
    private static func looked(
        _ height: Int, _ width: Int, from: Double, to: Double, size: Int, scales: Int,
        isUp: Bool = false, _ generator: inout SeededGenerator
    ) -> (image: [[Double]], place: [Double], size: Int, scales: Int) {
        // Far from where rounding turns; if wanted, where a floor would give another column.
        func coordinate(_ length: Int, isUp: Bool) -> Double {
            while true {
                let value = generator.uniform(from, to)
                let corner = (value + 1) / 2 * Double(length)
                let part = corner - corner.rounded(.down)
                if abs(part - 0.5) > 0.05, part > 0.5 || !isUp { return value }
            }
        }
        let place = [coordinate(width, isUp: isUp), coordinate(height, isUp: false)]
        return (image(height, width, &generator), place, size, scales)
    }

    private static func image(
        _ height: Int, _ width: Int, _ generator: inout SeededGenerator
    ) -> [[Double]] {
        (0..<height).map { _ in (0..<width).map { _ in generator.uniform(0.1, 1) } }
    }
}

private let glimpseMisconceptions: [Misconception] = [
    call.misconception(
        "x and y are exchanged", check: "middle",
        hints: Hints(
            question: "Does x count rows or columns?",
            concept: "x runs to the right, so it counts columns, and it stands first. An array of "
                + "rows is indexed the other way round: image[row][column].",
            step:
                "place[0] with image[0].count gives the column, place[1] with image.count the row.")
    ) { image, place, size, scales in
        seen(image, [place[1], place[0]], size, scales)
    },
    call.misconception(
        "y grows upwards", check: "middle",
        hints: Hints(
            question: "Which row is at y = -1: the first or the last?",
            concept: "The first: (-1, -1) is the top left corner, as rows are counted downwards.",
            step: "row = ((y + 1) / 2 * height).rounded(), without a minus.")
    ) { image, place, size, scales in seen(image, [place[0], -place[1]], size, scales) },
    call.misconception(
        "the place is the corner of the crop, not its middle", check: "middle",
        hints: Hints(
            question: "How much of the crop lies to the left of the place?",
            concept: "Half of it. The place is where the eye points, not where the crop begins.",
            step: "left = column - size * step / 2.")
    ) { image, place, size, scales in seen(image, place, size, scales, isCentered: false) },
    call.misconception(
        "the place is cut down to a whole column, not rounded", check: "middle",
        hints: Hints(
            question: "Which corner is nearest to 5.8?",
            concept: "6. Int(5.8) is 5: it cuts off what stands behind the point.",
            step: "Int((...).rounded())."), isAmbiguous: true
    ) { image, place, size, scales in seen(image, place, size, scales, rounding: .down) },
    call.misconception(
        "beyond the image the pixels of its edge are repeated", check: "edge",
        hints: Hints(
            question: "Could the model tell the edge of the picture from more of the same?",
            concept: "Not with repeated pixels. Zeros say: here is nothing.",
            step: "Ask whether row and column lie inside; if not, the pixel is 0.")
    ) { image, place, size, scales in
        seen(image, place, size, scales, at: { edge(image, $0, $1) })
    },
    call.misconception(
        "a place outside stays outside", check: "edge",
        hints: Hints(
            question: "What does the model learn from a glimpse of nothing but zeros?",
            concept: "Nothing. So the retina moves a place that was drawn outside to the edge.",
            step: "min(1, max(-1, x)) before it is turned into a column.")
    ) { image, place, size, scales in seen(image, place, size, scales, isClamped: false) },
    call.misconception(
        "of each square one pixel is taken, not the mean", check: "scales",
        hints: Hints(
            question: "A thin line runs between the pixels that you take. Do you see it?",
            concept: "No. A mean sees all of it, only fainter: the wide crops are blurred.",
            step: "Add up step * step pixels and divide by step * step.")
    ) { image, place, size, scales in
        seen(image, place, size, scales, mean: { $0[0] })
    },
    call.misconception(
        "squares at the edge are divided by the pixels inside alone", check: "scales",
        hints: Hints(
            question: "Half of a square lies outside. How bright is it?",
            concept: "Half as bright: the zeros outside count in the mean like other pixels.",
            step: "Divide by step * step, however many of them lie inside.")
    ) { image, place, size, scales in
        seenInside(image, place, size, scales)
    },
    call.misconception(
        "the pixels of a square are added up, not averaged", check: "scales",
        hints: Hints(
            question: "How bright is the coarsest crop of a white image?",
            concept: "As white as the finest, or the network would have to learn each scale anew.",
            step: "Divide the sum by step * step.")
    ) { image, place, size, scales in
        seen(image, place, size, scales, mean: { $0.reduce(0, +) })
    },
    call.misconception(
        "crops grow by one size, not by a factor of two", check: "scales",
        hints: Hints(
            question: "The first crop is 4 pixels wide. How wide is the third?",
            concept: "16: each is twice as wide as the one before. 4, 8, 12 would be linear.",
            step: "step = 1 << scale, which is 1, 2, 4.")
    ) { image, place, size, scales in
        seen(image, place, size, scales, step: { $0 + 1 })
    },
]

private func pixel(_ image: [[Double]], _ row: Int, _ column: Int) -> Double {
    image.indices.contains(row) && image[0].indices.contains(column) ? image[row][column] : 0
}

/// The nearest pixel of the image.
private func edge(_ image: [[Double]], _ row: Int, _ column: Int) -> Double {
    image[min(max(row, 0), image.count - 1)][min(max(column, 0), image[0].count - 1)]
}

/// Means over the pixels inside alone.
private func seenInside(
    _ image: [[Double]], _ place: [Double], _ size: Int, _ scales: Int
) -> [[[Double]]] {
    func inside(_ row: Int, _ column: Int) -> Double {
        image.indices.contains(row) && image[0].indices.contains(column)
            ? image[row][column] : .nan
    }
    return seen(
        image, place, size, scales, at: inside,
        mean: { pixels in
            let inside = pixels.filter { !$0.isNaN }
            return inside.isEmpty ? 0 : inside.reduce(0, +) / Double(inside.count)
        })
}

private func corner(
    _ coordinate: Double, _ length: Int, isClamped: Bool = true,
    rounding rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
) -> Int {
    let inside = isClamped ? min(1, max(-1, coordinate)) : coordinate
    return Int(((inside + 1) / 2 * Double(length)).rounded(rule))
}

/// The solution, with one thing done otherwise.
private func seen(
    _ image: [[Double]], _ place: [Double], _ size: Int, _ scales: Int, isCentered: Bool = true,
    isClamped: Bool = true, rounding rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero,
    step: (Int) -> Int = { 1 << $0 }, at value: ((Int, Int) -> Double)? = nil,
    mean: ([Double]) -> Double = { $0.reduce(0, +) / Double($0.count) }
) -> [[[Double]]] {
    let column = corner(place[0], image[0].count, isClamped: isClamped, rounding: rule)
    let row = corner(place[1], image.count, isClamped: isClamped, rounding: rule)
    return (0..<scales).map { scale in
        let step = step(scale)
        let half = isCentered ? size * step / 2 : 0
        return (0..<size).map { i in
            (0..<size).map { j in
                let pixels = (0..<step * step).map { index in
                    let y = row - half + step * i + index / step
                    let x = column - half + step * j + index % step
                    return value?(y, x) ?? pixel(image, y, x)
                }
                return mean(pixels)
            }
        }
    }
}
