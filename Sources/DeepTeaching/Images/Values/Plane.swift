/// One number for each pixel of a picture, axes [height, width]: a grey value, a probability, a
/// stain concentration.
public struct Plane: Sendable, Equatable {
    /// Width and height in pixels.
    public let size: PixelSize

    /// One value a pixel, row by row from the top left.
    public var values: [Float] {
        get { storage }
        // In place: a setter would copy the whole picture for each pixel that changes.
        _modify {
            defer { requireFull() }
            yield &storage
        }
    }

    private var storage: [Float]

    /// A plane from its values in row-major order.
    public init(size: PixelSize, values: [Float]) {
        self.size = size
        storage = values
        requireFull()
    }

    private func requireFull() {
        require(
            storage.count == size.valueCount(),
            "\(storage.count) values do not fill a plane of \(size) pixels")
    }

    /// A plane with the same value everywhere.
    public init(size: PixelSize, repeating value: Float = 0) {
        self.init(size: size, values: [Float](repeating: value, count: size.valueCount()))
    }

    /// The value in column `x` and row `y`, counted from the top left; it must lie on the picture.
    public subscript(x x: Int, y y: Int) -> Float {
        get { storage[size.index(x: x, y: y)] }
        set { storage[size.index(x: x, y: y)] = newValue }
    }
}
