import DeepTeaching

/// Paints vessels: a ring of smooth muscle around an empty or blood-filled lumen.
struct VesselPainter {
    let plan: SlidePlan

    /// Paints the vessels that touch the canvas, but only where there is tissue.
    func paint(_ canvas: Canvas) {
        for vessel in plan.vessels {
            let reach = vessel.semiMajor + 2 * canvas.softness
            guard vessel.x + reach > canvas.left, vessel.x - reach < canvas.right,
                vessel.y + reach > canvas.top, vessel.y - reach < canvas.bottom
            else { continue }
            paint(vessel, on: canvas, reach: reach)
        }
    }

    private func paint(_ vessel: Vessel, on canvas: Canvas, reach: Float) {
        let mpp = canvas.micronsPerPixel
        let firstX = max(Int(((vessel.x - reach) / mpp).rounded(.down)), canvas.originX)
        let endX = min(
            Int(((vessel.x + reach) / mpp).rounded(.down)) + 1,
            canvas.originX + canvas.size.width)
        let firstY = max(Int(((vessel.y - reach) / mpp).rounded(.down)), canvas.originY)
        let endY = min(
            Int(((vessel.y + reach) / mpp).rounded(.down)) + 1,
            canvas.originY + canvas.size.height)
        guard firstX < endX, firstY < endY else { return }
        for pixelY in firstY..<endY {
            for pixelX in firstX..<endX {
                paintPixel(of: vessel, on: canvas, x: pixelX, y: pixelY)
            }
        }
    }

    private func paintPixel(of vessel: Vessel, on canvas: Canvas, x: Int, y: Int) {
        let placeX = canvas.position(x)
        let placeY = canvas.position(y)
        let dx = placeX - vessel.x
        let dy = placeY - vessel.y
        let along = (dx * vessel.axisX + dy * vessel.axisY) / vessel.semiMajor
        let across = (dy * vessel.axisX - dx * vessel.axisY) / vessel.semiMinor
        let wobble = 0.12 * plan.noise.value(placeX / 17 + 3, placeY / 17 + 71)
        let radius = (along * along + across * across).squareRoot() + wobble
        let inside = (1 - radius) * vessel.semiMinor
        let wall = ramp(inside, -canvas.softness / 2, canvas.softness / 2)
        guard wall > 0 else { return }
        let lumen = ramp(
            inside - vessel.wall, -canvas.softness / 2, canvas.softness / 2)
        let index = (y - canvas.originY) * canvas.size.width + x - canvas.originX
        let layer = plan.noise.value(inside / 3.2, (along + across) * 2.5)
        let muscle = SIMD2<Float>(0.20 + 0.16 * max(layer, 0), 0.62 + 0.14 * layer)
        let clot = plan.noise.value(placeX / 9, placeY / 9 + 13) * 0.5 + 0.5
        let filled = ramp(clot, 1 - vessel.filling - 0.1, 1 - vessel.filling + 0.1)
        let red = lumen * (vessel.filling > 0 ? filled : 0)
        let kept = 1 - wall
        canvas.hematoxylin[index] =
            canvas.hematoxylin[index] * kept + muscle.x * (wall - lumen)
        canvas.eosin[index] = canvas.eosin[index] * kept + muscle.y * (wall - lumen)
        canvas.blood[index] = canvas.blood[index] * kept + 0.55 * red
    }
}

/// 0 up to `from`, 1 beyond `to`, and a straight line between.
@inline(__always)
private func ramp(_ value: Float, _ from: Float, _ to: Float) -> Float {
    min(max((value - from) / (to - from), 0), 1)
}
