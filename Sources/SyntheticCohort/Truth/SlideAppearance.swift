import DeepTeaching
import Foundation

/// How one slide was stained and scanned: all that turns amounts of stain into bytes.
///
///     I_c = exp(-(H h_c + E e_c + B b_c) t)         light behind the tissue, as a share
///     v_c = g_c (s I_c + (1 - s) mean(I))           what the scanner's colours make of it
///
/// with the amounts H, E, B of haematoxylin, eosin and red blood, the section's thickness t, and
/// then a little sharpening and noise.
public struct SlideAppearance: Sendable, Equatable {
    /// h, the optical density of haematoxylin where its amount is 1, for red, green and blue.
    public let hematoxylin: SIMD3<Double>

    /// e, that of eosin.
    public let eosin: SIMD3<Double>

    /// b, that of red blood.
    public let blood: SIMD3<Double>

    /// g, the bytes of bare glass.
    public let glass: SIMD3<Double>

    /// s: 1 leaves colours as they are, 0 makes them grey.
    public let saturation: Double

    /// How much of the difference to the mean of the eight neighbours is added, in each colour: a
    /// lens focuses them at different heights.
    public let sharpening: SIMD3<Double>

    /// The deviation of the camera's noise in grey levels.
    public let noise: Double

    /// The directions of the two stains, before the scanner.
    public var stains: StainVectors { StainVectors(hematoxylin: hematoxylin, eosin: eosin) }

    /// The directions of the two stains as the scanner shows them, which is what can be recovered
    /// from the picture: the optical densities of haematoxylin alone in a nucleus, and of eosin
    /// alone in cytoplasm.
    public var scannedStains: StainVectors {
        StainVectors(
            hematoxylin: scannedDensity(hematoxylin), eosin: scannedDensity(0.5 * eosin))
    }

    /// The bytes, not rounded, that a scanner without noise and sharpening shows for light that
    /// passed an optical density.
    public func color(behind density: SIMD3<Double>) -> SIMD3<Double> {
        glass * scanned(light(behind: density))
    }

    private func scannedDensity(_ density: SIMD3<Double>) -> SIMD3<Double> {
        let light = scanned(light(behind: density))
        return SIMD3(-log(light.x), -log(light.y), -log(light.z))
    }

    private func scanned(_ light: SIMD3<Double>) -> SIMD3<Double> {
        saturation * light + SIMD3(repeating: (1 - saturation) * light.sum() / 3)
    }

    private func light(behind density: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(exp(-density.x), exp(-density.y), exp(-density.z))
    }
}

extension SlidePlan {
    /// How the slide was stained and scanned.
    public var appearance: SlideAppearance {
        SlideAppearance(
            hematoxylin: style.stain.hematoxylin, eosin: style.stain.eosin,
            blood: style.stain.blood, glass: style.scanner.glass,
            saturation: style.scanner.saturation,
            sharpening: style.scanner.colorSharpening + style.scanner.sharpening,
            noise: style.scanner.noise)
    }
}
