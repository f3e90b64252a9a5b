extension Image {
    /// The part of the picture inside a rectangle, which must lie on the picture.
    public func cropped(to rectangle: PixelRectangle) -> Image {
        Image(
            size: rectangle.size,
            pixels: croppedRows(of: pixels, size: size, channels: 3, to: rectangle))
    }
}

extension Plane {
    /// The part of the plane inside a rectangle, which must lie on the plane.
    public func cropped(to rectangle: PixelRectangle) -> Plane {
        Plane(
            size: rectangle.size,
            values: croppedRows(of: values, size: size, channels: 1, to: rectangle))
    }
}

extension Mask {
    /// The part of the mask inside a rectangle, which must lie on the mask.
    public func cropped(to rectangle: PixelRectangle) -> Mask {
        Mask(
            size: rectangle.size,
            pixels: croppedRows(of: pixels, size: size, channels: 1, to: rectangle))
    }
}

private func croppedRows<Element>(
    of elements: [Element], size: PixelSize, channels: Int, to rectangle: PixelRectangle
) -> [Element] {
    require(
        rectangle.lies(within: size),
        "a rectangle of \(rectangle) does not lie on a picture of \(size)")
    var result: [Element] = []
    result.reserveCapacity(rectangle.area * channels)
    for row in rectangle.y..<rectangle.y + rectangle.height {
        let start = (row * size.width + rectangle.x) * channels
        result += elements[start..<start + rectangle.width * channels]
    }
    return result
}
