import DeepTeaching
import LessonSlides
import SyntheticCohort

/// Nuclei that were measured on pictures of synthetic tissue, without being told what they are.
struct NucleusFields {
    /// One nucleus.
    struct Nucleus {
        /// The diameter of a disc of the same area, in micrometres.
        let diameter: Double

        /// The mean amount of haematoxylin in it.
        let darkness: Double

        /// What the painter drew there; nil where it drew none of the three kinds, or several nuclei.
        let kind: CellKind?
    }

    /// The kinds that are told apart.
    static let kinds: [CellKind] = [.lymphocyte, .tumor, .histiocyte]

    private(set) var nuclei: [Nucleus] = []

    /// How many dark regions were left out because several nuclei seem to touch in them.
    private(set) var touching = 0

    /// One picture of each tissue, what was measured outlined.
    private(set) var pictures: [Image] = []

    /// How many pictures were measured.
    private(set) var count = 0

    /// The micrometres of a pixel, and of the side of a picture.
    static let micronsPerPixel = 0.25
    static let side = 120.0

    /// Measures pictures of metastases, of the cortex and of sinuses, on the slides of one patient.
    init() throws {
        let cohort = CohortPlan(profile: .nano, seed: 1)
        let patient = cohort.patients.first { patient in
            patient.slides.contains { $0.type == .macro }
        }
        let plans = (patient?.slides ?? []).map(cohort.slidePlan)
        let sights: [(sight: Sight, count: Int)] = [
            (.cortex, 1), (.macroMetastasis, 2), (.sinus, 5),
        ]
        for (sight, count) in sights {
            let places = plans.flatMap { plan in plan.points(of: sight).map { (plan, $0) } }
                .filter { Self.isClean($0.0, around: $0.1) }
            for (index, place) in places.prefix(count).enumerated() {
                try measure(place.0, around: place.1, showing: index == 0)
            }
        }
    }

    private static func isClean(_ plan: SlidePlan, around middle: SIMD2<Double>) -> Bool {
        let scale = plan.profile.micronsPerPixel
        let corner = (middle - side / 2) / scale
        return plan.isClean(
            x: Int(corner.x), y: Int(corner.y), size: PixelSize(side: Int(side / scale)))
    }

    private mutating func measure(
        _ plan: SlidePlan, around middle: SIMD2<Double>, showing: Bool
    ) throws {
        let scale = Self.micronsPerPixel
        let size = PixelSize(side: Int(Self.side / scale))
        let (x, y) = (Int((middle.x - Self.side / 2) / scale), Int((middle.y - Self.side / 2) / scale))
        let renderer = SlideRenderer(plan: plan, micronsPerPixel: scale)
        let image = renderer.image(x: x, y: y, size: size)
        let regions = try Regions(of: image, stains: plan.appearance.scannedStains)
        let cells = renderer.cells(x: x, y: y, size: size)
        let labels = cells.map { cell in
            let column = min(max(Int(Double(cell.x) / scale) - x, 0), size.width - 1)
            let row = min(max(Int(Double(cell.y) / scale) - y, 0), size.height - 1)
            return regions.labels[x: column, y: row]
        }
        let cellsOf = Dictionary(grouping: cells.indices) { labels[$0] }
        for region in regions.whole {
            let inside = cellsOf[region.label] ?? []
            let kind = inside.count == 1 ? cells[inside[0]].kind : nil
            nuclei.append(
                Nucleus(
                    diameter: 2 * (Double(region.area) / .pi).squareRoot() * scale,
                    darkness: regions.darkness[region.label - 1],
                    kind: kind.flatMap { Self.kinds.contains($0) ? $0 : nil }))
        }
        touching += regions.touching
        count += 1
        if showing {
            let kept = Set(regions.whole.map(\.label))
            pictures.append(
                image.outlining(
                    regions.labels.foreground { kept.contains($0) }, color: .vermilion, thickness: 2))
        }
    }
}

/// The dark regions of a picture.
private struct Regions {
    let labels: LabelImage

    /// Regions that look like one whole nucleus.
    let whole: [Region]

    /// How many regions look like several nuclei.
    let touching: Int

    /// The mean amount of haematoxylin of each region.
    let darkness: [Double]

    init(of image: Image, stains: StainVectors) throws {
        // listing: Lesson12.regions
        let hematoxylin = try stains.unmix(image, over: OpticalDensity()).hematoxylin
        let threshold = Histogram(of: hematoxylin.values).otsuThreshold ?? 0
        let labels = hematoxylin.mask(above: Float(threshold))
            .fillingHoles().opened(by: .disk(radius: 3))
            .connectedComponents(connectivity: .four)
        let size = image.size
        // Whole regions, not cut by the border, and large enough for a nucleus.
        let whole = labels.regions().filter { region in
            region.boundingBox.grown(by: 1).lies(within: size) && region.area > 120
        }
        let convex = whole.filter { $0.solidity > 0.93 }
        // end listing
        self.labels = labels
        self.whole = convex
        touching = whole.count - convex.count
        var sums = [Double](repeating: 0, count: labels.count)
        var counts = sums
        for (label, value) in zip(labels.labels, hematoxylin.values) where label > 0 {
            sums[Int(label) - 1] += Double(value)
            counts[Int(label) - 1] += 1
        }
        darkness = zip(sums, counts).map { $0 / max(1, $1) }
    }
}
