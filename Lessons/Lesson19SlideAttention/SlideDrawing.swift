import DeepTeaching
import Foundation

/// A slide while it is drawn.
struct SlideDrawing {
    private(set) var pixels: [UInt8]

    /// How far from the middle the tissue ends, one number for each degree.
    private let outline: [Double]

    /// Nearer than the first it is tissue, farther than the second glass, in all directions.
    private let (surely, possibly): (Double, Double)
    private var discs: [DrawnSlide.Disc] = []

    private static let side = DrawnSlide.side
    private static let middle = Double(side) / 2

    /// Glass with a piece of tissue on it.
    init(using generator: inout SeededGenerator) {
        let waves = (1...4).map { wave in
            (
                number: Double(wave), size: generator.uniform(0, 0.16 / Double(wave)),
                phase: generator.uniform(0, 2 * .pi)
            )
        }
        outline = (0..<360).map { degree in
            let angle = Double(degree) / 180 * .pi
            let bumps = waves.reduce(0) { $0 + $1.size * cos($1.number * angle + $1.phase) }
            return Self.middle * 0.82 * (1 + bumps)
        }
        surely = outline.reduce(Self.middle) { min($0, $1) }
        possibly = outline.reduce(0) { max($0, $1) }
        pixels = [UInt8](repeating: 0, count: Self.side * Self.side)
        for y in 0..<Self.side {
            for x in 0..<Self.side {
                let noise = generator.next()
                let isTissue = contains(Double(x), Double(y))
                pixels[y * Self.side + x] = isTissue ? 36 + UInt8(noise & 15) : UInt8(noise & 7)
            }
        }
    }

    private func contains(_ x: Double, _ y: Double, margin: Double = 0) -> Bool {
        let (dx, dy) = (x - Self.middle, y - Self.middle)
        let distance = (dx * dx + dy * dy).squareRoot()
        if distance + margin < surely { return true }
        if distance + margin >= possibly { return false }
        let degree = Int((atan2(dy, dx) / .pi * 180 + 360).truncatingRemainder(dividingBy: 360))
        return distance + margin < outline[degree]
    }

    /// Nuclei that lie alone.
    mutating func addScatteredNuclei(using generator: inout SeededGenerator) {
        for _ in 0..<450 {
            let x = generator.uniform(0, Double(Self.side))
            let y = generator.uniform(0, Double(Self.side))
            guard contains(x, y, margin: 4) else { continue }
            let radius = generator.uniform(2.2, 3.4)
            darken(x, y, radius: radius, by: generator.uniform(90, 190))
        }
    }

    /// Room for a crowd inside the tissue, away from the other ones.
    mutating func freeDisc(using generator: inout SeededGenerator) -> DrawnSlide.Disc {
        var disc = DrawnSlide.Disc(x: Self.middle, y: Self.middle, radius: 30)
        for _ in 0..<200 {
            let radius = generator.uniform(34, 54)
            let x = generator.uniform(radius, Double(Self.side) - radius)
            let y = generator.uniform(radius, Double(Self.side) - radius)
            disc = DrawnSlide.Disc(x: x, y: y, radius: radius)
            let isFree = discs.allSatisfy {
                let (dx, dy) = ($0.x - x, $0.y - y)
                return (dx * dx + dy * dy).squareRoot() > $0.radius + radius + 12
            }
            if isFree && contains(x, y, margin: radius) { break }
        }
        discs.append(disc)
        return disc
    }

    /// Many nuclei in a disc: small and dark, or large and pale.
    mutating func addCrowd(
        in disc: DrawnSlide.Disc, isLarge: Bool, using generator: inout SeededGenerator
    ) {
        let (distance, radii, depth) =
            isLarge ? (9.6, 3.8...5.0, 96.0) : (7.0, 2.2...2.9, 168.0)
        let stain = generator.uniform(0.85, 1.15)
        let steps = Int(disc.radius / distance) + 1
        for row in -steps...steps {
            for column in -steps...steps {
                let x = disc.x + (Double(column) + generator.uniform(-0.4, 0.4)) * distance
                let y = disc.y + (Double(row) + generator.uniform(-0.4, 0.4)) * distance
                let radius = generator.uniform(radii.lowerBound, radii.upperBound)
                guard disc.contains(x, y) else { continue }
                darken(x, y, radius: radius, by: depth * stain)
            }
        }
    }

    /// A disc of stain with a soft border.
    private mutating func darken(_ x: Double, _ y: Double, radius: Double, by depth: Double) {
        let reach = Int(radius) + 1
        let (column, row) = (Int(x), Int(y))
        for yy in max(0, row - reach)...min(Self.side - 1, row + reach) {
            for xx in max(0, column - reach)...min(Self.side - 1, column + reach) {
                let (dx, dy) = (Double(xx) - x, Double(yy) - y)
                let cover = min(1, max(0, radius + 0.5 - (dx * dx + dy * dy).squareRoot()))
                let index = yy * Self.side + xx
                let old = Double(pixels[index])
                pixels[index] = UInt8(max(old, min(255, 44 + depth * cover)))
            }
        }
    }
}
