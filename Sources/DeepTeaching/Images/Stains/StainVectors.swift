import Foundation

/// The colours of the two stains of a slide: how the optical density of one unit of each is shared
/// out to red, green and blue. Both are unit vectors.
public struct StainVectors: Sendable, Equatable, Codable {
    /// Haematoxylin, which stains nuclei blue: it holds back red light.
    public let hematoxylin: SIMD3<Double>

    /// Eosin, which stains cytoplasm and fibres pink: it holds back green light.
    public let eosin: SIMD3<Double>

    /// Vectors of these directions; their lengths do not matter.
    public init(hematoxylin: SIMD3<Double>, eosin: SIMD3<Double>) {
        require(
            hematoxylin.isDirection && eosin.isDirection,
            "the stains \(hematoxylin) and \(eosin) are no directions: each needs a number above 0")
        self.hematoxylin = hematoxylin.normalized
        self.eosin = eosin.normalized
    }

    /// The angles in degrees between these stains and others.
    public func angles(to other: StainVectors) -> (hematoxylin: Double, eosin: Double) {
        (hematoxylin.angle(to: other.hematoxylin), eosin.angle(to: other.eosin))
    }
}

extension SIMD3<Double> {
    /// The vector of length 1 in the same direction; the zero vector stays as it is.
    var normalized: SIMD3<Double> {
        let length = dot(self).squareRoot()
        return length > 0 ? self / length : self
    }

    /// Whether it has a length, and no component that is infinite or not a number.
    fileprivate var isDirection: Bool {
        let length = dot(self)
        return length > 0 && length.isFinite
    }

    /// x1 y1 + x2 y2 + x3 y3.
    func dot(_ other: SIMD3<Double>) -> Double { (self * other).sum() }

    /// The angle to another vector in degrees, from 0 to 180.
    ///
    /// By the half angle of the unit vectors: the arc cosine of a product near 1 would lose half of
    /// the digits.
    func angle(to other: SIMD3<Double>) -> Double {
        let (first, second) = (normalized, other.normalized)
        let difference = first - second
        let sum = first + second
        return 360 / .pi
            * atan2(difference.dot(difference).squareRoot(), sum.dot(sum).squareRoot())
    }
}
