import DeepTeaching

/// Takes the focus from spots of a canvas.
struct DefocusPainter {
    let spots: [BlurredSpot]
    let micronsPerPixel: Float

    /// How many pixels beyond a rectangle in micrometres must be painted, so that its blurred spots
    /// are right: where spots overlap, one blurs what another has blurred.
    func margin(left: Float, top: Float, right: Float, bottom: Float) -> Int {
        let isSharp = spots.allSatisfy {
            !$0.isNear(left: left, top: top, right: right, bottom: bottom)
        }
        return isSharp ? 0 : spots.reduce(0) { $0 + 2 * boxRadius(of: $1) }
    }

    /// Blurs what lies in the spots.
    func paint(_ canvas: Canvas) {
        for spot in spots {
            guard
                spot.isNear(
                    left: canvas.left, top: canvas.top, right: canvas.right, bottom: canvas.bottom)
            else { continue }
            for plane in [canvas.hematoxylin, canvas.eosin, canvas.blood] {
                blur(plane, of: canvas, spot)
            }
        }
    }

    private func boxRadius(of spot: BlurredSpot) -> Int {
        max(1, Int(spot.blur / micronsPerPixel))
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

extension BlurredSpot {
    fileprivate func isNear(left: Float, top: Float, right: Float, bottom: Float) -> Bool {
        let reach = radius + 60
        return x + reach > left && x - reach < right && y + reach > top && y - reach < bottom
    }
}
