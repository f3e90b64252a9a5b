extension Plane {
    /// The plane blurred: each value becomes a mean of its neighbours, weighted by a Gaussian.
    ///
    /// What is not a number spreads to all that have it in their window, four standard deviations to
    /// each side.
    ///
    /// - Parameters:
    ///   - sigma: the standard deviation in pixels, from 0 (nothing changes) on.
    ///   - border: what lies beyond the border.
    /// - Throws: `PictureError` if sigma is no usable number or there is no pixel.
    public func blurred(sigma: Double, border: BorderPolicy = .reflect) throws -> Plane {
        Plane(
            size: size,
            values: try blurredChannels(
                values, size: size, channels: 1, sigmas: (sigma, sigma), border: border))
    }
}

extension Image {
    /// The picture blurred, each colour on its own; the means are rounded once, at the end.
    ///
    /// - Parameters:
    ///   - sigma: the standard deviation in pixels, from 0 (nothing changes) on.
    ///   - border: what lies beyond the border.
    /// - Throws: `PictureError` if sigma is no usable number or there is no pixel.
    public func blurred(sigma: Double, border: BorderPolicy = .reflect) throws -> Image {
        let values = try blurredChannels(
            pixels.map { Float($0) }, size: size, channels: 3, sigmas: (sigma, sigma),
            border: border)
        return Image(size: size, pixels: values.roundedBytes)
    }
}

/// Blurs each channel, with a standard deviation for x and one for y.
func blurredChannels(
    _ values: [Float], size: PixelSize, channels: Int, sigmas: (x: Double, y: Double),
    border: BorderPolicy
) throws -> [Float] {
    try PictureError.checkPixels(size)
    let (row, column) = (try GaussianKernel(sigma: sigmas.x), try GaussianKernel(sigma: sigmas.y))
    if row.weights.count == 1 && column.weights.count == 1 { return values }
    return SeparableFilter(column: column.weights, row: row.weights, border: border)(
        values, size: size, channels: channels)
}

extension [Float] {
    /// Rounded to bytes; what is below 0 or above 255 becomes these.
    var roundedBytes: [UInt8] {
        map { UInt8(Swift.min(255, Swift.max(0, $0)) + 0.5) }
    }
}
