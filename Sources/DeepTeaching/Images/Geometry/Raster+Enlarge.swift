extension Image {
    /// The picture with each pixel drawn as a square of `factor` pixels, without any smoothing.
    public func enlarged(by factor: Int) -> Image {
        Image(
            size: size.enlarged(by: factor),
            pixels: enlargedRows(of: pixels, size: size, channels: 3, by: factor))
    }
}

extension Plane {
    /// The plane with each value repeated in a square of `factor` pixels.
    public func enlarged(by factor: Int) -> Plane {
        Plane(
            size: size.enlarged(by: factor),
            values: enlargedRows(of: values, size: size, channels: 1, by: factor))
    }
}

extension Mask {
    /// The mask with each value repeated in a square of `factor` pixels.
    public func enlarged(by factor: Int) -> Mask {
        Mask(
            size: size.enlarged(by: factor),
            pixels: enlargedRows(of: pixels, size: size, channels: 1, by: factor))
    }
}

extension PixelSize {
    fileprivate func enlarged(by factor: Int) -> PixelSize {
        require(factor >= 1, "a picture cannot be enlarged by \(factor): the factor starts at 1")
        let (wide, isTooWide) = width.multipliedReportingOverflow(by: factor)
        let (high, isTooHigh) = height.multipliedReportingOverflow(by: factor)
        require(
            !isTooWide && !isTooHigh, "\(self) pixels enlarged by \(factor) are too many to count")
        return PixelSize(width: wide, height: high)
    }
}

private func enlargedRows<Element>(
    of elements: [Element], size: PixelSize, channels: Int, by factor: Int
) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(size.enlarged(by: factor).valueCount(channels))
    for row in 0..<size.height {
        let start = result.count
        for column in 0..<size.width {
            let pixel = (row * size.width + column) * channels
            for _ in 0..<factor { result += elements[pixel..<pixel + channels] }
        }
        let line = result[start...]
        for _ in 1..<factor { result += line }
    }
    return result
}
