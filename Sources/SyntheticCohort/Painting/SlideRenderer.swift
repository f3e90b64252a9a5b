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
        let artefacts = ArtefactPainter(plan: plan)
        let exact = blankCanvas(x: x, y: y, size: size)
        let margin = artefacts.margin(
            left: exact.left, top: exact.top, right: exact.right, bottom: exact.bottom)
        let canvas =
            margin == 0
            ? exact
            : blankCanvas(
                x: x - margin, y: y - margin,
                size: PixelSize(width: size.width + 2 * margin, height: size.height + 2 * margin))
        let grid = paint(canvas)
        artefacts.paint(canvas)
        let picture = Staining(plan: plan, grid: grid).image(of: canvas)
        var image = margin == 0 ? picture : picture.part(x: margin, y: margin, size: size)
        for block in plan.artefacts.blackBlocks { block.blacken(&image, x: x, y: y) }
        return image
    }

    /// The true concentrations of haematoxylin and eosin, and of red blood, over a rectangle of
    /// level 0, before thickness, light and camera: what unmixing the stains should find.
    public func concentrations(
        x: Int, y: Int, size: PixelSize
    ) -> (hematoxylin: Plane, eosin: Plane, blood: Plane) {
        let canvas = blankCanvas(x: x, y: y, size: size)
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

    private func blankCanvas(x: Int, y: Int, size: PixelSize) -> Canvas {
        Canvas(
            size: size, originX: x, originY: y,
            micronsPerPixel: Float(plan.profile.micronsPerPixel), blur: plan.style.blur)
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

extension Image {
    /// A rectangle of the image, whose top left corner lies at column `x` and row `y`.
    fileprivate func part(x: Int, y: Int, size: PixelSize) -> Image {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(3 * size.area)
        for row in y..<y + size.height {
            let start = 3 * (row * self.size.width + x)
            bytes += pixels[start..<start + 3 * size.width]
        }
        return Image(size: size, pixels: bytes)
    }
}
