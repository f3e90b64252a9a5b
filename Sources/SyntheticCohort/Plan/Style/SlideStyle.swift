import DeepTeaching

/// How one slide was stained and scanned, and what its tissue is like: its centre's style, varied.
struct SlideStyle: Sendable {
    var stain: SlideStain
    var scanner: ScannerStyle
    var lymphoid: LymphoidStyle
    var tumor: TumorStyle

    /// The style of a slide of `center`.
    ///
    /// - Parameters:
    ///   - tumor: makes the draws that all slides of a patient share: a patient has one tumour.
    ///   - generator: makes those of the slide.
    init(
        center: CenterStyle, tumor: inout SeededGenerator, using generator: inout SeededGenerator
    ) {
        stain = SlideStain(center.stain, using: &generator)
        scanner = center.scanner
        for channel in 0..<3 {
            scanner.glass[channel] = min(
                center.scanner.glass[channel] + generator.uniform(-3, 3), 250)
        }
        scanner.blur *= generator.factor(standardDeviation: 0.12)
        let red = generator.uniform(-0.3, 0.3)
        scanner.colorSharpening = SIMD3(red, -red, generator.uniform(-0.3, 0.3))
        scanner.noise *= generator.factor(standardDeviation: 0.1)
        lymphoid = LymphoidStyle(center.tissue, using: &generator)
        self.tumor = TumorStyle(center.tissue, using: &tumor)
        self.tumor.stain(center.tissue, using: &generator)
    }
}

/// The optical densities of one slide's dyes at concentration 1, for red, green and blue.
struct SlideStain: Sendable {
    var hematoxylin: SIMD3<Double>
    var eosin: SIMD3<Double>
    var blood: SIMD3<Double>
    /// The pen's ink.
    var ink: SIMD3<Double>
    /// The strength of the stripes that a chattering knife leaves.
    var chatter: Float

    /// Vectors vary by 3 % in each colour, concentrations by what is usual in the laboratory.
    init(_ center: StainStyle, using generator: inout SeededGenerator) {
        func varied(_ direction: SIMD3<Double>, _ strength: Double) -> SIMD3<Double> {
            var vector = direction
            for channel in 0..<3 { vector[channel] *= generator.uniform(0.97, 1.03) }
            let length = (vector * vector).sum().squareRoot()
            return vector / length * strength
                * generator.uniform(1 - center.variation, 1 + center.variation)
        }
        hematoxylin = varied(center.hematoxylin, center.hematoxylinScale)
        eosin = varied(center.eosin, center.eosinScale)
        blood = SIMD3(0.20, 0.95, 0.85) * (0.8 + 0.2 * center.eosinScale)
        let inks: [SIMD3<Double>] = [[1.5, 0.9, 0.25], [1.4, 0.5, 0.9], [1.6, 1.6, 1.5]]
        ink = inks[generator.index(below: inks.count)]
        chatter = generator.chance(0.25) ? Float(generator.uniform(0.01, 0.03)) : 0
    }
}

/// What the lymphoid tissue of one slide is like. Concentrations are relative to a lymphocyte's.
struct LymphoidStyle: Sendable {
    /// Lymphocytes in each square millimetre of the cortex: 18,000 to 22,000.
    var density: Double
    /// Haematoxylin of lymphocytes' nuclei, and by how much it follows their crowding.
    var hematoxylin: Float
    var clumping: Float
    /// Eosin of the ground between lymphocytes.
    var eosin: Float
    /// How much of the ground is gap, around 0.
    var gaps: Float
    /// Cells of germinal centres in each square millimetre, their haematoxylin and their diameter
    /// in micrometres.
    var germinalDensity: Double
    var germinalHematoxylin: Float
    var germinalDiameter: Float
    /// How full of histiocytes the sinuses are, 0 to 1, and how many there are in each square
    /// millimetre of a full one.
    var sinusLoad: Float
    var histiocyteDensity: Double
    /// Those that gather outside the sinuses.
    var reaction: ReactionStyle

    /// The tissue of a slide of a centre.
    init(_ center: TissueStyle, using generator: inout SeededGenerator) {
        density = generator.uniform(18_000, 22_000)
        hematoxylin = Float(generator.uniform(0.74, 1.06))
        clumping = 0.35 * Float(generator.uniform(0.5, 1.5))
        eosin = Float(generator.uniform(0.40, 0.66))
        gaps = Float(generator.uniform(-0.22, 0.26))
        germinalDensity = generator.uniform(9_000, 10_800)
        germinalHematoxylin = Float(center.germinalHematoxylin * generator.uniform(0.88, 1.12))
        germinalDiameter = Float(center.germinalDiameter * generator.uniform(0.925, 1.075))
        sinusLoad = Float(min(max(center.sinusLoad * generator.uniform(0.4, 1.6), 0), 1))
        reaction = center.reaction
        reaction.extent += generator.uniform(-0.12, 0.12)
        histiocyteDensity = generator.uniform(4_000, 6_000)
    }
}

/// What one patient's tumour is like. Lengths are micrometres.
struct TumorStyle: Sendable {
    /// The median diameter of nuclei, and the spacing between them.
    var diameter: Double
    var spacing: Double
    /// Haematoxylin of nuclei and eosin of cytoplasm: they differ from slide to slide.
    private(set) var hematoxylin: Float = 0
    private(set) var eosin: Float = 0
    /// How much the tones of nuclei differ, and how many clefts part their cytoplasm.
    var pleomorphism: Float
    var clefts: Float
    /// How much stroma runs through the tumour, 0 to 1.
    var stroma: Float
    /// Where the nest noise must lie above this, tumour cells stand: lower is more solid.
    var nestThreshold: Float
    /// The width of a nest and the stroma beside it.
    var nestSpacing: Float
    /// How many glands with an open lumen the tumour forms, 0 to 1.
    var glands: Float
    /// How far the tumour's border is mixed with lymphocytes.
    var infiltration: Float

    /// The tumour of a patient of a centre.
    init(_ center: TissueStyle, using generator: inout SeededGenerator) {
        diameter = center.tumorDiameter * generator.factor(standardDeviation: 0.05)
        spacing = diameter * generator.uniform(1.14, 1.42)
        pleomorphism = Float(generator.uniform(0.35, 0.9))
        clefts = Float(generator.uniform(-0.05, 0.36))
        stroma = Float(generator.uniform(0, 1))
        nestThreshold = Float(generator.uniform(-0.75, 0.08))
        nestSpacing = Float(generator.uniform(70, 150))
        glands = generator.chance(0.35) ? Float(generator.uniform(0.3, 1)) : 0
        infiltration = Float(generator.uniform(40, 190))
    }

    /// Draws how the tumour took the stain on one slide.
    mutating func stain(_ center: TissueStyle, using generator: inout SeededGenerator) {
        hematoxylin = Float(generator.logNormal(median: center.tumorHematoxylin, deviation: 0.08))
        eosin = Float(center.tumorEosin * generator.factor(standardDeviation: 0.08))
    }
}
