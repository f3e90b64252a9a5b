/// Where tissue lies on a slide.
public struct TissueMask: SlideMask, Equatable {
    /// Foreground is tissue.
    public let mask: Mask

    /// How many level-0 pixels one pixel of the mask covers along an axis.
    public let downsample: Double

    /// The saturation (0 to 1) above which a pixel is tissue; nil if the slide shows no contrast
    /// that could be tissue.
    public let threshold: Double?

    /// A mask that was made elsewhere.
    public init(mask: Mask, downsample: Double, threshold: Double? = nil) {
        require(downsample > 0, "a tissue mask cannot have a downsample of \(downsample)")
        self.mask = mask
        self.downsample = downsample
        self.threshold = threshold
    }

    /// The share of the slide that is tissue, from 0 to 1.
    public var fraction: Double {
        mask.size.area == 0 ? 0 : Double(mask.foregroundCount) / Double(mask.size.area)
    }
}
