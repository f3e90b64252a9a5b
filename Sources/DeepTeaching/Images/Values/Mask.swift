/// A yes or no for each pixel of a picture, axes [height, width].
public struct Mask: Sendable, Equatable {
    /// Width and height in pixels.
    public let size: PixelSize

    /// One value a pixel, row by row from the top left: `true` is foreground.
    public var pixels: [Bool] {
        get { storage }
        // In place: a setter would copy the whole picture for each pixel that changes.
        _modify {
            defer { requireFull() }
            yield &storage
        }
    }

    private var storage: [Bool]

    /// A mask from its values in row-major order.
    public init(size: PixelSize, pixels: [Bool]) {
        self.size = size
        storage = pixels
        requireFull()
    }

    private func requireFull() {
        require(
            storage.count == size.valueCount(),
            "\(storage.count) values do not fill a mask of \(size) pixels")
    }

    /// A mask with the same value everywhere.
    public init(size: PixelSize, repeating value: Bool = false) {
        self.init(size: size, pixels: [Bool](repeating: value, count: size.valueCount()))
    }

    /// The value in column `x` and row `y`, counted from the top left; it must lie on the picture.
    public subscript(x x: Int, y y: Int) -> Bool {
        get { storage[size.index(x: x, y: y)] }
        set { storage[size.index(x: x, y: y)] = newValue }
    }

    /// The number of foreground pixels.
    public var foregroundCount: Int { pixels.reduce(0) { $0 + ($1 ? 1 : 0) } }
}
