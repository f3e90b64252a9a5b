import DeepTeaching
import Foundation
import LessonSlides
import SyntheticCohort

/// Nuclei of three kinds that were measured on pictures of synthetic tissue.
///
/// Where a nucleus lies, and of which kind it is, the painter says; its size and its darkness are
/// measured on the picture.
struct NucleusFields {
    /// One nucleus.
    struct Nucleus {
        /// The diameter in micrometres.
        let diameter: Double

        /// The amount of haematoxylin in its middle.
        let darkness: Double

        /// Which of ``NucleusFields/kinds`` it is.
        let kind: Int

        /// The picture on which it lies.
        var picture = 0
    }

    /// The kinds that are told apart.
    static let kinds: [CellKind] = [.lymphocyte, .tumor, .histiocyte]

    private(set) var nuclei: [Nucleus] = []

    /// The middle of a picture of each tissue, what was measured ringed in the colour of its kind.
    private(set) var pictures: [Image] = []

    /// The slide's name.
    let name: String

    /// How many nuclei were measured; as many of each kind are drawn from them.
    let measured: Int

    /// The mean darkness of the lymphocytes on each picture.
    let lymphocyteDarkness: [Double]

    /// How many nuclei were measured on each picture.
    let counts: [Int]

    /// The micrometres of a pixel, and of the side of a picture.
    static let micronsPerPixel = 0.25
    static let side = 300.0

    /// The micrometres of the side of the middle that is shown.
    static let shownSide = 100.0

    /// Measures nuclei on one slide, and draws as many of each kind if there are so many.
    init(ofEach count: Int, using generator: inout SeededGenerator) throws {
        let cohort = CohortPlan(profile: .small, seed: 1)
        // On it all three kinds are frequent, in places without folds, ink and the like.
        let slide = cohort.slides.first { $0.name == "patient_020_node_2" } ?? cohort.slides[0]
        let plan = cohort.slidePlan(slide)
        name = slide.name
        var all: [Nucleus] = []
        for sight in [Sight.cortex, .macroMetastasis, .sinus] {
            let places = plan.points(of: sight).filter { Self.isClean(plan, around: $0) }
            guard let place = places.first else { continue }
            let field = try Field(plan, around: place)
            for var nucleus in field.nuclei {
                nucleus.picture = pictures.count
                all.append(nucleus)
            }
            pictures.append(field.picture)
        }
        measured = all.count
        counts = pictures.indices.map { picture in all.count { $0.picture == picture } }
        let lymphocytes = all.filter { $0.kind == 0 }
        lymphocyteDarkness = pictures.indices.map { picture in
            lymphocytes.filter { $0.picture == picture }.map(\.darkness).mean
        }
        let shuffled = generator.shuffled(all)
        let chosen = Self.kinds.indices.flatMap { kind in
            shuffled.filter { $0.kind == kind }.prefix(count)
        }
        nuclei = generator.shuffled(chosen)
    }

    private static func isClean(_ plan: SlidePlan, around middle: SIMD2<Double>) -> Bool {
        let scale = plan.profile.micronsPerPixel
        let corner = (middle - side / 2) / scale
        return plan.isClean(
            x: Int(corner.x), y: Int(corner.y), size: PixelSize(side: Int(side / scale)))
    }
}

/// A picture of tissue, and the nuclei on it.
private struct Field {
    private(set) var nuclei: [NucleusFields.Nucleus] = []
    private(set) var picture: Image

    /// Rings in the colours of the kinds: lymphocytes, tumour cells, histiocytes.
    private static let colors: [RGB] = [.skyBlue, .vermilion, .orange]

    init(_ plan: SlidePlan, around middle: SIMD2<Double>) throws {
        let scale = NucleusFields.micronsPerPixel
        let corner = (middle - NucleusFields.side / 2) / scale
        let size = PixelSize(side: Int(NucleusFields.side / scale))
        let renderer = SlideRenderer(plan: plan, micronsPerPixel: scale)
        picture = renderer.image(x: Int(corner.x), y: Int(corner.y), size: size)
        let cells = renderer.cells(x: Int(corner.x), y: Int(corner.y), size: size)
        let stains = plan.appearance.scannedStains
        let rays = Rays(try stains.unmix(picture, over: OpticalDensity()).hematoxylin)
        var rings = NucleusFields.kinds.map { _ in Mask(size: size) }
        for cell in cells {
            let (x, y) = (Double(cell.x) / scale - corner.x, Double(cell.y) / scale - corner.y)
            guard let kind = NucleusFields.kinds.firstIndex(of: cell.kind),
                let found = rays.nucleus(x: x, y: y, micronsPerPixel: scale)
            else { continue }
            nuclei.append(
                NucleusFields.Nucleus(
                    diameter: found.diameter, darkness: found.darkness, kind: kind))
            rays.draw(found.diameter / scale / 2, x: x, y: y, on: &rings[kind])
        }
        for (ring, color) in zip(rings, Self.colors) {
            picture = picture.overlaying(ring, color: color, opacity: 1)
        }
        let shown = Int(NucleusFields.shownSide / scale)
        picture = picture.cropped(
            to: PixelRectangle(
                x: (size.width - shown) / 2, y: (size.height - shown) / 2, width: shown,
                height: shown))
    }
}

/// Rays from the middle of a nucleus, along which its rim is sought.
private struct Rays {
    private let hematoxylin: Plane

    /// The directions of the rays.
    private static let directions: [SIMD2<Double>] = (0..<16).map { number in
        let turn = Double(number) / 8 * Double.pi
        return SIMD2(cos(turn), sin(turn))
    }

    init(_ hematoxylin: Plane) { self.hematoxylin = hematoxylin }

    /// Diameter and darkness of the nucleus around a place; nil too near to the border.
    ///
    /// On each ray the rim is where the amount of haematoxylin falls below half the way from the middle
    /// to the surroundings. Neighbours that touch hide the rim on some rays, so that ray counts which is longer than a quarter of them.
    func nucleus(
        x: Double, y: Double, micronsPerPixel: Double
    ) -> (diameter: Double, darkness: Double)? {
        let reach = 10 / micronsPerPixel
        guard x > reach, y > reach, x < Double(hematoxylin.size.width) - reach,
            y < Double(hematoxylin.size.height) - reach
        else { return nil }
        // listing: Lesson12.rays
        let steps = Array(stride(from: 0.5, to: reach, by: 0.5))
        let profiles = Self.directions.map { direction in
            steps.map { value(x: x + $0 * direction.x, y: y + $0 * direction.y) }
        }
        let middle = profiles.flatMap { $0.prefix(16) }.sorted()
        let darkness = middle[middle.count / 2]
        let all = profiles.flatMap(\.self).sorted()
        let half = (darkness + all[all.count / 10]) / 2
        let rims = profiles.map { profile in
            let rim = profile.indices.first { isBelow(half, profile, from: $0) }
            return steps[rim ?? steps.count - 1]
        }
        let radius = rims.sorted()[rims.count / 4]
        // end listing
        return (2 * radius * micronsPerPixel, darkness)
    }

    /// Whether three steps in a row lie below a value: one may be a pale spot of the nucleus.
    private func isBelow(_ value: Double, _ profile: [Double], from start: Int) -> Bool {
        start + 3 <= profile.count && profile[start..<start + 3].allSatisfy { $0 < value }
    }

    private func value(x: Double, y: Double) -> Double {
        Double(hematoxylin[x: Int(x), y: Int(y)])
    }

    /// Draws a circle.
    func draw(_ radius: Double, x: Double, y: Double, on mask: inout Mask) {
        for turn in stride(from: 0.0, to: 2 * Double.pi, by: 0.05) {
            for width in [radius, radius + 0.7] {
                let (column, row) = (Int(x + width * cos(turn)), Int(y + width * sin(turn)))
                if (0..<mask.size.width).contains(column), (0..<mask.size.height).contains(row) {
                    mask[x: column, y: row] = true
                }
            }
        }
    }
}
