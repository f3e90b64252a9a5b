/// Brings slides to one staining, each measured once, on patches from all over its tissue.
///
/// Hospitals stain differently, and so do the days of one hospital. A network that has seen the tumour
/// of some of them takes that of others for normal, or all of their tissue for tumour. Measured on the
/// whole slide, the change is the same for all its patches: what is different between them stays.
///
/// ```swift
/// let normalization = SlideNormalization()
/// let stained = try normalization.normalized(slide, tissue: try TissueMask(of: slide))
/// let patches = try PatchReader(stained, grid: grid).images(of: regions)
/// ```
public struct SlideNormalization: Sendable, Equatable, Codable {
    /// How stains are found and changed.
    public var normalizer = MacenkoNormalizer()

    /// The staining that all slides get.
    public var target = StainProfile.middle

    /// How many patches a slide is measured on, at most.
    public var patchCount = 48

    /// Macenko's method, to a staining in the middle of those of CAMELYON17.
    public init() {}

    /// The slide as if it had been stained like the target.
    ///
    /// A slide whose stains cannot be told apart, such as one with hardly any tissue, stays as it is.
    ///
    /// - Throws: `SlideError` if it cannot be read or does not state its resolution; `PatchError` if not
    ///   even one patch fits onto it; `StainError` if a setting makes no sense.
    public func normalized(_ slide: any Slide, tissue: TissueMask) throws -> any Slide {
        guard patchCount > 0 else {
            throw StainError.unusableSetting(name: "patchCount", value: "\(patchCount)")
        }
        let images = try samples(of: slide, tissue: tissue)
        do {
            let own = try normalizer.profile(of: images)
            return NormalizedSlide(slide, by: try normalizer.change(from: own, to: target))
        } catch let error as StainError {
            if case .unusableSetting = error { throw error }
            return slide
        }
    }

    /// Patches at even distances, among those with enough tissue.
    private func samples(of slide: any Slide, tissue: TissueMask) throws -> [Image] {
        let grid = PatchGrid(forSlidesOf: slide.micronsPerPixel?.mean)
        let patches = try grid.patches(on: slide, tissue: tissue)
        return try PatchReader(slide, grid: grid)
            .images(of: patches.evenly(patchCount).map(\.region))
    }
}

extension StainProfile {
    /// A staining in the middle of those of the five laboratories of CAMELYON17: the colours of
    /// laboratory 3, and the amounts of them all.
    public static let middle = StainProfile(
        stains: StainVectors(
            hematoxylin: SIMD3(0.553, 0.748, 0.367), eosin: SIMD3(0.261, 0.886, 0.382)),
        hematoxylin: 2.2, eosin: 1.4)
}
