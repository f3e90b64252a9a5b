/// A yes or no for each pixel of a picture, axes [height, width].
public struct Mask: Sendable, Equatable {
    /// Width and height in pixels.
    public let size: PixelSize

    /// One value a pixel, row by row from the top left: `true` is foreground.
    public var pixels: [Bool]

    /// A mask from its values in row-major order.
    public init(size: PixelSize, pixels: [Bool]) {
        require(
            pixels.count == size.area,
            "\(pixels.count) values do not fill a mask of \(size) pixels")
        self.size = size
        self.pixels = pixels
    }

    /// A mask with the same value everywhere.
    public init(size: PixelSize, repeating value: Bool = false) {
        self.init(size: size, pixels: [Bool](repeating: value, count: size.area))
    }

    /// The value in column `x` and row `y`, counted from the top left.
    public subscript(x x: Int, y y: Int) -> Bool {
        get { pixels[y * size.width + x] }
        set { pixels[y * size.width + x] = newValue }
    }

    /// The number of foreground pixels.
    public var foregroundCount: Int { pixels.reduce(0) { $0 + ($1 ? 1 : 0) } }
}
