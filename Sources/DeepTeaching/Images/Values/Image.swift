/// A colour picture of 8-bit red, green and blue, axes [height, width, channel].
public struct Image: Sendable, Equatable {
    /// Width and height in pixels.
    public let size: PixelSize

    /// Red, green, blue of each pixel, row by row from the top left: `3 * size.area` bytes.
    public var pixels: [UInt8] {
        get { storage }
        // In place: a setter would copy the whole picture for each pixel that changes.
        _modify {
            defer { requireFull() }
            yield &storage
        }
    }

    private var storage: [UInt8]

    /// A picture from its interleaved bytes.
    public init(size: PixelSize, pixels: [UInt8]) {
        self.size = size
        storage = pixels
        requireFull()
    }

    private func requireFull() {
        require(
            storage.count == size.valueCount(3),
            "\(storage.count) bytes do not fill an image of \(size) pixels with 3 bytes each")
    }

    /// A picture of one colour.
    public init(size: PixelSize, color: RGB = .white) {
        self.size = size
        let count = size.valueCount(3)
        if color.red == color.green && color.green == color.blue {
            storage = [UInt8](repeating: color.red, count: count)
        } else {
            storage = (0..<size.area).flatMap { _ in [color.red, color.green, color.blue] }
        }
    }

    /// The colour in column `x` and row `y`, counted from the top left; it must lie on the picture.
    public subscript(x x: Int, y y: Int) -> RGB {
        get {
            let index = 3 * size.index(x: x, y: y)
            return RGB(storage[index], storage[index + 1], storage[index + 2])
        }
        set {
            let index = 3 * size.index(x: x, y: y)
            storage[index] = newValue.red
            storage[index + 1] = newValue.green
            storage[index + 2] = newValue.blue
        }
    }
}
