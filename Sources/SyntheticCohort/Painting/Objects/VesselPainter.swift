import DeepTeaching

/// Paints vessels: a ring of smooth muscle around an empty or blood-filled lumen.
struct VesselPainter {
    let plan: SlidePlan

    /// Paints the vessels that touch the canvas.
    func paint(_ canvas: Canvas) {
        for vessel in plan.vessels {
            let reach = vessel.semiMajor * 1.15 + 2 * canvas.softness
            guard
                let (columns, rows) = canvas.pixels(
                    left: vessel.x - reach, top: vessel.y - reach, right: vessel.x + reach,
                    bottom: vessel.y + reach)
            else { continue }
            for row in rows {
                for column in columns { paintWall(of: vessel, on: canvas, column, row) }
            }
            if vessel.filling > 0 { paintBlood(in: vessel, on: canvas) }
            for cell in endothelium(of: vessel) { canvas.stamp(cell.nucleus) }
        }
    }

    /// The cells that line all vessels.
    func cells() -> [Cell] { plan.vessels.flatMap(endothelium) }

    /// How far inside a vessel's outline a place lies, in micrometres, and around which part of it:
    /// along and across its axes, as shares of them.
    private func place(
        in vessel: Vessel, x: Float, y: Float
    ) -> (inside: Float, along: Float, across: Float) {
        let dx = x - vessel.x
        let dy = y - vessel.y
        let along = (dx * vessel.axisX + dy * vessel.axisY) / vessel.semiMajor
        let across = (dy * vessel.axisX - dx * vessel.axisY) / vessel.semiMinor
        let wobble =
            0.20 * plan.noise.value(x / 34 + 3, y / 34 + 71)
            + 0.06 * plan.noise.value(x / 9, y / 9 + 71)
        let radius = (along * along + across * across).squareRoot() + wobble
        return ((1 - radius) * vessel.semiMinor, along, across)
    }

    private func paintWall(of vessel: Vessel, on canvas: Canvas, _ column: Int, _ row: Int) {
        let x = canvas.position(canvas.originX + column)
        let y = canvas.position(canvas.originY + row)
        let (inside, along, across) = place(in: vessel, x: x, y: y)
        let soft = canvas.softness / 2
        let covered = ramp(inside, -soft, soft)
        guard covered > 0 else { return }
        let lumen = ramp(inside - vessel.wall, -soft, soft)
        let layer = plan.noise.value(inside / 3.2, (along + across) * 2.5)
        let muscle = Stains(0.18 + 0.12 * max(layer, 0), 0.58 + 0.16 * layer)
        let index = row * canvas.size.width + column
        let kept = 1 - covered
        canvas.hematoxylin[index] = canvas.hematoxylin[index] * kept + muscle.x * (covered - lumen)
        canvas.eosin[index] = canvas.eosin[index] * kept + muscle.y * (covered - lumen)
    }

    /// Red cells, 7 um wide, pale in the middle, where the vessel is filled.
    private func paintBlood(in vessel: Vessel, on canvas: Canvas) {
        let reach = vessel.semiMajor
        CellLattice(spacing: 5.6, jitter: 0.35, key: plan.key ^ 0x626c_6f6f).forEachSite(
            left: max(vessel.x - reach, canvas.left - 8),
            top: max(vessel.y - reach, canvas.top - 8),
            right: min(vessel.x + reach, canvas.right + 8),
            bottom: min(vessel.y + reach, canvas.bottom + 8)
        ) { site in
            let inside = place(in: vessel, x: site.x, y: site.y).inside
            guard inside > vessel.wall + 2.5 else { return }
            let clot = plan.noise.value(site.x / 22, site.y / 22 + 13) * 0.5 + 0.5
            guard clot > 1 - vessel.filling - 0.1 else { return }
            canvas.stampRedCell(
                x: site.x, y: site.y, tone: 0.42 + 0.25 * LatticeHash.unit(site.bits, 1))
        }
    }

    /// Flat nuclei on the inner side of the wall.
    private func endothelium(of vessel: Vessel) -> [Cell] {
        let inner = max(vessel.semiMinor - vessel.wall, 2)
        let count = min(max(Int(inner * 0.35), 2), 24)
        return (0..<count).compactMap { index in
            let bits = LatticeHash.bits(
                key: plan.key ^ 0x656e_646f, Int(vessel.x) &* 31 &+ index, Int(vessel.y))
            let turns = Double(LatticeHash.unit(bits, 0))
            let cosine = Float(ExactMath.cosine(turns: turns))
            let sine = Float(ExactMath.sine(turns: turns))
            let along = cosine * (vessel.semiMajor - vessel.wall * 0.8)
            let across = sine * (vessel.semiMinor - vessel.wall * 0.8)
            // The tangent of the ellipse.
            let stepAlong = -sine * vessel.semiMajor
            let stepAcross = cosine * vessel.semiMinor
            let length = max((stepAlong * stepAlong + stepAcross * stepAcross).squareRoot(), 1e-3)
            let (tangentX, tangentY) = vessel.turned(stepAlong / length, stepAcross / length)
            let (offX, offY) = vessel.turned(along, across)
            return Cell(
                kind: .endothelium,
                nucleus: Spot(
                    x: fixedPoint(vessel.x + offX), y: fixedPoint(vessel.y + offY),
                    semiMajor: 3.6 + 1.5 * LatticeHash.unit(bits, 1), semiMinor: 1.2,
                    axisX: tangentX, axisY: tangentY, hematoxylin: 0.78, eosin: 0.3,
                    chromatin: 0.1))
        }
    }
}

extension Vessel {
    /// A vector from the frame of the vessel's axes in that of the slide.
    fileprivate func turned(_ along: Float, _ across: Float) -> (x: Float, y: Float) {
        (along * axisX - across * axisY, along * axisY + across * axisX)
    }
}

extension Canvas {
    /// Paints a red cell over what is there: a disc that is thinner in the middle.
    fileprivate func stampRedCell(x: Float, y: Float, tone: Float) {
        let radius: Float = 3.4
        let reach = radius + softness
        guard
            let (columns, rows) = pixels(
                left: x - reach, top: y - reach, right: x + reach, bottom: y + reach)
        else { return }
        for row in rows {
            let dy = position(originY + row) - y
            for column in columns {
                let dx = position(originX + column) - x
                let distance = (dx * dx + dy * dy).squareRoot()
                let cover = ramp(radius - distance, -softness / 2, softness / 2)
                let thick = 0.75 + 0.25 * ramp(distance, 0.6, 2.2)
                let index = row * size.width + column
                blood[index] += (tone * thick - blood[index]) * cover
            }
        }
    }
}
