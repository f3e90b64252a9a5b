import DeepTeaching
import Foundation

/// A small picture of tissue on glass, drawn by chance: no slide, but as mixed as one.
///
/// All have small dark cells, one or two crowds of them, and a few large pale cells here and there. A
/// tumour is a disc full of large pale cells.
struct DrawnTissue: Sendable {
    /// Pixels along each side.
    static let side = 48

    let isTumorous: Bool

    /// Red, green and blue of each pixel, from 0 to 1.
    private(set) var colors: [Float]

    /// Where there is tissue, tumour, a crowd of small cells; one Boolean for each pixel.
    private(set) var tissue, tumor, crowds: [Bool]

    private let outline: TissueOutline
    private let stain: DrawnStain

    init(isTumorous: Bool, using generator: inout SeededGenerator) {
        self.isTumorous = isTumorous
        outline = TissueOutline(using: &generator)
        stain = DrawnStain(using: &generator)
        let none = [Bool](repeating: false, count: Self.side * Self.side)
        (tissue, tumor, crowds) = (none, none, none)
        colors = none.flatMap { [glass = stain.glass] _ in glass }
        for pixel in none.indices where outline.holds(Self.middle(of: pixel)) {
            tissue[pixel] = true
            for channel in 0..<3 { colors[3 * pixel + channel] = stain.ground[channel] }
        }
        addCells(using: &generator)
        for index in colors.indices { colors[index] += Float(generator.uniform(-0.035, 0.035)) }
    }

    private static func middle(of pixel: Int) -> (x: Double, y: Double) {
        (Double(pixel % side) + 0.5, Double(pixel / side) + 0.5)
    }

    private mutating func addCells(using generator: inout SeededGenerator) {
        for _ in 0..<(70 + generator.index(below: 60)) {
            addCell(at: outline.place(margin: 1, using: &generator), .small, using: &generator)
        }
        for _ in 0..<(3 + generator.index(below: 5)) {
            addCell(at: outline.place(margin: 2, using: &generator), .large, using: &generator)
        }
        for _ in 0..<(1 + generator.index(below: 2)) {
            let radius = generator.uniform(3, 5)
            let center = addDisc(.small, radius: radius, density: 1.3, using: &generator)
            mark(\.crowds, around: center, radius: radius)
        }
        if isTumorous {
            let radius = generator.uniform(3.5, 5.5)
            let center = addDisc(.large, radius: radius, density: 0.45, using: &generator)
            mark(\.tumor, around: center, radius: radius)
        }
    }

    /// A disc full of cells; returns its centre.
    private mutating func addDisc(
        _ kind: DrawnStain.Cell, radius: Double, density: Double,
        using generator: inout SeededGenerator
    ) -> (x: Double, y: Double) {
        let center = outline.place(margin: 0.8 * radius, using: &generator)
        for _ in 0..<Int(density * radius * radius) {
            let angle = generator.uniform(0, 2 * .pi)
            let distance = (radius - kind.radii.upperBound / 2) * generator.uniform().squareRoot()
            addCell(
                at: (center.x + distance * cos(angle), center.y + distance * sin(angle)), kind,
                using: &generator)
        }
        return center
    }

    private mutating func addCell(
        at place: (x: Double, y: Double), _ kind: DrawnStain.Cell,
        using generator: inout SeededGenerator
    ) {
        let radius = generator.uniform(kind.radii.lowerBound, kind.radii.upperBound)
        let color = stain.color(of: kind)
        func range(_ middle: Double) -> Range<Int> {
            let first = max(0, min(Self.side, Int(middle - radius - 1)))
            return first..<max(first, min(Self.side, Int(middle + radius + 2)))
        }
        for y in range(place.y) {
            for x in range(place.x) {
                let (dx, dy) = (Double(x) + 0.5 - place.x, Double(y) + 0.5 - place.y)
                // How much of the pixel is covered.
                let cover = Float(
                    min(1, max(0, radius + 0.5 - (dx * dx + dy * dy).squareRoot())))
                for channel in 0..<3 {
                    let index = 3 * (y * Self.side + x) + channel
                    colors[index] += cover * (color[channel] - colors[index])
                }
            }
        }
    }

    private mutating func mark(
        _ mask: WritableKeyPath<DrawnTissue, [Bool]>, around center: (x: Double, y: Double),
        radius: Double
    ) {
        for pixel in tissue.indices {
            let middle = Self.middle(of: pixel)
            let (dx, dy) = (middle.x - center.x, middle.y - center.y)
            if dx * dx + dy * dy < radius * radius { self[keyPath: mask][pixel] = true }
        }
    }
}
