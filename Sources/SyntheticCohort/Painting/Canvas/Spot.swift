/// An elliptic spot of stain: a nucleus, or the body of a cell. Lengths are micrometres.
struct Spot {
    var x: Float
    var y: Float
    var semiMajor: Float
    var semiMinor: Float
    /// The direction of the major axis.
    var axisX: Float = 1
    var axisY: Float = 0
    var hematoxylin: Float
    var eosin: Float
    /// How much of what lies below is hidden, 0 to 1.
    var opacity: Float = 1
    /// How coarse the chromatin inside is: 0 for a spot of one tone.
    var chromatin: Float = 0

    /// The same spot with both axes longer.
    func grown(by length: Float) -> Spot {
        var spot = self
        spot.semiMajor += length
        spot.semiMinor += length
        return spot
    }
}

extension Canvas {
    /// Paints a spot over what is there, with an edge as soft as the scanner makes it.
    func stamp(_ spot: Spot) {
        if spot.chromatin > 0 && showsDetail {
            stampDetailed(spot)
        } else {
            stampPlain(spot)
        }
    }

    private func stampPlain(_ spot: Spot) {
        forEachPixel(of: spot, wobble: 0) { index, inside, steepness, _, _ in
            let alpha = min(max(0.5 + inside * steepness, 0), 1) * spot.opacity
            hematoxylin[index] += (spot.hematoxylin - hematoxylin[index]) * alpha
            eosin[index] += (spot.eosin - eosin[index]) * alpha
        }
    }

    /// A nucleus as 20x shows it: an uneven outline, clumps of chromatin, a darker rim.
    private func stampDetailed(_ spot: Spot) {
        // Each nucleus looks at its own part of the noise, whose period is 256.
        let shiftX = spot.x * 7.3 - (spot.x * (7.3 / 256)).rounded(.down) * 256
        let shiftY = spot.y * 5.9 - (spot.y * (5.9 / 256)).rounded(.down) * 256
        forEachPixel(of: spot, wobble: 0.15) { index, inside, steepness, dx, dy in
            let bump = ValueNoise.shared(dx / 3.1 + shiftX, dy / 3.1 + shiftY)
            let shaped = inside + 0.17 * bump
            let alpha = min(max(0.5 + shaped * steepness, 0), 1) * spot.opacity
            guard alpha > 0 else { return }
            let clumps = ValueNoise.shared(dx / 1.15 + shiftY, dy / 1.15 + shiftX)
            let rim = 0.92 + 0.20 * max(0, 1 - shaped * 2.2)
            let tone = spot.hematoxylin * (rim + 0.75 * spot.chromatin * clumps)
            hematoxylin[index] += (tone - hematoxylin[index]) * alpha
            eosin[index] += (spot.eosin - eosin[index]) * alpha
        }
    }

    /// Calls `body` with the index of each pixel near a spot, how far inside the ellipse it lies
    /// (1 at the centre, 0 on the border), how steep the edge is, and the way from the centre.
    @inline(__always)
    private func forEachPixel(
        of spot: Spot, wobble: Float, _ body: (Int, Float, Float, Float, Float) -> Void
    ) {
        let radius = (spot.semiMajor * spot.semiMinor).squareRoot()
        // Half a softness outside the ellipse the spot has faded to nothing.
        let reach = spot.semiMajor * (1 + wobble + softness / radius).squareRoot()
        guard
            let (columns, rows) = pixels(
                left: spot.x - reach, top: spot.y - reach, right: spot.x + reach,
                bottom: spot.y + reach)
        else { return }
        let steepness = radius / (2 * softness)
        let alongX = spot.axisX / spot.semiMajor
        let alongY = spot.axisY / spot.semiMajor
        let acrossX = -spot.axisY / spot.semiMinor
        let acrossY = spot.axisX / spot.semiMinor
        for row in rows {
            let dy = position(originY &+ row) - spot.y
            let line = row &* size.width
            for column in columns {
                let dx = position(originX &+ column) - spot.x
                let along = dx * alongX + dy * alongY
                let across = dx * acrossX + dy * acrossY
                body(
                    line &+ column, 1 - along * along - across * across, steepness, dx, dy)
            }
        }
    }
}
