import DeepTeaching

/// A small slide that a program has drawn: how dark each pixel is stained, from 0 (glass) to 255.
///
/// Tissue lies on glass. In it lie nuclei, and two to four crowds of them. In a slide without tumour all
/// crowds are of small dark nuclei, as of lymphocytes. In a slide with tumour one of them is of large pale
/// nuclei, with about as much stain in all: from far away they look alike.
struct DrawnSlide: Sendable {
    /// Pixels on a side.
    static let side = 512

    /// Row after row.
    let pixels: [UInt8]

    let isTumor: Bool

    /// The middle and radius of the tumour, in pixels; nil if there is none.
    let tumor: Disc?

    struct Disc: Sendable {
        let x, y, radius: Double

        func contains(_ x: Double, _ y: Double) -> Bool {
            let (dx, dy) = (x - self.x, y - self.y)
            return dx * dx + dy * dy <= radius * radius
        }
    }

    init(isTumor: Bool, using generator: inout SeededGenerator) {
        var drawing = SlideDrawing(using: &generator)
        drawing.addScatteredNuclei(using: &generator)
        let crowds = 2 + generator.index(below: 3)
        var tumor: Disc?
        for number in 0..<crowds {
            let isLarge = isTumor && number == 0
            let disc = drawing.freeDisc(using: &generator)
            drawing.addCrowd(in: disc, isLarge: isLarge, using: &generator)
            if isLarge { tumor = disc }
        }
        pixels = drawing.pixels
        self.isTumor = isTumor
        self.tumor = tumor
    }
}
