import DeepTeaching

/// Paints ink on a canvas and takes the focus from spots of it.
struct ArtefactPainter {
    let plan: SlidePlan

    /// How many pixels beyond a rectangle must be painted, so that its blurred spots are right.
    func margin(left: Float, top: Float, right: Float, bottom: Float) -> Int {
        let near = plan.artefacts.blurredSpots.filter {
            let reach = $0.radius + 60
            return $0.x + reach > left && $0.x - reach < right && $0.y + reach > top
                && $0.y - reach < bottom
        }
        return near.map { 2 * boxRadius(of: $0) }.max() ?? 0
    }

    /// Paints what touches the canvas.
    func paint(_ canvas: Canvas) {
        for stroke in plan.artefacts.strokes { paint(stroke, on: canvas) }
        for spot in plan.artefacts.blurredSpots {
            let reach = spot.radius + 60
            guard spot.x + reach > canvas.left, spot.x - reach < canvas.right,
                spot.y + reach > canvas.top, spot.y - reach < canvas.bottom
            else { continue }
            for plane in [canvas.hematoxylin, canvas.eosin, canvas.blood] {
                blur(plane, of: canvas, spot)
            }
        }
    }

    private func boxRadius(of spot: BlurredSpot) -> Int {
        max(1, Int(spot.blur / Float(plan.profile.micronsPerPixel)))
    }

    private func paint(_ stroke: PenStroke, on canvas: Canvas) {
        guard let first = stroke.points.first else { return }
        var lowest = first
        var highest = first
        for point in stroke.points {
            lowest = pointwiseMin(lowest, point)
            highest = pointwiseMax(highest, point)
        }
        let reach = stroke.halfWidth + 40
        guard highest.x + reach > canvas.left, lowest.x - reach < canvas.right,
            highest.y + reach > canvas.top, lowest.y - reach < canvas.bottom
        else { return }
        for row in 0..<canvas.size.height {
            let y = canvas.position(canvas.originY + row)
            for column in 0..<canvas.size.width {
                let x = canvas.position(canvas.originX + column)
                let ragged = 14 * plan.noise.value(x / 40, y / 40 + 3)
                let inside = stroke.halfWidth + ragged - stroke.distance(x: x, y: y)
                guard inside > -12 else { continue }
                let cover = min(max(inside / 24 + 0.5, 0), 1)
                let streaks = 0.85 + 0.15 * plan.noise.value(x / 25 + 7, y / 160)
                let index = row * canvas.size.width + column
                canvas.ink[index] = max(canvas.ink[index], cover * streaks)
            }
        }
    }

    /// Two box filters make a smooth blur; sums run afresh for each pixel, so that they round alike
    /// whatever tile is painted.
    private func blur(
        _ plane: UnsafeMutablePointer<Float>, of canvas: Canvas, _ spot: BlurredSpot
    ) {
        let size = canvas.size
        let radius = boxRadius(of: spot)
        var blurred = [Float](UnsafeBufferPointer(start: plane, count: size.area))
        for _ in 0..<2 {
            blurred = boxFiltered(blurred, size, radius: radius, step: 1, count: size.width)
            blurred = boxFiltered(
                blurred, size, radius: radius, step: size.width, count: size.height)
        }
        for row in 0..<size.height {
            let y = canvas.position(canvas.originY + row)
            for column in 0..<size.width {
                let strength = spot.strength(x: canvas.position(canvas.originX + column), y: y)
                let index = row * size.width + column
                plane[index] += (blurred[index] - plane[index]) * strength
            }
        }
    }

    /// The mean over `2 radius + 1` neighbours along one axis, whose pixels lie `step` apart and
    /// which holds `count` of them; beyond the border its last value counts.
    private func boxFiltered(
        _ values: [Float], _ size: PixelSize, radius: Int, step: Int, count: Int
    ) -> [Float] {
        var result = values
        let scale = 1 / Float(2 * radius + 1)
        values.withUnsafeBufferPointer { values in
            for index in 0..<values.count {
                let place = step == 1 ? index % size.width : index / size.width
                var sum: Float = 0
                for offset in -radius...radius {
                    let neighbor = min(max(place &+ offset, 0), count &- 1)
                    sum += values[index &+ (neighbor &- place) &* step]
                }
                result[index] = sum * scale
            }
        }
        return result
    }
}
