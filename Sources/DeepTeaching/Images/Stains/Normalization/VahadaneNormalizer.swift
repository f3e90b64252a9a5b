/// Finds the two stains of a slide as the two colours of which all densities are sparse sums, by
/// Vahadane's method, and brings pictures to the stains of another one.
///
///     minimise over W, C:  1/2 |D - C W|^2 + sparsity (sum of C)      with C >= 0, W >= 0, |w_j|
/// = 1
///
/// with the densities D [pixel, colour], the amounts C [pixel, stain] and the stains W [stain,
/// colour]. A pixel is to be explained by as little stain as possible, if it can be by one stain
/// alone.
///
/// It begins with the stains of Ruifrok and Johnston and takes turns: the best amounts for the
/// stains, then the best stains for the amounts. So it has no random numbers. Of large pictures it
/// takes pixels at equal distances. The amounts with which pictures are changed are those of least
/// squares, as for Macenko's method: both differ in their stains alone.
///
/// Source: Vahadane et al., Structure-preserving color normalization and sparse stain separation
/// for histological images, IEEE Transactions on Medical Imaging, 2016.
public struct VahadaneNormalizer: StainNormalizer, Equatable, Codable {
    /// The byte of bare glass.
    public var white: Double

    /// Pixels with less optical density in any colour hold too little stain and are left out.
    public var leastDensity: Double

    /// How much a unit of stain costs: the larger, the fewer pixels have both stains.
    public var sparsity: Double

    /// The number of pixels that are looked at.
    public var pixelLimit = 20_000

    /// After so many turns it ends, or when no component of a stain moves by more than 1e-6.
    public var maximumTurns = 500

    /// Whether pixels with less than the least density in all colours stay as they are, byte for
    /// byte.
    public var keepsGlass: Bool

    /// Settings; the defaults are those of the article.
    public init(
        white: Double = 240, leastDensity: Double = 0.15, sparsity: Double = 0.1,
        keepsGlass: Bool = false
    ) {
        self.white = white
        self.leastDensity = leastDensity
        self.sparsity = sparsity
        self.keepsGlass = keepsGlass
    }

    /// The stains of some pictures of one slide, and their amounts.
    ///
    /// - Throws: `StainError` if a setting makes no sense, fewer than 100 pixels are stained, or
    ///   the two stains lie less than 5 degrees apart.
    public func profile(of images: [Image]) throws -> StainProfile {
        guard sparsity >= 0, sparsity.isFinite else {
            throw StainError.unusableSetting(name: "sparsity", value: "\(sparsity)")
        }
        guard pixelLimit > 0 else {
            throw StainError.unusableSetting(name: "pixelLimit", value: "\(pixelLimit)")
        }
        guard maximumTurns > 0 else {
            throw StainError.unusableSetting(name: "maximumTurns", value: "\(maximumTurns)")
        }
        let pixels = try StainedPixels(of: images, white: white, leastDensity: leastDensity)
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

    private func stains(in pixels: StainedPixels) throws -> StainVectors {
        let step = max(1, pixels.colors.count / pixelLimit)
        let densities = stride(from: 0, to: pixels.colors.count, by: step).map {
            pixels.density(pixels.colors[$0])
        }
        var stains = StainPair(StainVectors.ruifrok.hematoxylin, StainVectors.ruifrok.eosin)
        for _ in 0..<maximumTurns {
            let moments = AmountMoments(of: densities, stains, sparsity: sparsity)
            let next = try moments.bestStains(from: stains)
            let change = stains.largestChange(to: next)
            stains = next
            if change < 1e-6 { break }
        }
        return StainVectors(stains.first, stains.second)
    }
}
