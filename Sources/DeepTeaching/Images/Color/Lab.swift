import Foundation

/// A colour as lightness and two opponent pairs, in which distances are about what the eye finds
/// them.
///
/// Source: CIE 15, Colorimetry, 2004 (CIE L\*a\*b\*, white D65, observer of 2 degrees).
public struct Lab: Sendable, Hashable, Codable {
    /// From 0, black, to 100, white.
    public var lightness: Double

    /// From green, below 0, to red.
    public var a: Double

    /// From blue, below 0, to yellow.
    public var b: Double

    /// A colour of three components.
    public init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// How different two colours look: their distance, `sqrt(dL^2 + da^2 + db^2)`. About 2 is just
    /// seen.
    ///
    /// Source: CIE 15, Colorimetry, 2004 (the difference of 1976).
    public func distance(to other: Lab) -> Double {
        let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
        return (l * l + a * a + b * b).squareRoot()
    }

    /// X, Y and Z of white, the light D65.
    static let white = (x: 0.95047, y: 1.0, z: 1.08883)
}

extension RGB {
    /// The same colour as lightness and two opponent pairs.
    public var lab: Lab {
        let light = SIMD3(
            GammaCurve.light(of: Double(red) / 255), GammaCurve.light(of: Double(green) / 255),
            GammaCurve.light(of: Double(blue) / 255))
        let xyz = ColorMatrix.xyzOfLinear.rows.map { $0.dot(light) }
        func root(_ share: Double) -> Double {
            share > 0.008856 ? cbrt(share) : 7.787 * share + 16.0 / 116
        }
        let (x, y) = (root(xyz[0] / Lab.white.x), root(xyz[1] / Lab.white.y))
        let z = root(xyz[2] / Lab.white.z)
        return Lab(lightness: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
    }
}
