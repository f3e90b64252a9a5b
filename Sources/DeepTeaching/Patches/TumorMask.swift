import Foundation

/// Where a pathologist drew tumour on a slide.
public struct TumorMask: SlideMask, Equatable {
    /// Foreground is tumour.
    public let mask: Mask

    /// How many level-0 pixels one pixel of the mask covers along an axis.
    public let downsample: Double

    /// A mask that was made elsewhere.
    public init(mask: Mask, downsample: Double) {
        require(
            downsample > 0 && downsample.isFinite,
            "a tumour mask cannot have a downsample of \(downsample)")
        self.mask = mask
        self.downsample = downsample
    }

    /// The inside of all tumour outlines without that of all exclusions; an outline that crosses
    /// itself or is drawn twice counts wherever it goes around, as in the viewer ASAP.
    ///
    /// - Parameters:
    ///   - annotations: outlines in level-0 pixels.
    ///   - slideSize: the size of the slide's level 0.
    ///   - downsample: how many level-0 pixels one pixel of the mask covers along an axis.
    public init(_ annotations: [Annotation], slideSize: PixelSize, downsample: Double) {
        require(
            downsample > 0 && downsample.isFinite,
            "a tumour mask cannot have a downsample of \(downsample)")
        func outlines(_ kind: Annotation.Kind) -> [[PixelPoint]] {
            annotations.filter { $0.kind == kind }.map { annotation in
                annotation.outline.map { PixelPoint(x: $0.x / downsample, y: $0.y / downsample) }
            }
        }
        let size = PixelSize(
            width: Int((Double(slideSize.width) / downsample).rounded(.up)),
            height: Int((Double(slideSize.height) / downsample).rounded(.up)))
        self.init(
            mask: Mask(size: size, filling: outlines(.tumor), excluding: outlines(.exclusion)),
            downsample: downsample)
    }
}
