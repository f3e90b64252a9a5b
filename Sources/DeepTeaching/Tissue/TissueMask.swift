/// Where tissue lies on a slide.
public struct TissueMask: SlideMask, Equatable {
    /// Foreground is tissue.
    public let raster: SlideRaster<Mask>

    /// The saturation (0 to 1) above which a pixel is tissue; nil if the slide shows no contrast
    /// that could be tissue.
    public let threshold: Double?

    /// A mask that was made elsewhere.
    public init(_ raster: SlideRaster<Mask>, threshold: Double? = nil) {
        self.raster = raster
        self.threshold = threshold
    }

    /// The share of the slide that is tissue, from 0 to 1.
    public var fraction: Double {
        mask.size.area == 0 ? 0 : Double(mask.foregroundCount) / Double(mask.size.area)
    }
}
