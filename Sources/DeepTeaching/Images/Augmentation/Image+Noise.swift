extension Image {
    /// The picture with noise of a camera: each byte of each pixel gets a number of its own from the
    /// normal distribution, and is rounded and kept from 0 to 255.
    ///
    /// - Parameters:
    ///   - deviation: the standard deviation, in bytes, from 0 to 255.
    ///   - seed: decides the noise.
    /// - Throws: `PictureError` if the deviation is out of range.
    public func withNoise(deviation: Double, seed: UInt64) throws -> Image {
        try PictureError.check(
            deviation, in: 0...255, "noise's standard deviation", allowed: "a number from 0 to 255")
        var generator = SeededGenerator(seed: seed, stream: "noise")
        var result = self
        result.pixels.withUnsafeMutableBufferPointer { pixels in
            func add(_ draw: Double, at index: Int) {
                let value = Double(pixels[index]) + deviation * draw
                pixels[index] = UInt8(min(255, max(0, value)) + 0.5)
            }
            for index in stride(from: 0, to: pixels.count, by: 2) {
                let draws = generator.normalPair()
                add(draws.0, at: index)
                if index + 1 < pixels.count { add(draws.1, at: index + 1) }
            }
        }
        return result
    }

    /// The picture with a rectangle of one colour laid over it; what hangs over the border is left
    /// out.
    ///
    /// Source: DeVries and Taylor, Improved regularization of convolutional neural networks with
    /// cutout, 2017.
    func covered(at place: PixelRectangle, by color: RGB) -> Image {
        var result = self
        for y in places(from: place.y, length: place.height, of: size.height) {
            for x in places(from: place.x, length: place.width, of: size.width) {
                result[x: x, y: y] = color
            }
        }
        return result
    }
}

/// The places of an axis that a part covers; empty if it lies beyond.
private func places(from start: Int, length: Int, of count: Int) -> Range<Int> {
    let (end, isTooLarge) = start.addingReportingOverflow(length)
    let first = min(count, max(0, start))
    return first..<max(first, isTooLarge ? count : min(count, end))
}
