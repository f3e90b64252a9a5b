/// Gives a picture the means and the deviations of another one's colours, in CIE Lab.
///
///     v' = (v - mean) (deviation' / deviation) + mean'      for L, a and b
///
/// It knows nothing of stains: all that is darker becomes darker, nuclei or not. The article uses
/// the Lab of Ruderman (1998) on logarithms of cone responses; this uses CIE L\*a\*b\* (D65), as
/// most programs for slides do.
///
/// Source: Reinhard, Adhikhmin, Gooch and Shirley, Color transfer between images, IEEE Computer
/// Graphics and Applications, 2001.
public struct ReinhardNormalizer: StainNormalizer, Equatable, Codable {
    /// The byte of bare glass.
    public var white: Double

    /// Pixels with less optical density in all colours are glass, and not measured; nil measures
    /// all pixels, as the article does.
    public var leastDensity: Double?

    /// Whether glass stays as it is, byte for byte; without a least density nothing is glass.
    public var keepsGlass: Bool

    /// Settings; by default tissue alone is measured, and all is changed.
    public init(white: Double = 240, leastDensity: Double? = 0.15, keepsGlass: Bool = false) {
        self.white = white
        self.leastDensity = leastDensity
        self.keepsGlass = keepsGlass
    }

    /// Means and deviations of the colours of some pictures of one slide.
    ///
    /// - Throws: `StainError` if a setting makes no sense, or fewer than 100 pixels are tissue;
    ///   without a least density, if there is no pixel at all.
    public func profile(of images: [Image]) throws -> LabStatistics {
        let glass = try glassLimit()
        let sums = images.map { LabSums(of: $0, without: glass) }
        let total = sums.reduce(into: LabSums()) { $0.add($1) }
        let needed = glass == nil ? 1 : StainedPixels.needed
        guard total.count >= needed else {
            throw StainError.tooLittleStain(pixels: total.count, needed: needed)
        }
        return LabStatistics(total)
    }

    /// What brings colours of some means and deviations to others.
    ///
    /// - Throws: `StainError` if a setting makes no sense.
    public func change(from source: LabStatistics, to target: LabStatistics) throws -> LabChange {
        LabChange(from: source, to: target, glass: keepsGlass ? try glassLimit() : nil)
    }

    private func glassLimit() throws -> GlassLimit? {
        let density = try OpticalDensity(checking: white, leastDensity ?? 0)
        return leastDensity.map { GlassLimit(density, below: $0) }
    }
}
