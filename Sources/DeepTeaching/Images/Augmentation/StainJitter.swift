import Foundation

/// More or less of each stain, as between two laboratories: the concentrations change, and the
/// colours of the stains stay.
///
/// The optical densities D of a pixel hold the amounts h of haematoxylin H and e of eosin E, and a
/// rest that neither explains. The amounts change, the rest is kept:
///
///     h' = factor_h h + offset_h      e' = factor_e e + offset_e
///     D' = D + (h' - h) H + (e' - e) E
///
/// A factor leaves glass as it is, since it holds no stain; an offset tints it.
///
/// Source: Tellez et al., Whole-slide mitosis detection in H&E breast histology using PHH3 as a
/// reference to train distilled stain-invariant convolutional networks, IEEE TMI, 2018; Macenko et
/// al., A method for normalizing histology slides for quantitative analysis, IEEE ISBI, 2009.
public struct StainJitter: Sendable, Equatable, Codable {
    /// What multiplies the amount of a stain, and what is added to it.
    public struct Change: Sendable, Equatable, Codable {
        /// From 0 (no stain at all) on; 1 changes nothing.
        public var factor: Double

        /// In units of the stain's vector; 0 changes nothing.
        public var offset: Double

        /// A change; the usual one changes nothing.
        public init(factor: Double = 1, offset: Double = 0) {
            self.factor = factor
            self.offset = offset
        }

        fileprivate var isUsable: Bool { factor >= 0 && factor.isFinite && offset.isFinite }

        /// Uniform from 1 - strength to 1 + strength, and from -offset to offset.
        fileprivate init(
            strength: Double, offset: Double, using generator: inout SeededGenerator
        ) {
            factor = 1 + generator.uniform(-strength, strength)
            self.offset = generator.uniform(-offset, offset)
        }
    }

    /// What happens to haematoxylin.
    public var hematoxylin: Change

    /// What happens to eosin.
    public var eosin: Change

    /// The colours of the two stains.
    public var stains: StainVectors

    /// A change of the amounts of two stains.
    public init(
        hematoxylin: Change = Change(), eosin: Change = Change(),
        stains: StainVectors = .ruifrok
    ) {
        self.hematoxylin = hematoxylin
        self.eosin = eosin
        self.stains = stains
    }

    /// A change by chance, of each stain on its own.
    ///
    /// - Parameters:
    ///   - strength: factors are uniform from 1 - strength to 1 + strength; from 0 to 1.
    ///   - offset: offsets are uniform from -offset to offset.
    ///   - stains: the colours of the stains.
    ///   - generator: makes the four draws.
    public static func random(
        strength: Double = 0.3, offset: Double = 0, stains: StainVectors = .ruifrok,
        using generator: inout SeededGenerator
    ) -> StainJitter {
        require(
            0 <= strength && strength <= 1 && offset >= 0 && offset.isFinite,
            "amounts of stain change by a share from 0 to 1 and an offset from 0 on, not by "
                + "\(strength) and \(offset)")
        let hematoxylin = Change(strength: strength, offset: offset, using: &generator)
        let eosin = Change(strength: strength, offset: offset, using: &generator)
        return StainJitter(hematoxylin: hematoxylin, eosin: eosin, stains: stains)
    }
}

extension Image {
    /// The picture with more or less of each stain; what would be brighter than white is white.
    ///
    /// - Throws: `StainError` if both stains have the same colour, `PictureError` if a factor or an
    ///   offset is no usable number.
    public func applying(_ jitter: StainJitter) throws -> Image {
        let factors = try jitter.lightFactors()
        var result = self
        result.pixels.withUnsafeMutableBufferPointer { pixels in
            factors.withUnsafeBufferPointer { factors in
                for index in stride(from: 0, to: pixels.count, by: 3) {
                    let light =
                        factors[Int(pixels[index])] * factors[256 &+ Int(pixels[index &+ 1])]
                        * factors[512 &+ Int(pixels[index &+ 2])]
                    pixels[index] = byte(light.x)
                    pixels[index &+ 1] = byte(light.y)
                    pixels[index &+ 2] = byte(light.z)
                }
            }
        }
        return result
    }
}

/// The byte I of a light I + 1, rounded: of what is above 0, a half more and cut off. What is not a
/// number, 0 times infinity beyond what a Float holds, is black.
@inline(__always)
private func byte(_ light: Float) -> UInt8 { UInt8(min(256, max(1, light)) - 0.5) }

extension StainJitter {
    /// The new light of a pixel as a product of three factors, one for each of its bytes.
    ///
    /// Amounts are linear in the densities (h = w_h . D), so D' = A D + b, and with the densities
    /// D = -ln((I + 1) / 256), in which white is 0:
    ///
    ///     I'_c + 1 = 256 exp(-b_c) * product over k of ((I_k + 1) / 256)^A_ck
    ///
    /// - Returns: entry `256 k + I` holds the factors that byte I of colour k gives to the new red,
    ///   green and blue.
    fileprivate func lightFactors() throws -> [SIMD4<Float>] {
        for change in [hematoxylin, eosin] where !change.isUsable {
            throw PictureError.unusableNumber(
                name: "stain jitter",
                value: "a factor of \(change.factor) and an offset of \(change.offset)",
                allowed: "a factor from 0 on and a finite offset")
        }
        let (h, e) = (stains.hematoxylin, stains.eosin)
        let overlap = h.dot(e)
        let determinant = 1 - overlap * overlap
        guard determinant > 1e-9 else { throw StainError.sameDirection }
        // w_h and w_e, the rows of the pseudoinverse of the matrix with the columns H and E.
        let (rowH, rowE) = ((h - overlap * e) / determinant, (e - overlap * h) / determinant)
        let density = OpticalDensity(white: 256)
        let added = hematoxylin.offset * h + eosin.offset * e
        return (0..<3).flatMap { k in
            // Column k of A.
            var column = (hematoxylin.factor - 1) * rowH[k] * h + (eosin.factor - 1) * rowE[k] * e
            column[k] += 1
            return density.table.map { value in
                // 256 exp(-b) goes with the first of the three factors.
                let exponents = -value * column - (k == 0 ? added - log(256) : .zero)
                return SIMD4(
                    Float(exp(exponents.x)), Float(exp(exponents.y)), Float(exp(exponents.z)), 1)
            }
        }
    }
}
