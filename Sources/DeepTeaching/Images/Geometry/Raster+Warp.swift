extension Image {
    /// The picture moved: what was at p comes to `map(p)`. The size stays.
    ///
    /// - Throws: `PictureError` if the map cannot be undone or there is no pixel.
    public func warped(
        by map: AffineWarp, interpolation: Interpolation = .bilinear,
        border: BorderPolicy = .reflect
    ) throws -> Image {
        let way = InverseMap(map: try map.inverse())
        return Image(
            size: size,
            pixels: try warp(pixels, size, channels: 3, along: way, interpolation, border))
    }

    /// The picture bent: pixel p shows what was at p + d(p).
    ///
    /// - Throws: `PictureError` if the field has another size or there is no pixel.
    public func warped(
        by field: DisplacementField, interpolation: Interpolation = .bilinear,
        border: BorderPolicy = .reflect
    ) throws -> Image {
        Image(
            size: size,
            pixels: try warp(pixels, size, channels: 3, along: field, interpolation, border))
    }
}

extension Plane {
    /// The plane moved: what was at p comes to `map(p)`. The size stays.
    ///
    /// - Throws: `PictureError` if the map cannot be undone or there is no pixel.
    public func warped(
        by map: AffineWarp, interpolation: Interpolation = .bilinear,
        border: BorderPolicy = .reflect
    ) throws -> Plane {
        let way = InverseMap(map: try map.inverse())
        return Plane(
            size: size,
            values: try warp(values, size, channels: 1, along: way, interpolation, border))
    }

    /// The plane bent: pixel p shows what was at p + d(p).
    ///
    /// - Throws: `PictureError` if the field has another size or there is no pixel.
    public func warped(
        by field: DisplacementField, interpolation: Interpolation = .bilinear,
        border: BorderPolicy = .reflect
    ) throws -> Plane {
        Plane(
            size: size,
            values: try warp(values, size, channels: 1, along: field, interpolation, border))
    }
}

extension Mask {
    /// The mask moved with its picture; beyond the border, a constant means background.
    ///
    /// - Throws: `PictureError` if the map cannot be undone or there is no pixel.
    public func warped(by map: AffineWarp, border: BorderPolicy = .reflect) throws -> Mask {
        let way = InverseMap(map: try map.inverse())
        return Mask(
            size: size,
            pixels: try warp(pixels, size, channels: 1, along: way, .nearest, border.forMasks))
    }

    /// The mask bent with its picture; beyond the border, a constant means background.
    ///
    /// - Throws: `PictureError` if the field has another size or there is no pixel.
    public func warped(by field: DisplacementField, border: BorderPolicy = .reflect) throws -> Mask
    {
        Mask(
            size: size,
            pixels: try warp(pixels, size, channels: 1, along: field, .nearest, border.forMasks))
    }
}

extension BorderPolicy {
    /// What is beyond a picture is never tumour.
    fileprivate var forMasks: BorderPolicy {
        if case .constant = self { return .constant(0) }
        return self
    }
}

/// Says for each pixel of a result which point of the source it shows.
private protocol BackwardMap: Sendable {
    /// Writes the points for the pixels of a row.
    func fill(_ points: UnsafeMutableBufferPointer<SIMD2<Double>>, row y: Int)

    /// The size that a picture must have, if only one will do.
    var expectedSize: PixelSize? { get }
}

private struct InverseMap: BackwardMap {
    let map: AffineWarp

    var expectedSize: PixelSize? { nil }

    func fill(_ points: UnsafeMutableBufferPointer<SIMD2<Double>>, row y: Int) {
        let step = SIMD2(map.xx, map.yx)
        let start = SIMD2(map.dx, map.dy) + (Double(y) + 0.5) * SIMD2(map.xy, map.yy)
        for x in points.indices { points[x] = start + (Double(x) + 0.5) * step }
    }
}

extension DisplacementField: BackwardMap {
    fileprivate var expectedSize: PixelSize? { x.size }

    fileprivate func fill(_ points: UnsafeMutableBufferPointer<SIMD2<Double>>, row: Int) {
        let start = row * x.size.width
        for column in points.indices {
            points[column] = SIMD2(
                Double(column) + 0.5 + Double(x.values[start + column]),
                Double(row) + 0.5 + Double(y.values[start + column]))
        }
    }
}

/// What a picture is made of.
private protocol PictureElement: Sendable, BitwiseCopyable {
    var number: Float { get }
    init(rounding number: Float)
}

extension UInt8: PictureElement {
    fileprivate var number: Float { Float(self) }
    fileprivate init(rounding number: Float) {
        self = UInt8(Swift.min(255, Swift.max(0, number)) + 0.5)
    }
}

extension Float: PictureElement {
    fileprivate var number: Float { self }
    fileprivate init(rounding number: Float) { self = number }
}

extension Bool: PictureElement {
    fileprivate var number: Float { self ? 1 : 0 }
    fileprivate init(rounding number: Float) { self = number >= 0.5 }
}

/// The pixels of a picture of the same size, each read where the map says.
private func warp<Element: PictureElement>(
    _ elements: [Element], _ size: PixelSize, channels: Int, along map: some BackwardMap,
    _ interpolation: Interpolation, _ border: BorderPolicy
) throws -> [Element] {
    try PictureError.checkPixels(size)
    if let expected = map.expectedSize, expected != size {
        throw PictureError.differentSizes(picture: size, other: expected)
    }
    return parallelRows(size.height, elementsPerRow: channels * size.width) { y, output in
        let points = [SIMD2<Double>](unsafeUninitializedCapacity: size.width) { points, count in
            map.fill(UnsafeMutableBufferPointer(rebasing: points[..<size.width]), row: y)
            count = size.width
        }
        elements.withUnsafeBufferPointer { elements in
            let source = Source(
                elements: elements, size: size, channels: channels, border: border)
            for (x, point) in points.enumerated() {
                let target = UnsafeMutableBufferPointer(
                    rebasing: output[x * channels..<(x + 1) * channels])
                switch interpolation {
                case .nearest: source.readNearest(point, into: target)
                case .bilinear: source.readBetween(point, into: target)
                }
            }
        }
    }
}

/// A picture that is read at any point.
private struct Source<Element: PictureElement> {
    let elements: UnsafeBufferPointer<Element>
    let size: PixelSize
    let channels: Int
    let border: BorderPolicy

    /// Where the pixel of a column and a row begins; nil beyond the border.
    @inline(__always)
    private func start(_ x: Int, _ y: Int) -> Int? {
        guard let x = border.index(x, count: size.width),
            let y = border.index(y, count: size.height)
        else { return nil }
        return (y &* size.width &+ x) &* channels
    }

    @inline(__always)
    func readNearest(_ point: SIMD2<Double>, into target: UnsafeMutableBufferPointer<Element>) {
        let pixel = point.rounded(.down).bounded
        let start = start(Int(pixel.x), Int(pixel.y))
        for channel in 0..<channels {
            target[channel] =
                start.map { elements[$0 &+ channel] } ?? Element(rounding: border.fill)
        }
    }

    @inline(__always)
    func readBetween(_ point: SIMD2<Double>, into target: UnsafeMutableBufferPointer<Element>) {
        // The middles of pixels are half a pixel from their corners.
        let place = (point - 0.5).bounded
        let corner = place.rounded(.down)
        let share = SIMD2<Float>(place - corner)
        let (x, y) = (Int(corner.x), Int(corner.y))
        let starts = (start(x, y), start(x + 1, y), start(x, y + 1), start(x + 1, y + 1))
        for channel in 0..<channels {
            func value(_ start: Int?) -> Float {
                start.map { elements[$0 &+ channel].number } ?? border.fill
            }
            let top = value(starts.0) + share.x * (value(starts.1) - value(starts.0))
            let bottom = value(starts.2) + share.x * (value(starts.3) - value(starts.2))
            target[channel] = Element(rounding: top + share.y * (bottom - top))
        }
    }
}

extension SIMD2<Double> {
    /// Within what a whole number can say; not-a-number becomes far outside.
    @inline(__always)
    fileprivate var bounded: SIMD2<Double> {
        let limit = SIMD2(repeating: 1e15)
        let low = replacing(with: -limit, where: .!(self .> -limit))
        return low.replacing(with: limit, where: low .> limit)
    }
}
