import DeepTeaching
import SyntheticCohort

/// A square of a slide around a place, painted in any resolution.
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
        let scale = plan.profile.micronsPerPixel / micronsPerPixel
        func polygons(_ kind: Annotation.Kind) -> [[PixelPoint]] {
            plan.annotations.filter { $0.kind == kind }.map { annotation in
                annotation.outline.map {
                    PixelPoint(x: $0.x * scale - Double(left), y: $0.y * scale - Double(top))
                }
            }
        }
        let tumor = Mask(
            size: PixelSize(side: side), filling: polygons(.tumor), excluding: polygons(.exclusion))
        return image.outlining(tumor, color: RGB(20, 110, 60), thickness: 2)
    }

    private var renderer: SlideRenderer {
        SlideRenderer(plan: plan, micronsPerPixel: micronsPerPixel)
    }

    private var left: Int { Int(middle.x / micronsPerPixel) - side / 2 }
    private var top: Int { Int(middle.y / micronsPerPixel) - side / 2 }
}
