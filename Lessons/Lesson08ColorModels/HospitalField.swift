import DeepTeaching
import SyntheticCohort

/// Two clean fields of one slide of a hospital, normal tissue and tumour, and what they were
/// painted with.
struct HospitalField: Sendable {
    let center: Int
    let plan: SlidePlan

    /// Lymphocytes.
    let normal: StainedField

    /// A metastasis.
    let tumor: StainedField

    /// The fibrous skin of the node: eosin, and hardly a nucleus.
    let capsule: StainedField

    /// Micrometres that a pixel of the fields covers: fine enough to see nuclei.
    static let micronsPerPixel = 0.97

    /// The width and height of a field in pixels.
    static let side = 176

    /// One slide of each hospital of the course's cohort, with its fields.
    static func all() throws -> [HospitalField] {
        let cohort = CohortPlan(profile: .small, seed: 1)
        let found = parallelMap(5) { center in
            cohort.slides.lazy.filter { $0.center == center && $0.type == .macro }
                .compactMap { HospitalField(cohort.slidePlan($0)) }.first
        }
        return found.compactMap(\.self)
    }

    /// Fields of a slide; nil if it has no clean place for one of them.
    private init?(_ plan: SlidePlan) {
        guard let cortex = Self.place(of: .cortex, on: plan),
            let metastasis = Self.place(of: .macroMetastasis, on: plan),
            let skin = Self.place(of: .capsule, on: plan)
        else { return nil }
        center = plan.slide.center
        self.plan = plan
        normal = StainedField(plan, x: cortex.x, y: cortex.y)
        tumor = StainedField(plan, x: metastasis.x, y: metastasis.y)
        capsule = StainedField(plan, x: skin.x, y: skin.y)
    }

    /// The corner of a clean field around something, in pixels of the fields.
    private static func place(of sight: Sight, on plan: SlidePlan) -> (x: Int, y: Int)? {
        let ratio = micronsPerPixel / plan.profile.micronsPerPixel
        return plan.points(of: sight).lazy.map { point in
            (
                x: Int(point.x / micronsPerPixel) - side / 2,
                y: Int(point.y / micronsPerPixel) - side / 2
            )
        }.first { corner in
            plan.isClean(
                x: Int(Double(corner.x) * ratio), y: Int(Double(corner.y) * ratio),
                size: PixelSize(side: Int(Double(side) * ratio)))
        }
    }

    /// The colours of the two stains as the scanner shows them.
    var stains: StainVectors { plan.appearance.scannedStains }

    /// A piece of bare glass of the same slide.
    var glass: Image {
        StainedField.renderer(of: plan).image(x: 8, y: 8, size: PixelSize(side: Self.side))
    }
}

/// A field of a slide, and how much of each stain was painted into each pixel.
struct StainedField: Sendable {
    let image: Image

    /// The true amounts, in the units in which unmixing finds them: lengths of densities.
    let hematoxylin: Plane
    let eosin: Plane

    /// - Parameters:
    ///   - x: the column of the left edge, in pixels of the fields.
    ///   - y: the row of the top edge.
    init(_ plan: SlidePlan, x: Int, y: Int, side: Int = HospitalField.side) {
        let size = PixelSize(side: side)
        let renderer = Self.renderer(of: plan)
        image = renderer.image(x: x, y: y, size: size)
        let painted = renderer.concentrations(x: x, y: y, size: size)
        let thickness = renderer.thickness(x: x, y: y, size: size)
        func amounts(_ plane: Plane, of density: SIMD3<Double>) -> Plane {
            let unit = Float((density * density).sum().squareRoot())
            return Plane(
                size: size, values: zip(plane.values, thickness.values).map { $0 * $1 * unit })
        }
        hematoxylin = amounts(painted.hematoxylin, of: plan.appearance.hematoxylin)
        eosin = amounts(painted.eosin, of: plan.appearance.eosin)
    }

    static func renderer(of plan: SlidePlan) -> SlideRenderer {
        SlideRenderer(plan: plan, micronsPerPixel: HospitalField.micronsPerPixel)
    }
}

extension Plane {
    /// Means of squares of 4 x 4 pixels: a scanner blurs single pixels and sharpens them again.
    var inSquares: [Double] {
        resized(to: PixelSize(width: size.width / 4, height: size.height / 4)).values
            .map { Double($0) }
    }

    /// How well two planes rise and fall together, from -1 to 1; 0 if one of them does not vary.
    func correlation(with other: Plane) -> Double {
        let (a, b) = (inSquares, other.inSquares)
        let (meanA, meanB) = (a.mean, b.mean)
        let pairs = zip(a, b).map { ($0 - meanA, $1 - meanB) }
        let product = pairs.reduce(0) { $0 + $1.0 * $1.1 }
        let squares = pairs.reduce((0.0, 0.0)) { ($0.0 + $1.0 * $1.0, $0.1 + $1.1 * $1.1) }
        let length = (squares.0 * squares.1).squareRoot()
        return length > 0 ? product / length : 0
    }

    /// How far a plane lies from the true one, as a share of the mean of the true one.
    func error(from truth: Plane) -> Double {
        let (found, painted) = (inSquares, truth.inSquares)
        return zip(found, painted).map { abs($0 - $1) }.mean / painted.mean
    }
}

extension Image {
    /// The mean colour, in CIE Lab.
    var meanLab: Lab {
        let means = converted(to: .lab).channels.map { plane in
            plane.values.reduce(0) { $0 + Double($1) } / Double(plane.values.count)
        }
        return Lab(lightness: means[0], a: means[1], b: means[2])
    }
}
