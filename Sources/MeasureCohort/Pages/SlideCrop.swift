import DeepTeaching
import SyntheticCohort

/// A square of a slide around a point, painted in any resolution.
struct SlideCrop {
    let plan: SlidePlan

    /// In micrometres from the slide's corner.
    let middle: SIMD2<Double>

    /// The width and height of the picture in pixels.
    let side: Int

    /// The resolution.
    let micronsPerPixel: Double

    /// The picture.
    var image: Image {
        renderer.image(x: left, y: top, size: PixelSize(side: side))
    }

    /// The picture with the outlines of metastases.
    var outlined: Image {
        let downsample = micronsPerPixel / plan.profile.micronsPerPixel
        let corner = PixelPoint(x: Double(left), y: Double(top))
        let frame = RasterFrame(
            origin: RasterFrame(downsample: downsample).point(at: corner), downsample: downsample)
        let tumor = TumorMask(plan.annotations, frame: frame, size: PixelSize(side: side))
        return image.outlining(tumor.mask, color: RGB(20, 110, 60), thickness: 2)
    }

    private var renderer: SlideRenderer {
        SlideRenderer(plan: plan, micronsPerPixel: micronsPerPixel)
    }

    private var left: Int { Int(middle.x / micronsPerPixel) - side / 2 }
    private var top: Int { Int(middle.y / micronsPerPixel) - side / 2 }
}
