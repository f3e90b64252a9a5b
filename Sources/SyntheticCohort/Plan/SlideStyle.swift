import DeepTeaching

/// How one slide was stained and scanned, and what its tissue is like: its centre's style, varied.
struct SlideStyle: Sendable {
    /// Optical density of haematoxylin, eosin and red blood at concentration 1, for each colour.
    var hematoxylin: SIMD3<Double>
    var eosin: SIMD3<Double>
    var blood: SIMD3<Double>
    /// Optical density of the pen's ink.
    var ink: SIMD3<Double>
    /// The colour of bare glass.
    var glass: SIMD3<Double>
    /// The deviation of the camera's noise in grey levels.
    var noise: Double
    /// The scanner's blur in micrometres.
    var blur: Float
    /// The median diameter of tumour nuclei in micrometres, and the spacing between them.
    var tumorDiameter: Double
    var tumorSpacing: Double
    var tumorHematoxylin: Float
    var tumorEosin: Float
    /// How much the tones of tumour nuclei differ, and how many clefts part their cytoplasm.
    var tumorPleomorphism: Float
    var tumorClefts: Float
    /// How much stroma runs through tumours, 0 to 1.
    var tumorStroma: Float
    /// Where the nest noise must lie above this, tumour cells stand: lower is more solid.
    var nestThreshold: Float
    /// How far the tumour's border is mixed with lymphocytes, in micrometres.
    var infiltration: Float
    /// Eosin of the ground between lymphocytes, how much of it is gap, and the nuclei's packing.
    var lymphoidEosin: Float
    var lymphoidGaps: Float
    var lymphoidPacking: Float
    /// Haematoxylin of lymphocytes' nuclei.
    var lymphoidHematoxylin: Float
    /// Haematoxylin of germinal centre nuclei, and their diameter in micrometres.
    var germinalHematoxylin: Float
    var germinalDiameter: Float
    /// 0 to 1: how many histiocytes the sinuses hold.
    var sinusLoad: Float
    /// The strength of the stripes that a chattering knife leaves.
    var chatter: Float

    /// The style of a slide of `center`.
    init(center: CenterStyle, using generator: inout SeededGenerator) {
        hematoxylin = Self.stain(
            center.hematoxylin, strength: center.hematoxylinScale, using: &generator)
        eosin = Self.stain(center.eosin, strength: center.eosinScale, using: &generator)
        blood = SIMD3(0.20, 0.95, 0.85) * (0.8 + 0.2 * center.eosinScale)
        let inks: [SIMD3<Double>] = [[1.5, 0.9, 0.25], [1.4, 0.5, 0.9], [1.6, 1.6, 1.5]]
        ink = inks[generator.index(below: inks.count)]
        glass = SIMD3(repeating: 0)
        for channel in 0..<3 {
            glass[channel] = min(center.glass[channel] + generator.uniform(-3, 3), 250)
        }
        noise = 1.5 * generator.factor(deviation: 0.1)
        blur = Float(center.blur * generator.factor(deviation: 0.12))
        tumorDiameter = center.tumorDiameter * generator.factor(deviation: 0.05)
        tumorSpacing = tumorDiameter * generator.uniform(1.10, 1.40)
        tumorHematoxylin = Float(
            generator.logNormal(median: center.tumorHematoxylin, deviation: 0.10))
        tumorEosin = Float(center.tumorEosin * generator.factor(deviation: 0.08))
        tumorPleomorphism = Float(generator.uniform(0.35, 0.9))
        tumorClefts = Float(generator.uniform(-0.05, 0.36))
        tumorStroma = Float(generator.uniform(0, 1))
        nestThreshold = Float(generator.uniform(-0.75, 0.08))
        infiltration = Float(generator.uniform(40, 190))
        lymphoidEosin = Float(generator.uniform(0.34, 0.54))
        lymphoidGaps = Float(generator.uniform(-0.15, 0.22))
        lymphoidPacking = Float(generator.uniform(0.62, 0.92))
        lymphoidHematoxylin = Float(generator.uniform(0.82, 1.02))
        germinalHematoxylin = Float(generator.uniform(0.58, 0.74))
        germinalDiameter = Float(generator.uniform(8.4, 10.2))
        sinusLoad = Float(min(max(center.sinusLoad * generator.uniform(0.4, 1.6), 0), 1))
        chatter = generator.chance(0.25) ? Float(generator.uniform(0.01, 0.03)) : 0
    }

    private static func stain(
        _ direction: SIMD3<Double>, strength: Double, using generator: inout SeededGenerator
    ) -> SIMD3<Double> {
        var varied = direction
        for channel in 0..<3 { varied[channel] *= generator.factor(deviation: 0.03) }
        let length = (varied * varied).sum().squareRoot()
        return varied / length * strength * generator.factor(deviation: 0.12)
    }
}
