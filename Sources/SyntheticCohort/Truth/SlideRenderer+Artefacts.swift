import DeepTeaching

/// What lies on a rectangle of a slide, as it was painted: a mask for each.
public struct PaintedArtefacts: Sendable {
    /// Ink of a pen, more than half of its full strength.
    public let pen: Mask

    /// What the scanner left out.
    public let black: Mask

    /// Tissue that lies double.
    public let fold: Mask

    /// A node or its fat, whatever lies on it.
    public let tissue: Mask
}

extension SlideRenderer {
    /// Where pen, black blocks and folds were painted, pixel by pixel at its centre.
    ///
    /// Nothing is stained for it, so it is fast at any resolution.
    ///
    /// - Parameters:
    ///   - x: the column of its left edge, in this renderer's pixels.
    ///   - y: the row of its top edge.
    ///   - size: width and height in pixels.
    public func artefacts(x: Int, y: Int, size: PixelSize) -> PaintedArtefacts {
        let canvas = canvas(x: x, y: y, size: size)
        let grid = fields(around: canvas)
        let source = FieldSource(
            plan: plan, left: canvas.left, top: canvas.top, right: canvas.right,
            bottom: canvas.bottom)
        AccidentPainter(artefacts: plan.artefacts, noise: plan.noise).soil(canvas)
        var (pen, black) = (Mask(size: size), Mask(size: size))
        var (fold, tissue) = (Mask(size: size), Mask(size: size))
        for row in 0..<size.height {
            let y = canvas.position(canvas.originY + row)
            for column in 0..<size.width {
                let index = row * size.width + column
                let x = canvas.position(canvas.originX + column)
                let field = grid.value(x: x, y: y)
                pen.pixels[index] = canvas.ink[index] > 0.5
                black.pixels[index] = plan.artefacts.blackBlocks.contains {
                    $0.x.contains(x) && $0.y.contains(y)
                }
                tissue.pixels[index] = field[FieldIndex.depth] > 0 || field[FieldIndex.fat] > 0
                fold.pixels[index] =
                    tissue.pixels[index] && source.foldStrength(x: x, y: y) > 0.5
            }
        }
        return PaintedArtefacts(pen: pen, black: black, fold: fold, tissue: tissue)
    }
}
