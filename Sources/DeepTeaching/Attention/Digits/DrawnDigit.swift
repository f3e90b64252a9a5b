import Foundation

/// One digit as a hand of its own would draw it, 28 x 28 pixels.
struct DrawnDigit {
    /// The width and the height of the picture.
    static let side = 28

    private let segments: [Segment]
    private let halfWidth: Double
    private let softness: Double

    /// Draws a digit; the generator decides its corners, size, slant, turn, place and pen.
    init(_ digit: Int, using generator: inout SeededGenerator) {
        let hand = Hand(using: &generator)
        let strokes = DigitStrokes.of(digit).map { stroke in
            stroke.map { point in
                let (x, y) = (0.06 * generator.normal(), 0.06 * generator.normal())
                return hand.placed((x: point.x + x, y: point.y + y))
            }
        }
        halfWidth = generator.uniform(0.6, 1.5)
        softness = generator.uniform(0.8, 1.4)
        segments = strokes.flatMap { zip($0, $0.dropFirst()).map(Segment.init) }
    }

    /// The grey value of a pixel, from 0 (ground) to 1 (ink).
    func ink(x: Int, y: Int) -> Float {
        var least = Double.infinity
        for segment in segments {
            least = min(least, segment.squaredDistance(to: (x: Double(x), y: Double(y))))
        }
        let ink = (halfWidth + softness / 2 - least.squareRoot()) / softness
        return Float(min(1, max(0, ink)))
    }
}

/// How one picture's digit is stretched, slanted, turned and moved.
private struct Hand {
    private let size: DigitStrokes.Point
    private let slant: Double
    private let angle: Double
    private let center: DigitStrokes.Point

    init(using generator: inout SeededGenerator) {
        size = (generator.uniform(12, 20), generator.uniform(17, 22))
        slant = generator.uniform(-0.4, 0.4)
        angle = generator.uniform(-20, 20) * .pi / 180
        center = (13.5 + generator.uniform(-1.5, 1.5), 13.5 + generator.uniform(-1.5, 1.5))
    }

    /// A point of the unit square, in pixels.
    func placed(_ point: DigitStrokes.Point) -> DigitStrokes.Point {
        let v = (point.y - 0.5) * size.y
        let u = (point.x - 0.5) * size.x - v * slant
        return (
            center.x + u * cos(angle) - v * sin(angle), center.y + u * sin(angle) + v * cos(angle)
        )
    }
}

/// A straight piece of a stroke.
private struct Segment {
    let from: DigitStrokes.Point
    let to: DigitStrokes.Point

    func squaredDistance(to point: DigitStrokes.Point) -> Double {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = dx * dx + dy * dy
        let along = (point.x - from.x) * dx + (point.y - from.y) * dy
        let share = length > 0 ? min(1, max(0, along / length)) : 0
        let (ex, ey) = (point.x - from.x - share * dx, point.y - from.y - share * dy)
        return ex * ex + ey * ey
    }
}
