extension Augmentation.Step {
    /// Draws the numbers for one picture; all are in range already.
    func draw(
        for size: PixelSize, using generator: inout SeededGenerator
    ) -> [PictureChange] {
        let center = PixelPoint(x: Double(size.width) / 2, y: Double(size.height) / 2)
        switch self {
        case .dihedral: return [.dihedral(.random(using: &generator))]
        case .crop(let side):
            let x = generator.index(below: size.width - side + 1)
            let y = generator.index(below: size.height - side + 1)
            return [.crop(PixelRectangle(x: x, y: y, width: side, height: side))]
        case .rotation(let degrees, let border):
            let angle = generator.uniform(-degrees, degrees)
            return [.affine(.rotation(degrees: angle, around: center), border: border)]
        case .scale(let strength, let border):
            let factor = 1 + generator.uniform(-strength, strength)
            return [.affine(.scaling(by: factor, around: center), border: border)]
        case .shift(let pixels, let border):
            let dx = generator.uniform(-pixels, pixels)
            let dy = generator.uniform(-pixels, pixels)
            return [.affine(AffineWarp(dx: dx, dy: dy), border: border)]
        case .elastic(let amplitude, let smoothness, let border):
            return [
                .elastic(
                    amplitude: amplitude, smoothness: smoothness, border: border,
                    seed: generator.next())
            ]
        case .cutOut(let side, let color):
            let x = generator.index(below: size.width) - side / 2
            let y = generator.index(below: size.height) - side / 2
            return [
                .cutOut(PixelRectangle(x: x, y: y, width: side, height: side), color: color)
            ]
        case .sometimes(let probability, let step):
            let happens = generator.uniform() < probability
            return happens ? step.draw(for: size, using: &generator) : []
        default: return [drawAppearance(using: &generator)]
        }
    }

    /// Draws what changes the colours and leaves everything in its place.
    private func drawAppearance(using generator: inout SeededGenerator) -> PictureChange {
        switch self {
        case .blur(let sigma): return .blur(sigma: generator.uniform(0, sigma))
        case .noise(let deviation):
            return .noise(deviation: generator.uniform(0, deviation), seed: generator.next())
        case .jpeg(let qualities):
            return .jpeg(
                quality: qualities.lowerBound + generator.index(below: qualities.count))
        case .colors(let brightness, let contrast, let saturation, let hue):
            return .colors(
                ColorChange(
                    brightness: 1 + generator.uniform(-brightness, brightness),
                    contrast: 1 + generator.uniform(-contrast, contrast),
                    saturation: 1 + generator.uniform(-saturation, saturation),
                    hue: generator.uniform(-hue, hue)))
        case .stainJitter(let strength, let offset, let stains):
            return .stain(
                .random(strength: strength, offset: offset, stains: stains, using: &generator))
        case .densityJitter(let stain, let color, let light):
            return .density(
                .random(stain: stain, color: color, light: light, using: &generator))
        default: return .colors(ColorChange())
        }
    }
}
