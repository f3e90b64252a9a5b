/// What a pixel of a slide shows.
public enum SlideMaterial: UInt8, Sendable, Codable, CaseIterable {
    /// Bare glass, and what is too small to be anything: dust.
    case glass

    /// Tissue that lies flat.
    case tissue

    /// Ink of a pen: blue, green, red or black.
    case pen

    /// A block that the scanner left out and filled with black.
    case black

    /// Tissue that lies double, dark and out of focus.
    case fold
}

/// A material for each pixel of a picture, axes [height, width].
public struct MaterialPixels: RasterPixels {
    /// Width and height in pixels.
    public let size: PixelSize

    /// One material a pixel, row by row from the top left.
    public private(set) var materials: [SlideMaterial]

    /// The same material everywhere.
    public init(size: PixelSize, repeating material: SlideMaterial) {
        self.size = size
        materials = [SlideMaterial](repeating: material, count: size.valueCount())
    }

    /// Materials in row-major order.
    public init(size: PixelSize, materials: [SlideMaterial]) {
        require(
            materials.count == size.valueCount(),
            "\(materials.count) materials do not fill a picture of \(size) pixels")
        self.size = size
        self.materials = materials
    }

    /// The material in column `x` and row `y`, counted from the top left; it must lie on the picture.
    public subscript(x x: Int, y y: Int) -> SlideMaterial {
        get { materials[size.index(x: x, y: y)] }
        set { materials[size.index(x: x, y: y)] = newValue }
    }
}
