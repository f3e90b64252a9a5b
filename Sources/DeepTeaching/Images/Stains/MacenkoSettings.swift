import Foundation

/// Finds the two stains of a slide in its pixels, by Macenko's method.
///
/// In the space of optical densities, pixels of two stains lie between two rays. The plane that
/// they lie in is spanned by the two directions in which the densities vary most; the rays are
/// those at the smallest and at the largest angle in it, but for a few outliers.
///
/// ```swift
/// let stains = try MacenkoSettings().stains(of: image)
/// let planes = try stains.unmix(image, over: OpticalDensity(white: 240))
/// ```
///
/// Source: Macenko et al., A method for normalizing histology slides for quantitative analysis,
/// IEEE ISBI, 2009.
public struct MacenkoSettings: Sendable, Equatable, Codable {
    /// The byte of bare glass.
    public var white: Double

    /// Pixels with less optical density in any colour hold too little stain and are left out.
    public var leastDensity: Double

    /// The percentage of pixels at each end of the angles that count as outliers.
    public var outliers: Double

    /// Settings; the defaults are those of the article, with natural logarithms.
    public init(white: Double = 240, leastDensity: Double = 0.15, outliers: Double = 1) {
        self.white = white
        self.leastDensity = leastDensity
        self.outliers = outliers
    }

    /// The stains of a picture; haematoxylin is the one that holds back more red.
    ///
    /// - Throws: `StainError` if a setting makes no sense, or fewer than 100 pixels are stained.
    public func stains(of image: Image) throws -> StainVectors {
        guard white > 0, white.isFinite else {
            throw StainError.unusableSetting(name: "white", value: "\(white)")
        }
        guard outliers >= 0, outliers < 50 else {
            throw StainError.unusableSetting(name: "outliers", value: "\(outliers)")
        }
        guard leastDensity.isFinite else {
            throw StainError.unusableSetting(name: "leastDensity", value: "\(leastDensity)")
        }
        let densities = stainedDensities(of: image)
        guard densities.count >= Self.leastPixels else {
            throw StainError.tooLittleStain(pixels: densities.count, needed: Self.leastPixels)
        }
        let axes = SymmetricMatrix3(covarianceOf: densities).eigenvectors
        // Densities are above 0, so the axis in which they lie must point there too.
        let first = axes[0].sum() < 0 ? -axes[0] : axes[0]
        let second = axes[1]
        let angles = densities.map { atan2($0.dot(second), $0.dot(first)) }.sorted()
        let rays = [outliers / 100, 1 - outliers / 100].map { share in
            let angle = quantile(share, ofSorted: angles)
            return cos(angle) * first + sin(angle) * second
        }
        let isOrdered = rays[0].x >= rays[1].x
        return StainVectors(
            hematoxylin: isOrdered ? rays[0] : rays[1], eosin: isOrdered ? rays[1] : rays[0])
    }

    private static let leastPixels = 100

    private func stainedDensities(of image: Image) -> [SIMD3<Double>] {
        let density = OpticalDensity(white: white)
        return image.pixels.withUnsafeBufferPointer { pixels in
            (0..<image.size.area).compactMap { index in
                let found = density(pixels, index)
                return found.min() < leastDensity ? nil : found
            }
        }
    }
}
