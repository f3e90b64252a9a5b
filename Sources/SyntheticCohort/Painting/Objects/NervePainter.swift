import DeepTeaching

/// Paints nerves: bundles of wavy pink fibres in a thin sheath, with slender nuclei among them.
struct NervePainter {
    let plan: SlidePlan

    /// Paints the nerves that touch the canvas.
    func paint(_ canvas: Canvas) {
        for nerve in plan.nerves {
            let reach = nerve.semiMajor + 32 + 2 * canvas.softness
            guard
                let (columns, rows) = canvas.pixels(
                    left: nerve.x - reach, top: nerve.y - reach, right: nerve.x + reach,
                    bottom: nerve.y + reach)
            else { continue }
            for row in rows {
                for column in columns { paintFibers(of: nerve, on: canvas, column, row) }
            }
            for cell in cells(of: nerve) { canvas.stamp(cell.nucleus) }
        }
    }

    /// The nuclei of all nerves.
    func cells() -> [Cell] { plan.nerves.flatMap(cells) }

    private func place(
        in nerve: Nerve, x: Float, y: Float
    ) -> (inside: Float, along: Float, across: Float) {
        // Nerves are no straighter than the fat they run through.
        let wide = plan.noise.bend(x, y, grain: 95, first: [11, 0], second: [0, 27])
        let narrow = plan.noise.bend(x, y, grain: 24, first: [0, 0], second: [0, 8])
        let place = SIMD2(x - nerve.x, y - nerve.y) + 26 * wide + 4 * narrow
        let along = place.x * nerve.axisX + place.y * nerve.axisY
        let across = place.y * nerve.axisX - place.x * nerve.axisY
        let u = along / nerve.semiMajor
        let v = across / nerve.semiMinor
        return ((1 - (u * u + v * v).squareRoot()) * nerve.semiMinor, along, across)
    }

    private func paintFibers(of nerve: Nerve, on canvas: Canvas, _ column: Int, _ row: Int) {
        let x = canvas.position(canvas.originX + column)
        let y = canvas.position(canvas.originY + row)
        let (inside, along, across) = place(in: nerve, x: x, y: y)
        let cover = ramp(inside, -canvas.softness / 2, canvas.softness / 2)
        guard cover > 0 else { return }
        let wave = across + 5 * plan.noise.value(along / 26, across / 60 + 5)
        let fiber = plan.noise.value(wave / 3.4, along / 70 + 9)
        let split = ramp(plan.noise.value(wave / 9 + 3, along / 90), 0.5, 0.75)
        let sheath = 1 - ramp(inside, 3, 7)
        let eosin = mix((0.40 + 0.16 * fiber) * (1 - 0.6 * split), 0.72, sheath)
        let index = row * canvas.size.width + column
        canvas.hematoxylin[index] = mix(canvas.hematoxylin[index], 0.10, cover)
        canvas.eosin[index] = mix(canvas.eosin[index], eosin, cover)
    }

    private func cells(of nerve: Nerve) -> [Cell] {
        var cells: [Cell] = []
        let reach = nerve.semiMajor + 30
        CellLattice(spacing: 19, jitter: 0.45, key: plan.key ^ 0x6e65_7276).forEachSite(
            left: nerve.x - reach, top: nerve.y - reach, right: nerve.x + reach,
            bottom: nerve.y + reach
        ) { site in
            let inside = place(in: nerve, x: site.x, y: site.y).inside
            guard inside > 4, LatticeHash.unit(site.bits, 0) < 0.55 else { return }
            let tilt = 0.5 * (LatticeHash.unit(site.bits, 1) - 0.5)
            let length = (1 + tilt * tilt).squareRoot()
            cells.append(
                Cell(
                    kind: .fibroblast,
                    nucleus: Spot(
                        x: site.x, y: site.y,
                        semiMajor: 5 + 2.5 * LatticeHash.unit(~site.bits, 2), semiMinor: 1.5,
                        axisX: (nerve.axisX - tilt * nerve.axisY) / length,
                        axisY: (nerve.axisY + tilt * nerve.axisX) / length, hematoxylin: 0.72,
                        eosin: 0.35, chromatin: 0.12)))
        }
        return cells
    }
}
