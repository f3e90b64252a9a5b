/// A colour picture of 8-bit red, green and blue, axes [height, width, channel].
public struct Image: Sendable, Equatable {
    /// Width and height in pixels.
    public let size: PixelSize

    /// Red, green, blue of each pixel, row by row from the top left: `3 * size.area` bytes.
    public var pixels: [UInt8] { didSet { requireFull() } }

    /// A picture from its interleaved bytes.
    public init(size: PixelSize, pixels: [UInt8]) {
        self.size = size
        self.pixels = pixels
        requireFull()
    }

    private func requireFull() {
        require(
            pixels.count == size.valueCount(3),
            "\(pixels.count) bytes do not fill an image of \(size) pixels with 3 bytes each")
    }

    /// A picture of one colour.
    public init(size: PixelSize, color: RGB = .white) {
        self.size = size
        let count = size.valueCount(3)
        if color.red == color.green && color.green == color.blue {
            pixels = [UInt8](repeating: color.red, count: count)
        } else {
            pixels = (0..<size.area).flatMap { _ in [color.red, color.green, color.blue] }
        }
    }

    /// The colour in column `x` and row `y`, counted from the top left; it must lie on the picture.
    public subscript(x x: Int, y y: Int) -> RGB {
        get {
            let index = 3 * size.index(x: x, y: y)
            return RGB(pixels[index], pixels[index + 1], pixels[index + 2])
        }
        set {
            let index = 3 * size.index(x: x, y: y)
            pixels[index] = newValue.red
            pixels[index + 1] = newValue.green
            pixels[index + 2] = newValue.blue
        }
    }
}
