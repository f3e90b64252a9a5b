/// Pixels of any kind that know where they lie on their slide: a thumbnail, an overview, a mask, the
/// picture of a map.
public struct SlideRaster<Pixels: RasterPixels>: Sendable, Equatable {
    /// The pixels.
    public let pixels: Pixels

    /// Where they lie on the slide.
    public let frame: RasterFrame

    /// Pixels in a frame.
    public init(_ pixels: Pixels, frame: RasterFrame) {
        self.pixels = pixels
        self.frame = frame
    }

    /// Pixels that begin at the top left corner of the slide.
    public init(_ pixels: Pixels, downsample: Double) {
        self.init(pixels, frame: RasterFrame(downsample: downsample))
    }

    /// Width and height in pixels of the raster.
    public var size: PixelSize { pixels.size }

    /// How many level-0 pixels one pixel covers along an axis.
    public var downsample: Double { frame.downsample }
}

/// What a raster of a slide can be made of: `Image`, `Mask` and `Plane`.
public protocol RasterPixels: Sendable, Equatable {
    /// What one pixel is.
    associatedtype Value

    /// Width and height in pixels.
    var size: PixelSize { get }

    /// The same value everywhere.
    init(size: PixelSize, repeating value: Value)

    /// The value in column `x` and row `y`, counted from the top left.
    subscript(x x: Int, y y: Int) -> Value { get set }
}

extension Mask: RasterPixels {}

extension Plane: RasterPixels {}

extension Image: RasterPixels {
    /// A picture of one colour.
    public init(size: PixelSize, repeating color: RGB) { self.init(size: size, color: color) }
}

extension SlideRaster {
    /// The raster as the pixels of another one of the slide show it: each takes the value that lies
    /// under its centre, as it is, without smoothing.
    ///
    /// - Parameters:
    ///   - other: gives frame and size.
    ///   - outside: the value where this raster has none.
    public func resampled<Other>(
        over other: SlideRaster<Other>, outside: Pixels.Value
    ) -> SlideRaster {
        var result = Pixels(size: other.size, repeating: outside)
        for y in 0..<other.size.height {
            for x in 0..<other.size.width {
                let center = other.frame.region(of: PixelIndex(x: x, y: y)).center
                let pixel = frame.pixel(under: center)
                if size.contains(pixel) { result[x: x, y: y] = pixels[x: pixel.x, y: pixel.y] }
            }
        }
        return SlideRaster(result, frame: other.frame)
    }
}
