/// Where a pathologist drew tumour on a slide.
public struct TumorMask: SlideMask, Equatable {
    /// Foreground is tumour.
    public let raster: SlideRaster<Mask>

    /// A mask that was made elsewhere.
    public init(_ raster: SlideRaster<Mask>) { self.raster = raster }

    /// The inside of all tumour outlines, each without its own holes, without that of all exclusions; an
    /// outline that crosses
    /// itself or is drawn twice counts wherever it goes around, as in the viewer ASAP.
    ///
    /// - Parameters:
    ///   - annotations: outlines in level-0 pixels.
    ///   - frame: where the pixels of the mask lie on the slide.
    ///   - size: the size of the mask in its pixels.
    public init(_ annotations: [Annotation], frame: RasterFrame, size: PixelSize) {
        func areas(_ kind: Annotation.Kind) -> [Polygon<PixelPoint>] {
            annotations.filter { $0.kind == kind }.map { $0.area.map(frame.position) }
        }
        self.init(
            SlideRaster(
                Mask(size: size, filling: areas(.tumor), excluding: areas(.exclusion)),
                frame: frame))
    }

    /// The same for a whole slide.
    ///
    /// - Parameters:
    ///   - annotations: outlines in level-0 pixels.
    ///   - slideSize: the size of the slide's level 0.
    ///   - downsample: how many level-0 pixels one pixel of the mask covers along an axis.
    public init(_ annotations: [Annotation], slideSize: PixelSize, downsample: Double) {
        self.init(
            annotations, frame: RasterFrame(downsample: downsample),
            size: PixelSize(
                width: Int((Double(slideSize.width) / downsample).rounded(.up)),
                height: Int((Double(slideSize.height) / downsample).rounded(.up))))
    }
}
