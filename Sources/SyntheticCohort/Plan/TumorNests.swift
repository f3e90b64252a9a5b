/// Where inside a lesion tumour cells stand, and where stroma and lymphocytes.
struct TumorNests: Sendable {
    let noise: ValueNoise
    /// The threshold of a slide's tumours: lower is more solid.
    let threshold: Float
    /// How far the border is mixed with lymphocytes, in micrometres.
    let infiltration: Float
    /// How much stroma runs through the tumour, 0 to 1.
    let stroma: Float

    /// The nests of a slide's tumours.
    init(noise: ValueNoise, style: SlideStyle) {
        self.noise = noise
        threshold = style.nestThreshold
        infiltration = style.infiltration
        stroma = style.tumorStroma
    }

    /// Positive in a nest, negative in stroma.
    ///
    /// - Parameters:
    ///   - depth: how far inside the outline the place lies, in micrometres.
    ///   - lesion: the lesion that the place belongs to.
    func value(x: Float, y: Float, depth: Float, in lesion: Lesion) -> Float {
        let waves = noise.sum(x * 0.011 + 90, y * 0.011, octaves: 2)
        // A border that fades over more than 7 % of the diameter would shrink what one sees.
        let border = min(infiltration, 0.07 * Float(lesion.longestDiameter))
        let raised = max(0, 1 - max(depth, 0) / border)
        if lesion.isSolid { return 0.9 + 0.5 * waves - raised }
        let ridge = abs(noise.sum(x * 0.0034, y * 0.0034 + 15, octaves: 2))
        let septum = max(0, 0.09 * stroma - ridge) * 14
        return waves - threshold - raised - septum
    }
}
