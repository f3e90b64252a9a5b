import DeepTeaching

/// All that is decided about a slide before a pixel is painted: stain and scanner, nodes, lesions
/// with their exact outlines, the tumour cells, follicles, vessels and artefacts.
///
/// A plan is a pure function of (seed, slide, profile).
public struct SlidePlan: Sendable {
    /// Which slide this is.
    public let slide: SyntheticSlide

    /// Resolution and size.
    public let profile: CohortProfile

    /// The metastases, the largest first; none on a negative slide.
    public let lesions: [Lesion]

    /// What the random bits of cells and camera noise depend on.
    let key: UInt64
    let style: SlideStyle
    let noise: ValueNoise
    let nodes: [NodeShape]
    let follicles: [Follicle]
    let vessels: [Vessel]
    let nerves: [Nerve]
    let artefacts: Artefacts
    let tumorCells: TumorCells

    /// The plan of a slide of a cohort.
    public init(slide: SyntheticSlide, profile: CohortProfile, seed: UInt64) {
        self.slide = slide
        self.profile = profile
        let center = CenterStyle.style(ofCenter: slide.center)
        func generator(_ part: String) -> SeededGenerator {
            SeededGenerator(seed: seed, stream: "\(slide.name)/\(part)")
        }
        var keys = generator("key")
        key = keys.next()
        noise = ValueNoise(using: &keys)
        var styles = generator("style")
        var tumor = SeededGenerator(seed: seed, stream: "\(slide.patientName)/tumor")
        let style = SlideStyle(center: center, tumor: &tumor, using: &styles)
        self.style = style
        var layout = generator("layout")
        let placed = LesionPlacement(
            type: slide.type, profile: profile, center: center, noise: noise, style: style.tumor,
            key: key, using: &layout)
        nodes = placed.nodes
        lesions = placed.lesions
        tumorCells = placed.cells
        var tissue = generator("tissue")
        follicles = Self.drawFollicles(in: placed.nodes, of: center.tissue, using: &tissue)
        vessels = Self.drawVessels(in: placed.nodes, profile, using: &tissue)
        nerves = Self.drawNerves(in: placed.nodes, profile, using: &tissue)
        var accidents = generator("artefacts")
        artefacts = Artefacts(
            rates: center.accidents, nodes: placed.nodes, lesions: placed.lesions, profile: profile,
            using: &accidents)
    }

    /// The outlines of the metastases and the islands in them, in level-0 pixels, to a thousandth,
    /// as pathologists would have drawn them.
    public var annotations: [Annotation] {
        let drawn = lesions.flatMap { lesion in
            [(lesion.outline, Annotation.Kind.tumor)] + lesion.holes.map { ($0, .exclusion) }
        }
        return drawn.enumerated().map { index, drawing in
            Annotation(
                name: "Annotation \(index)", kind: drawing.1, outline: pixels(drawing.0))
        }
    }

    /// The corners of an outline in level-0 pixels, to a thousandth.
    func pixels(_ outline: StarPolygon) -> [BaselinePoint] {
        func pixels(_ micrometers: Double) -> Double {
            (micrometers / profile.micronsPerPixel * 1000).rounded() / 1000
        }
        return outline.vertices.map { BaselinePoint(x: pixels($0.x), y: pixels($0.y)) }
    }
}
