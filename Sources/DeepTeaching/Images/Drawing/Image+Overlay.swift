extension Image {
    /// The picture with the foreground of a mask tinted.
    ///
    /// - Parameters:
    ///   - mask: a mask of the picture's size.
    ///   - color: the tint.
    ///   - opacity: from 0 (nothing changes) to 1 (the picture is covered).
    public func overlaying(_ mask: Mask, color: RGB, opacity: Double = 0.4) -> Image {
        requireSameSize(as: mask.size)
        let tint = Image(size: PixelSize(side: 1), color: color)
        return blending(
            opacity: { mask.pixels[$0] ? opacity : 0 }, color: { _ in tint[x: 0, y: 0] })
    }

    /// The picture with a plane laid over it in colours, where a mask has foreground.
    ///
    /// - Parameters:
    ///   - plane: values from 0 to 1, of the picture's size.
    ///   - covered: where to show them; the picture stays as it is elsewhere.
    ///   - map: the colours of the values.
    ///   - opacity: from 0 (nothing changes) to 1 (the picture is covered).
    public func overlaying(
        _ plane: Plane, where covered: Mask, by map: ColorMap = .perceptual, opacity: Double = 0.5
    ) -> Image {
        requireSameSize(as: plane.size)
        requireSameSize(as: covered.size)
        return blending(
            opacity: { covered.pixels[$0] ? opacity : 0 },
            color: { map.color(of: plane.values[$0]) })
    }

    /// The picture with the border of a mask drawn inside the mask, `thickness` pixels wide.
    public func outlining(_ mask: Mask, color: RGB, thickness: Int = 1) -> Image {
        let inside = mask.eroded(by: .disk(radius: Double(max(1, thickness))))
        return overlaying(mask.subtracting(inside), color: color, opacity: 1)
    }

    /// The picture with the borders of rectangles drawn inside them, one pixel wide; what lies
    /// beyond the picture is cut off.
    public func outlining(_ rectangles: [PixelRectangle], color: RGB) -> Image {
        var result = self
        for rectangle in rectangles where rectangle.width > 0 && rectangle.height > 0 {
            let (right, bottom) = (
                rectangle.x + rectangle.width - 1, rectangle.y + rectangle.height - 1
            )
            for x in rectangle.x...right {
                result.draw(color, x: x, y: rectangle.y)
                result.draw(color, x: x, y: bottom)
            }
            for y in rectangle.y...bottom {
                result.draw(color, x: rectangle.x, y: y)
                result.draw(color, x: right, y: y)
            }
        }
        return result
    }

    private mutating func draw(_ color: RGB, x: Int, y: Int) {
        if 0..<size.width ~= x && 0..<size.height ~= y { self[x: x, y: y] = color }
    }

    private func blending(opacity: (Int) -> Double, color: (Int) -> RGB) -> Image {
        var result = self
        for pixel in 0..<size.area {
            let opacity = opacity(pixel)
            if opacity == 0 { continue }
            let color = color(pixel)
            for (channel, target) in [color.red, color.green, color.blue].enumerated() {
                let value = Double(pixels[3 * pixel + channel])
                let mixed = value + opacity * (Double(target) - value)
                result.pixels[3 * pixel + channel] = UInt8(min(255, max(0, mixed.rounded())))
            }
        }
        return result
    }

    private func requireSameSize(as other: PixelSize) {
        require(size == other, "a layer of \(other) cannot be laid over a picture of \(size)")
    }
}
