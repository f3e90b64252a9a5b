import DeepTeaching

/// Paints any rectangle of a slide.
///
/// Each pixel is a pure function of (seed, slide, place): a rectangle painted alone equals the same
/// pixels of a larger one.
public struct SlideRenderer: Sendable {
    /// What is painted.
    public let plan: SlidePlan

    /// The micrometres that one pixel covers.
    public let micronsPerPixel: Double

    /// A painter of the slide of `plan`.
    ///
    /// - Parameter micronsPerPixel: the resolution to paint in; nil for that of the plan's profile.
    ///   The same tissue is painted in any.
    public init(plan: SlidePlan, micronsPerPixel: Double? = nil) {
        self.plan = plan
        self.micronsPerPixel = micronsPerPixel ?? plan.profile.micronsPerPixel
    }

    /// The pixels of a rectangle.
    ///
    /// - Parameters:
    ///   - x: the column of its left edge, counted in this renderer's pixels from the slide's.
    ///   - y: the row of its top edge.
    ///   - size: width and height in pixels.
    /// - Returns: an image of exactly `size`; beyond the slide's border there is glass.
    public func image(x: Int, y: Int, size: PixelSize) -> Image {
        let canvas = canvas(x: x, y: y, size: size, margin: Scanner.margin)
        let defocus = DefocusPainter(
            spots: plan.artefacts.blurredSpots, micronsPerPixel: canvas.micronsPerPixel)
        let margin = defocus.margin(
            left: canvas.left, top: canvas.top, right: canvas.right, bottom: canvas.bottom)
        guard margin > 0 else { return scan(canvas, defocus) }
        let wide = scan(
            self.canvas(x: x, y: y, size: size, margin: margin + Scanner.margin), defocus)
        return wide.cropped(
            to: PixelRectangle(x: margin, y: margin, width: size.width, height: size.height))
    }

    /// The picture of a canvas, without the scanner's margin.
    private func scan(_ canvas: Canvas, _ defocus: DefocusPainter) -> Image {
        let grid = fields(around: canvas)
        paintTissue(on: canvas, grid)
        let accidents = AccidentPainter(artefacts: plan.artefacts, noise: plan.noise)
        accidents.tear(canvas)
        defocus.paint(canvas)
        accidents.soil(canvas)
        let light = Staining(plan: plan, grid: grid).light(through: canvas)
        var image = Scanner(style: plan.style.scanner, key: plan.key).image(
            of: canvas, light: light)
        for block in plan.artefacts.blackBlocks { block.blacken(&image, of: canvas) }
        return image
    }

    func canvas(x: Int, y: Int, size: PixelSize, margin: Int = 0) -> Canvas {
        Canvas(
            size: PixelSize(width: size.width + 2 * margin, height: size.height + 2 * margin),
            originX: x - margin, originY: y - margin, micronsPerPixel: Float(micronsPerPixel),
            blur: Float(plan.style.scanner.blur))
    }

    func fields(around canvas: Canvas) -> FieldGrid {
        let margin = CellPainter.fieldMargin
        return FieldGrid(
            plan: plan, left: canvas.left - margin, top: canvas.top - margin,
            right: canvas.right + margin, bottom: canvas.bottom + margin)
    }

    func paintTissue(on canvas: Canvas, _ grid: FieldGrid) {
        GroundPainter(plan: plan, grid: grid).paint(canvas)
        CellPainter(plan: plan, grid: grid).paint(canvas)
        NervePainter(plan: plan).paint(canvas)
        VesselPainter(plan: plan).paint(canvas)
    }
}

extension BlackBlock {
    /// Blackens the part of an image that the block covers.
    ///
    /// - Parameter canvas: what the image was painted from; it is one scanner's margin larger.
    func blacken(_ image: inout Image, of canvas: Canvas) {
        let first = canvas.originX + Scanner.margin
        let top = canvas.originY + Scanner.margin
        for row in 0..<image.size.height where y.contains(canvas.position(top + row)) {
            for column in 0..<image.size.width where x.contains(canvas.position(first + column)) {
                image[x: column, y: row] = .black
            }
        }
    }
}
