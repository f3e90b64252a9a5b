/// Where inside a lesion tumour cells stand, and where stroma, lymphocytes, and the lumens of
/// glands.
struct TumorNests: Sendable {
    let noise: ValueNoise
    let style: TumorStyle

    /// Positive in a nest, negative in stroma.
    ///
    /// - Parameters:
    ///   - depth: how far inside the outline the place lies, in micrometres.
    ///   - lesion: the lesion that the place belongs to.
    func value(x: Float, y: Float, depth: Float, in lesion: Lesion) -> Float {
        let scale = 1 / style.nestSpacing
        let waves = noise.sum(x * scale + 90, y * scale, octaves: 2)
        // A border that fades over more than 7 % of the diameter would shrink what one sees.
        let border = min(style.infiltration, 0.07 * Float(lesion.longestDiameter))
        let raised = max(0, 1 - max(depth, 0) / border)
        if lesion.isSolid { return 0.9 + 0.5 * waves - raised }
        let ridge = abs(noise.sum(x * 0.0034, y * 0.0034 + 15, octaves: 2))
        let septum = max(0, 0.09 * style.stroma - ridge) * 14
        return waves - style.nestThreshold - raised - septum
    }

    /// How far inside a gland's lumen a place lies, in micrometres, if there is a nest around it.
    func lumen(x: Float, y: Float) -> Float {
        guard style.glands > 0 else { return -100 }
        let value = noise.sum(x * 0.016 + 33, y * 0.016 + 71, octaves: 2)
        return (value - 0.72 + 0.34 * style.glands) * 60
    }
}
