import DeepTeaching

/// What only a painter knows for sure.
extension SlideRenderer {
    /// The true concentrations of haematoxylin and eosin, and of red blood, over a rectangle,
    /// before thickness, light and camera: what unmixing the stains should find.
    public func concentrations(
        x: Int, y: Int, size: PixelSize
    ) -> (hematoxylin: Plane, eosin: Plane, blood: Plane) {
        let canvas = canvas(x: x, y: y, size: size)
        paintTissue(on: canvas, fields(around: canvas))
        AccidentPainter(artefacts: plan.artefacts, noise: plan.noise).tear(canvas)
        func plane(_ values: UnsafeMutablePointer<Float>) -> Plane {
            Plane(
                size: size,
                values: [Float](UnsafeBufferPointer(start: values, count: size.area)))
        }
        return withExtendedLifetime(canvas) {
            (plane(canvas.hematoxylin), plane(canvas.eosin), plane(canvas.blood))
        }
    }

    /// The cells whose nucleus has its centre in a rectangle, as they are painted.
    public func cells(x: Int, y: Int, size: PixelSize) -> [PaintedCell] {
        let canvas = canvas(x: x, y: y, size: size)
        let painter = CellPainter(plan: plan, grid: fields(around: canvas))
        let tissue = painter.layers(canvas).joined().map(\.painted)
        let objects = (NervePainter(plan: plan).cells() + VesselPainter(plan: plan).cells())
            .map(\.painted)
        return (tissue + objects).filter {
            $0.x >= canvas.left && $0.x < canvas.right && $0.y >= canvas.top
                && $0.y < canvas.bottom
        }
    }

    /// How many cells of each kind a rectangle is planned to hold.
    ///
    /// The plan says how many there are in a square millimetre of each tissue; the painter draws
    /// each place by chance.
    public func plannedCells(x: Int, y: Int, size: PixelSize) -> [CellKind: Double] {
        let canvas = canvas(x: x, y: y, size: size)
        let grid = fields(around: canvas)
        let densities = CellDensities(style: plan.style)
        var counts: [CellKind: Double] = [:]
        let area = micronsPerPixel * micronsPerPixel / 1e6
        for row in 0..<size.height {
            for column in 0..<size.width {
                let field = grid.value(
                    x: canvas.position(x + column), y: canvas.position(y + row))
                let shares = TissueShares(field)
                counts[.lymphocyte, default: 0] += area * densities.lymphocytes(shares, field)
                counts[.centroblast, default: 0] += area * densities.centroblasts(shares)
                counts[.histiocyte, default: 0] += area * densities.histiocytes(shares)
                counts[.plasmaCell, default: 0] += area * densities.plasmaCells(shares, field)
            }
        }
        return counts
    }

    /// Whether a rectangle shows nothing but bare glass, so that a scanner may leave it out.
    public func isGlass(x: Int, y: Int, size: PixelSize) -> Bool {
        let canvas = canvas(x: x, y: y, size: size)
        guard !fields(around: canvas).values.contains(where: GroundPainter.isTissue) else {
            return false
        }
        AccidentPainter(artefacts: plan.artefacts, noise: plan.noise).soil(canvas)
        for index in 0..<size.area where canvas.ink[index] > 0 || canvas.dirt[index] > 0 {
            return false
        }
        return !plan.artefacts.blackBlocks.contains { block in
            block.x.overlaps(canvas.left..<canvas.right)
                && block.y.overlaps(canvas.top..<canvas.bottom)
        }
    }
}
