/// How the pixels of a raster lie on its slide: of a level, a thumbnail, a mask or a map.
///
/// A point p on the raster, in its own pixels, is the point q of the slide, in level-0 pixels, with
///
///     q = o + d p
///
/// where o is the origin and d the downsample. All conversions between both are made here, and all
/// roundings follow one rule: to the nearest whole pixel, halves up, that is to the right and down.
public struct RasterFrame: Sendable, Hashable {
    /// Where the top left corner of the raster's top left pixel lies on the slide.
    public let origin: BaselinePoint

    /// How many level-0 pixels one pixel covers along an axis.
    public let downsample: Double

    /// A frame from its parts; without an origin, one that begins where the slide does.
    public init(origin: BaselinePoint = BaselinePoint(x: 0, y: 0), downsample: Double) {
        require(
            downsample > 0 && downsample.isFinite && origin.x.isFinite && origin.y.isFinite,
            "a raster cannot have the downsample \(downsample) and begin at "
                + "(\(origin.x), \(origin.y))")
        self.origin = origin
        self.downsample = downsample
    }
}

extension RasterFrame {
    /// A point of the slide in pixels of the raster.
    public func position(of point: BaselinePoint) -> PixelPoint {
        PixelPoint(x: (point.x - origin.x) / downsample, y: (point.y - origin.y) / downsample)
    }

    /// A point of the raster on the slide.
    public func point(at position: PixelPoint) -> BaselinePoint {
        BaselinePoint(
            x: origin.x + position.x * downsample, y: origin.y + position.y * downsample)
    }

    /// The region of the slide that some pixels cover.
    public func region(of pixels: PixelRectangle) -> BaselineRectangle {
        BaselineRectangle(
            origin: point(at: PixelPoint(x: Double(pixels.x), y: Double(pixels.y))),
            width: Double(pixels.width) * downsample, height: Double(pixels.height) * downsample)
    }

    /// The region of the slide that one pixel covers.
    public func region(of pixel: PixelIndex) -> BaselineRectangle {
        region(of: PixelRectangle(x: pixel.x, y: pixel.y, width: 1, height: 1))
    }

    /// The pixel that a point of the slide lies in; one on an edge lies in the pixel to the right, or
    /// below.
    public func pixel(under point: BaselinePoint) -> PixelIndex {
        let position = position(of: point)
        return PixelIndex(
            x: wholeNumber(position.x.rounded(.down)), y: wholeNumber(position.y.rounded(.down)))
    }

    /// The pixel whose top left corner lies nearest to a point of the slide.
    public func pixel(nearest corner: BaselinePoint) -> PixelIndex {
        let position = position(of: corner)
        return PixelIndex(x: roundedHalfUp(position.x), y: roundedHalfUp(position.y))
    }

    /// The whole pixels whose edges lie nearest to those of a region of the slide.
    public func pixels(nearest region: BaselineRectangle) -> PixelRectangle {
        let first = pixel(nearest: region.origin)
        let end = pixel(nearest: BaselinePoint(x: region.right, y: region.bottom))
        return PixelRectangle(
            x: first.x, y: first.y, width: end.x - first.x, height: end.y - first.y)
    }
}

/// The nearest whole number; of two that are as near, the larger, also below 0.
private func roundedHalfUp(_ value: Double) -> Int {
    let below = value.rounded(.down)
    return wholeNumber(value - below >= 0.5 ? below + 1 : below)
}

/// A whole number as an integer. What no picture can have is cut to 2^52, beyond which a `Double`
/// does not hold each whole number: the result lies outside of all pictures too.
private func wholeNumber(_ value: Double) -> Int {
    require(!value.isNaN, "a point that is not a number lies nowhere on a slide")
    return Int(max(-0x1p52, min(0x1p52, value)))
}
