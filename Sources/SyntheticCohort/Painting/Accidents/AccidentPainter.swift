import DeepTeaching

/// Paints what does not belong to the tissue: cracks, ink, bubbles and dust.
struct AccidentPainter {
    let artefacts: Artefacts
    let noise: ValueNoise

    /// Opens the cracks of the section: glass is seen through them.
    func tear(_ canvas: Canvas) {
        for tear in artefacts.tears {
            let across = tear.line.normal
            forEachPixel(of: canvas, near: tear.line, reach: tear.halfWidth + 70) {
                index, x, y in
                let bend = across * (42 * noise.value(x / 230 + 6, y / 230))
                let ragged =
                    12 * noise.value(x / 45, y / 45 + 9) + 5 * noise.value(x / 11 + 3, y / 11)
                let open = ramp(tear.depth(x: x + bend.x, y: y + bend.y) + ragged, -2, 2)
                canvas.hematoxylin[index] *= 1 - open
                canvas.eosin[index] *= 1 - open
                canvas.blood[index] *= 1 - open
            }
        }
    }

    /// Paints what lies on the glass.
    func soil(_ canvas: Canvas) {
        for stroke in artefacts.strokes { paint(stroke, on: canvas) }
        for bubble in artefacts.bubbles { paint(bubble, on: canvas) }
        for grain in artefacts.dust { paint(grain, on: canvas) }
    }

    private func paint(_ stroke: PenStroke, on canvas: Canvas) {
        guard var lowest = stroke.points.first else { return }
        var highest = lowest
        for point in stroke.points {
            lowest = pointwiseMin(lowest, point)
            highest = pointwiseMax(highest, point)
        }
        let hull = Segment(start: lowest, end: highest)
        forEachPixel(of: canvas, near: hull, reach: stroke.halfWidth + 40) { index, x, y in
            let ragged = 14 * noise.value(x / 40, y / 40 + 3)
            let inside = stroke.halfWidth + ragged - stroke.distance(x: x, y: y)
            guard inside > -12 else { return }
            let streaks = 0.85 + 0.15 * noise.value(x / 25 + 7, y / 160)
            canvas.ink[index] = max(canvas.ink[index], ramp(inside, -12, 12) * streaks)
        }
    }

    /// Light is bent away at the rim of a bubble; inside it the mounting medium is missing.
    private func paint(_ bubble: Bubble, on canvas: Canvas) {
        let middle = SIMD2(bubble.x, bubble.y)
        forEachPixel(
            of: canvas, near: Segment(start: middle, end: middle), reach: bubble.radius * 1.2
        ) { index, x, y in
            let dx = x - bubble.x
            let dy = y - bubble.y
            let uneven = 1 + 0.06 * noise.value(x / 90, y / 90 + 21)
            let inside = bubble.radius * uneven - (dx * dx + dy * dy).squareRoot()
            let cover = ramp(inside, -4, 4)
            guard cover > 0 else { return }
            // The lamp is never quite above it: one side of the rim is darker and wider.
            let lee = (dx - dy) / bubble.radius
            let rim = cover * (1 - ramp(inside, 5 + 2 * lee, 22 + 9 * lee))
            canvas.dirt[index] = max(canvas.dirt[index], (0.65 + 0.2 * lee) * rim)
            canvas.hematoxylin[index] *= 1 - 0.25 * cover
            canvas.eosin[index] *= 1 - 0.25 * cover
        }
    }

    private func paint(_ grain: DustGrain, on canvas: Canvas) {
        let across = grain.line.normal
        forEachPixel(of: canvas, near: grain.line, reach: grain.halfWidth + 45) { index, x, y in
            let bend =
                22 * noise.value(x / 210 + 2, y / 210 + 7) + 5 * noise.value(x / 60 + 2, y / 60 + 7)
            let ragged = 0.35 * grain.halfWidth * noise.value(x / 5, y / 5 + 3)
            let distance = grain.line.distance(
                x: x + bend * across.x, y: y + bend * across.y
            ).distance
            let cover = ramp(grain.halfWidth + ragged - distance, -2, 2)
            canvas.dirt[index] = max(canvas.dirt[index], grain.density * cover)
        }
    }

    private func forEachPixel(
        of canvas: Canvas, near line: Segment, reach: Float, _ body: (Int, Float, Float) -> Void
    ) {
        let lowest = pointwiseMin(line.start, line.end)
        let highest = pointwiseMax(line.start, line.end)
        guard
            let (columns, rows) = canvas.pixels(
                left: lowest.x - reach, top: lowest.y - reach, right: highest.x + reach,
                bottom: highest.y + reach)
        else { return }
        for row in rows {
            let y = canvas.position(canvas.originY + row)
            for column in columns {
                let x = canvas.position(canvas.originX + column)
                body(row * canvas.size.width + column, x, y)
            }
        }
    }
}
