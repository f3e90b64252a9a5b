import Foundation

/// The ten digits as strokes of a pen: polygons in a unit square with y down. Angles are degrees,
/// clockwise from the right.
enum DigitStrokes {
    typealias Point = (x: Double, y: Double)

    /// The strokes of a digit.
    static func of(_ digit: Int) -> [[Point]] {
        switch digit {
        case 0: [arc(0.5, 0.5, 0.3, 0.45, from: -90, to: 270, 10)]
        case 1: [[(0.33, 0.25), (0.52, 0.05), (0.52, 0.95)]]
        case 2: [arc(0.5, 0.3, 0.3, 0.25, from: -170, to: 20, 5) + [(0.22, 0.95), (0.8, 0.95)]]
        case 3:
            [
                arc(0.46, 0.28, 0.28, 0.23, from: -150, to: 90, 5)
                    + arc(0.46, 0.72, 0.32, 0.23, from: -90, to: 150, 5)
            ]
        case 4: [[(0.58, 0.05), (0.16, 0.66), (0.84, 0.66)], [(0.64, 0.4), (0.64, 0.95)]]
        case 5:
            [
                [(0.78, 0.06), (0.28, 0.06), (0.25, 0.45)]
                    + arc(0.47, 0.66, 0.31, 0.28, from: -130, to: 140, 6)
            ]
        case 6:
            [
                [(0.68, 0.06), (0.36, 0.32)]
                    + arc(0.5, 0.69, 0.28, 0.26, from: -180, to: 180, 8)
            ]
        case 7: [[(0.18, 0.07), (0.82, 0.07), (0.42, 0.95)]]
        case 8:
            [
                arc(0.5, 0.27, 0.24, 0.22, from: 90, to: 450, 7)
                    + arc(0.5, 0.73, 0.29, 0.24, from: -90, to: 270, 7)
            ]
        default:
            [
                arc(0.5, 0.31, 0.28, 0.26, from: 0, to: 360, 8)
                    + [(0.66, 0.66), (0.52, 0.95)]
            ]
        }
    }

    /// Points on an ellipse of centre (x, y) and radii (a, b).
    private static func arc(
        _ x: Double, _ y: Double, _ a: Double, _ b: Double, from: Double, to: Double,
        _ segments: Int
    ) -> [Point] {
        (0...segments).map { index in
            let angle = (from + (to - from) * Double(index) / Double(segments)) * .pi / 180
            return (x + a * cos(angle), y + b * sin(angle))
        }
    }
}
