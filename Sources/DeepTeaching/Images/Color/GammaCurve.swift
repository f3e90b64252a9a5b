import Foundation

/// The curve between the numbers of sRGB and the light that a screen sends for them.
///
///     light = v / 12.92                      for v up to 0.04045
///     light = ((v + 0.055) / 1.055)^2.4      above
///
/// Source: IEC 61966-2-1, Default RGB colour space: sRGB, 1999.
enum GammaCurve {
    /// The light of a number, both from 0 to 1.
    static func light(of value: Double) -> Double {
        value > 0.04045 ? pow((value + 0.055) / 1.055, 2.4) : value / 12.92
    }

    /// The number of some light, both from 0 to 1.
    static func value(of light: Double) -> Double {
        light > 0.0031308 ? 1.055 * pow(light, 1 / 2.4) - 0.055 : 12.92 * light
    }
}
