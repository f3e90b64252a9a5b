import Foundation

/// Finds the two stains of a slide in its pixels, by Macenko's method, and brings pictures to the
/// stains of another one.
///
/// In the space of optical densities, pixels of two stains lie between two rays. The plane that
/// they lie in is spanned by the two directions in which the densities vary most; the rays are
/// those at the smallest and at the largest angle in it, but for a few outliers.
///
/// ```swift
/// let stains = try MacenkoNormalizer().stains(of: image)
/// let planes = try stains.unmix(image, over: OpticalDensity(white: 240))
/// ```
/// The two directions have no sign of their own: the first is taken with a sum above 0, since
/// densities are; the sign of the second does not matter, since both rays are taken and
/// haematoxylin is the one that holds back more red. Amounts are measured in stained pixels alone,
/// so that they do not depend on how much glass a picture shows; many programs count the glass as
/// well.
///
/// Source: Macenko et al., A method for normalizing histology slides for quantitative analysis,
/// IEEE ISBI, 2009.
public struct MacenkoNormalizer: StainNormalizer, Equatable, Codable {
    /// The byte of bare glass.
    public var white: Double

    /// Pixels with less optical density in any colour hold too little stain and are left out.
    public var leastDensity: Double

    /// The percentage of pixels at each end of the angles that count as outliers.
    public var outliers: Double

    /// Whether pixels with less than the least density in all colours stay as they are, byte for
    /// byte.
    public var keepsGlass: Bool

    /// Settings; the defaults are those of the article, with natural logarithms.
    public init(
        white: Double = 240, leastDensity: Double = 0.15, outliers: Double = 1,
        keepsGlass: Bool = false
    ) {
        self.white = white
        self.leastDensity = leastDensity
        self.outliers = outliers
        self.keepsGlass = keepsGlass
    }

    /// The stains of a picture, whatever lies between them: of one stain alone, two rays in its
    /// noise.
    ///
    /// - Throws: `StainError` if a setting makes no sense, or fewer than 100 pixels are stained.
    public func stains(of image: Image) throws -> StainVectors {
        try stains(in: stainedPixels(of: [image]))
    }

    /// The stains of some pictures of one slide, and their amounts.
    ///
    /// - Throws: `StainError` if a setting makes no sense, fewer than 100 pixels are stained, or
    ///   the two stains lie less than 5 degrees apart.
    public func profile(of images: [Image]) throws -> StainProfile {
        let pixels = try stainedPixels(of: images)
        return try StainProfile(stains(in: pixels), in: pixels)
    }

    /// What gives the stains of one staining the colours and amounts of another.
    ///
    /// - Throws: `StainError` if a setting makes no sense, or both stains have the same direction.
    public func change(from source: StainProfile, to target: StainProfile) throws -> DensityChange {
        try DensityChange(
            from: source, to: target, density: OpticalDensity(checking: white, leastDensity),
            glassBelow: keepsGlass ? leastDensity : nil)
    }

    private func stainedPixels(of images: [Image]) throws -> StainedPixels {
        guard outliers >= 0, outliers < 50 else {
            throw StainError.unusableSetting(name: "outliers", value: "\(outliers)")
        }
        return try StainedPixels(of: images, white: white, leastDensity: leastDensity)
    }

    private func stains(in pixels: StainedPixels) throws -> StainVectors {
        let axes = pixels.covariance().eigenvectors
        // Densities are above 0, so the axis in which they lie must point there too.
        let first = axes[0].sum() < 0 ? -axes[0] : axes[0]
        let second = axes[1]
        let turns = pixels.map { DiamondAngle.turn(x: $0.dot(first), y: $0.dot(second)) }
        let rays = [outliers / 100, 1 - outliers / 100].map { share in
            let ends = quantileEnds(share, of: turns)
            let (lower, upper) = (
                DiamondAngle.angle(ofTurn: ends.lower), DiamondAngle.angle(ofTurn: ends.upper)
            )
            let angle = lower + (upper - lower) * ends.weight
            return cos(angle) * first + sin(angle) * second
        }
        return StainVectors(rays[0], rays[1])
    }
}

/// A number that grows with the angle of a direction, from -2 to 2, and costs one division instead
/// of an arc tangent: how far around the square with the corners (1, 0), (0, 1), (-1, 0) and (0,
/// -1) it points.
private enum DiamondAngle {
    @inline(__always)
    static func turn(x: Double, y: Double) -> Double {
        let length = abs(x) + abs(y)
        guard length > 0 else { return 0 }
        let turn = 1 - x / length
        return y < 0 ? -turn : turn
    }

    /// The angle in radians, from -pi to pi.
    static func angle(ofTurn turn: Double) -> Double {
        let x = 1 - abs(turn)
        return atan2(turn < 0 ? -(1 - abs(x)) : 1 - abs(x), x)
    }
}
