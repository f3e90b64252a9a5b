import Foundation

/// A change of the optical densities of red, green and blue and of the light, as between two
/// laboratories and two scanners: it needs no stain vectors, and changes the stains' colours too.
///
/// Light that passes through stain falls off as I = 255 exp(-D), where the optical density D grows
/// with the amount of stain. So stain is varied by a factor on D, one for all colours and one for
/// each, and light by a factor on I:
///
/// `I' = light * 255 * (I / 255)^(stain * color_c)`
public struct DensityJitter: Sendable, Equatable, Codable {
    /// The factors on the optical densities of red, green and blue.
    public var densityFactors: [Double]

    /// The factor on the light.
    public var light: Double

    /// A change with the given factors; 1 changes nothing.
    public init(densityFactors: [Double] = [1, 1, 1], light: Double = 1) {
        self.densityFactors = densityFactors
        self.light = light
        requireUsable()
    }

    /// Whether all factors are there, and none is below 0 or no number.
    var isUsable: Bool {
        densityFactors.count == 3
            && (densityFactors + [light]).allSatisfy { $0 >= 0 && $0.isFinite }
    }

    private func requireUsable() {
        require(
            densityFactors.count == 3 && densityFactors.allSatisfy { $0 >= 0 && $0.isFinite },
            "a jitter needs a factor from 0 on for red, green and blue, not \(densityFactors)")
        require(
            light >= 0 && light.isFinite, "a light of \(light) is none: give a number from 0 on")
    }

    /// A change by chance, each factor uniform from 1 - strength to 1 + strength.
    ///
    /// - Parameters:
    ///   - stain: the strength for all colours together.
    ///   - color: the strength for each colour on its own.
    ///   - light: the strength for the light.
    ///   - generator: makes the five draws.
    public static func random(
        stain: Double = 0.2, color: Double = 0.1, light: Double = 0.03,
        using generator: inout SeededGenerator
    ) -> DensityJitter {
        require(
            [stain, color, light].allSatisfy { 0 <= $0 && $0 <= 1 },
            "colours change by shares from 0 to 1, not by \(stain), \(color) and \(light)")
        let common = 1 + generator.uniform(-stain, stain)
        let factors = (0..<3).map { _ in common * (1 + generator.uniform(-color, color)) }
        return DensityJitter(
            densityFactors: factors, light: 1 + generator.uniform(-light, light))
    }

    /// The new byte for each old byte, for red, green and blue.
    fileprivate var tables: [[UInt8]] {
        requireUsable()
        return densityFactors.map { factor in
            (0..<256).map { byte in
                let value = light * 255 * pow(Double(byte) / 255, factor)
                return UInt8(min(255, max(0, value.rounded())))
            }
        }
    }
}

extension Image {
    /// The picture with its staining and light changed; what would be brighter than white is white.
    public func applying(_ jitter: DensityJitter) -> Image {
        let tables = jitter.tables
        var result = self
        result.pixels.withUnsafeMutableBufferPointer { pixels in
            for (channel, table) in tables.enumerated() {
                for index in stride(from: channel, to: pixels.count, by: 3) {
                    pixels[index] = table[Int(pixels[index])]
                }
            }
        }
        return result
    }
}
