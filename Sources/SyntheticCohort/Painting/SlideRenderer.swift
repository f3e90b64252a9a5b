import DeepTeaching

/// Paints any rectangle of a slide's level 0.
///
/// Each pixel is a pure function of (seed, slide, place): a rectangle painted alone equals the same
/// pixels of a larger one.
public struct SlideRenderer: Sendable {
    /// What is painted.
    public let plan: SlidePlan

    /// A painter of the slide of `plan`.
    public init(plan: SlidePlan) { self.plan = plan }

    /// The pixels of a rectangle of level 0.
    ///
    /// - Parameters:
    ///   - x: the column of its left edge.
    ///   - y: the row of its top edge.
    ///   - size: width and height in pixels.
    /// - Returns: an image of exactly `size`; beyond the slide's border there is glass.
    public func image(x: Int, y: Int, size: PixelSize) -> Image {
        let canvas = Canvas(
            size: size, originX: x, originY: y,
            micronsPerPixel: Float(plan.profile.micronsPerPixel), blur: plan.style.blur)
        let grid = paint(canvas)
        return Staining(plan: plan, grid: grid).image(of: canvas)
    }

    /// The true concentrations of haematoxylin and eosin, and of red blood, over a rectangle of
    /// level 0, before thickness, light and camera: what unmixing the stains should find.
    public func concentrations(
        x: Int, y: Int, size: PixelSize
    ) -> (hematoxylin: Plane, eosin: Plane, blood: Plane) {
        let canvas = Canvas(
            size: size, originX: x, originY: y,
            micronsPerPixel: Float(plan.profile.micronsPerPixel), blur: plan.style.blur)
        _ = paint(canvas)
        func plane(_ values: UnsafeMutablePointer<Float>) -> Plane {
            Plane(
                size: size,
                values: [Float](UnsafeBufferPointer(start: values, count: size.area)))
        }
        return withExtendedLifetime(canvas) {
            (plane(canvas.hematoxylin), plane(canvas.eosin), plane(canvas.blood))
        }
    }

    private func paint(_ canvas: Canvas) -> FieldGrid {
        let margin = CellPainter.margin + 8
        let grid = FieldGrid(
            plan: plan, left: canvas.left - margin, top: canvas.top - margin,
            right: canvas.right + margin, bottom: canvas.bottom + margin)
        GroundPainter(plan: plan, grid: grid).paint(canvas)
        CellPainter(plan: plan, grid: grid).paint(canvas)
        VesselPainter(plan: plan).paint(canvas)
        return grid
    }
}
