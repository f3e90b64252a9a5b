extension Plane {
    /// The plane in another size, read between the pixels, after a blur that keeps what is shrunk
    /// from aliasing.
    ///
    /// Along an axis that shrinks by the factor f, the blur has the standard deviation (f - 1) / 2;
    /// then the middle of new pixel i lies at (i + 0.5) f. `resized(to:)` averages areas instead,
    /// which is exact for whole factors.
    ///
    /// - Parameters:
    ///   - newSize: the size of the result.
    ///   - antialiased: whether to blur before; without it, fine patterns become coarse ones that are
    ///     not there.
    ///   - border: what lies beyond the border.
    /// - Throws: `PictureError` if one of the sizes has no pixel, or the factor is above 2000.
    public func resampled(
        to newSize: PixelSize, antialiased: Bool = true, border: BorderPolicy = .mirror
    ) throws -> Plane {
        Plane(
            size: newSize,
            values: try resampledChannels(
                values, size, to: newSize, channels: 1, antialiased: antialiased, border: border))
    }
}

extension Image {
    /// The picture in another size, as `Plane.resampled` does it for each colour; rounded once, at
    /// the end.
    ///
    /// - Throws: `PictureError` if one of the sizes has no pixel, or the factor is above 2000.
    public func resampled(
        to newSize: PixelSize, antialiased: Bool = true, border: BorderPolicy = .mirror
    ) throws -> Image {
        let values = try resampledChannels(
            pixels.map { Float($0) }, size, to: newSize, channels: 3, antialiased: antialiased,
            border: border)
        return Image(size: newSize, pixels: values.roundedBytes)
    }
}

private func resampledChannels(
    _ values: [Float], _ size: PixelSize, to newSize: PixelSize, channels: Int, antialiased: Bool,
    border: BorderPolicy
) throws -> [Float] {
    try PictureError.checkPixels(size)
    try PictureError.checkPixels(newSize)
    func sigma(_ before: Int, _ after: Int) -> Double {
        antialiased ? max(0, (Double(before) / Double(after) - 1) / 2) : 0
    }
    let smooth = try blurredChannels(
        values, size: size, channels: channels,
        sigmas: (sigma(size.width, newSize.width), sigma(size.height, newSize.height)),
        border: border)
    let columns = AxisSamples(from: size.width, to: newSize.width, border: border)
    let rows = AxisSamples(from: size.height, to: newSize.height, border: border)
    return parallelRows(newSize.height, elementsPerRow: newSize.width * channels) { y, output in
        func value(_ x: Int?, _ y: Int?, _ channel: Int) -> Float {
            guard let x, let y else { return border.fill }
            return smooth[(y * size.width + x) * channels + channel]
        }
        for x in 0..<newSize.width {
            let (left, right) = (columns.before[x], columns.after[x])
            for channel in 0..<channels {
                func between(_ row: Int?) -> Float {
                    let first = value(left, row, channel)
                    return first + columns.share[x] * (value(right, row, channel) - first)
                }
                let top = between(rows.before[y])
                output[x * channels + channel] =
                    top + rows.share[y] * (between(rows.after[y]) - top)
            }
        }
    }
}

/// For each new pixel of an axis the two old ones around its middle, and how near it is to the
/// second.
private struct AxisSamples {
    let before, after: [Int?]
    let share: [Float]

    init(from source: Int, to target: Int, border: BorderPolicy) {
        let places = (0..<target).map { i in
            (Double(i) + 0.5) * Double(source) / Double(target) - 0.5
        }
        before = places.map { border.index(Int($0.rounded(.down)), count: source) }
        after = places.map { border.index(Int($0.rounded(.down)) + 1, count: source) }
        share = places.map { Float($0 - $0.rounded(.down)) }
    }
}
