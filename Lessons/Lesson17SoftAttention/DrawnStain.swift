import DeepTeaching
import Foundation

/// The colours of one drawn picture: each is stained a little differently.
struct DrawnStain: Sendable {
    /// Red, green and blue from 0 to 1.
    let glass, ground, dark: [Float]

    enum Cell {
        case small, large

        /// In pixels.
        var radii: ClosedRange<Double> {
            switch self {
            case .small: 0.45...0.75
            case .large: 1.3...1.8
            }
        }
    }

    init(using generator: inout SeededGenerator) {
        func color(_ base: [Double], by spread: Double) -> [Float] {
            base.map { Float($0 + generator.uniform(-spread, spread)) }
        }
        glass = color([0.95, 0.94, 0.95], by: 0.02)
        let shade = generator.uniform(-0.05, 0.05)
        ground = color([0.86 + shade, 0.66 + shade, 0.80 + shade], by: 0.03)
        dark = color([0.36, 0.22, 0.52], by: 0.04)
    }

    /// Large cells are paler: their nuclei let the light through.
    func color(of kind: Cell) -> [Float] {
        switch kind {
        case .small: dark
        case .large: zip(dark, ground).map { 0.55 * $0 + 0.45 * $1 }
        }
    }
}

/// The border of a piece of tissue: a circle with waves.
struct TissueOutline: Sendable {
    private let center: (x: Double, y: Double)

    /// The distance of the border from the centre, for 256 directions.
    private let border: [Double]

    init(using generator: inout SeededGenerator) {
        let middle = Double(DrawnTissue.side) / 2
        center = (middle + generator.uniform(-3, 3), middle + generator.uniform(-3, 3))
        let radius = generator.uniform(17, 22)
        let waves = (2...5).map { number in
            (number: Double(number), generator.uniform(0, 0.1), generator.uniform(0, 2 * .pi))
        }
        border = (0..<256).map { direction in
            let angle = Double(direction) / 256 * 2 * .pi
            return radius * waves.reduce(1) { $0 + $1.1 * cos($1.number * angle + $1.2) }
        }
    }

    /// Whether a place lies inside, at some distance from the border.
    func holds(_ place: (x: Double, y: Double), margin: Double = 0) -> Bool {
        let (dx, dy) = (place.x - center.x, place.y - center.y)
        let turn = atan2(dy, dx) / (2 * .pi)
        let direction = Int((turn + 1) * 256) % 256
        return (dx * dx + dy * dy).squareRoot() < border[direction] - margin
    }

    /// A place inside.
    func place(margin: Double, using generator: inout SeededGenerator) -> (x: Double, y: Double) {
        let side = Double(DrawnTissue.side)
        while true {
            let place = (x: generator.uniform(0, side), y: generator.uniform(0, side))
            if holds(place, margin: margin) { return place }
        }
    }
}
