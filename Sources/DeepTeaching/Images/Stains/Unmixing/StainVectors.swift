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

    /// Haematoxylin and eosin as they were measured on slides of one stain each.
    ///
    /// Source: Ruifrok and Johnston, Quantification of histochemical staining by color
    /// deconvolution, 2001.
    public static let ruifrok = StainVectors(
        hematoxylin: [0.65, 0.70, 0.29], eosin: [0.07, 0.99, 0.11])

    /// The angle in degrees between the two.
    public var spread: Double { hematoxylin.angle(to: eosin) }

    /// The angles in degrees between these stains and others.
    public func angles(to other: StainVectors) -> (hematoxylin: Double, eosin: Double) {
        (hematoxylin.angle(to: other.hematoxylin), eosin.angle(to: other.eosin))
    }
}

extension StainVectors {
    /// Two directions, of which that is haematoxylin which holds back more red.
    init(_ first: SIMD3<Double>, _ second: SIMD3<Double>) {
        let isOrdered = first.x >= second.x
        self.init(
            hematoxylin: isOrdered ? first : second, eosin: isOrdered ? second : first)
    }

    private enum CodingKeys: String, CodingKey { case hematoxylin, eosin }

    /// Stains that come from elsewhere, such as a file.
    ///
    /// - Throws: `DecodingError` if one of them has no direction.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func direction(_ key: CodingKeys) throws -> SIMD3<Double> {
            let vector = try container.decode(SIMD3<Double>.self, forKey: key)
            guard vector.isDirection else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "\(vector) is no direction")
            }
            return vector
        }
        self.init(hematoxylin: try direction(.hematoxylin), eosin: try direction(.eosin))
    }
}

extension SIMD3<Double> {
    /// The vector of length 1 in the same direction; the zero vector stays as it is, and so does one of
    /// length 1, bit by bit, or what is read from a file would not be what was written.
    var normalized: SIMD3<Double> {
        let square = dot(self)
        return square > 0 && abs(square - 1) > 1e-15 ? self / square.squareRoot() : self
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
