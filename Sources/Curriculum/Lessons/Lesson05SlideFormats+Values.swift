import DeepTeaching

/// What one directory of a TIFF file says about its picture.
public struct ImageDirectory: Codable, Sendable, Hashable {
    /// The columns of the picture (tag 256).
    public var width: Int

    /// The rows of the picture (tag 257).
    public var height: Int

    /// The columns of a tile (tag 322).
    public var tileWidth: Int

    /// The rows of a tile (tag 323).
    public var tileHeight: Int

    /// Where the bytes of each tile begin in the file, row by row (tag 324).
    public var tileOffsets: [Int]

    /// How many bytes each tile has, row by row; 0 for a tile that is not stored (tag 325).
    public var tileByteCounts: [Int]

    /// How the tiles are compressed: 1 not at all, 5 LZW, 7 JPEG, 8 Deflate (tag 259).
    public var compression: Int

    /// How many pixels lie along a unit, or nil if the file does not say (tag 282).
    public var xResolution: Double?

    /// The unit: 1 none, 2 inch, 3 centimetre (tag 296).
    public var resolutionUnit: Int

    /// A directory.
    public init(
        width: Int, height: Int, tileWidth: Int, tileHeight: Int, tileOffsets: [Int],
        tileByteCounts: [Int], compression: Int, xResolution: Double?, resolutionUnit: Int
    ) {
        self.width = width
        self.height = height
        self.tileWidth = tileWidth
        self.tileHeight = tileHeight
        self.tileOffsets = tileOffsets
        self.tileByteCounts = tileByteCounts
        self.compression = compression
        self.xResolution = xResolution
        self.resolutionUnit = resolutionUnit
    }
}

/// One level of a slide whose tiles are decoded already.
public struct DecodedLevel: Codable, Sendable, Equatable {
    /// Width and height of the level in its own pixels.
    public var size: PixelSize

    /// How many level-0 pixels one pixel of the level covers along an axis.
    public var downsample: Double

    /// Width and height of a tile.
    public var tileSize: PixelSize

    /// The tiles row by row, each of the full size; nil where the file holds none.
    public var tiles: [Image?]

    /// A level.
    public init(size: PixelSize, downsample: Double, tileSize: PixelSize, tiles: [Image?]) {
        self.size = size
        self.downsample = downsample
        self.tileSize = tileSize
        self.tiles = tiles
    }
}

/// An element `Annotation` of an ASAP file, as the XML says it.
public struct DrawnElement: Codable, Sendable, Equatable {
    /// The attribute `Name`.
    public var name: String

    /// The attribute `PartOfGroup`.
    public var group: String

    /// The elements `Coordinate`, in the order in which they stand in the file.
    public var coordinates: [DrawnCorner]

    /// An element.
    public init(name: String, group: String, coordinates: [DrawnCorner]) {
        self.name = name
        self.group = group
        self.coordinates = coordinates
    }
}

/// An element `Coordinate` of an ASAP file.
public struct DrawnCorner: Codable, Sendable, Equatable {
    /// The attribute `Order`: the place in the outline.
    public var order: Int

    /// The attribute `X`, in level-0 pixels.
    public var x: Double

    /// The attribute `Y`, in level-0 pixels.
    public var y: Double

    /// A corner.
    public init(order: Int, x: Double, y: Double) {
        self.order = order
        self.x = x
        self.y = y
    }
}
