import CTIFFShim

/// What one directory of a TIFF file says about its picture.
struct TIFFDirectory: Sendable {
    /// Which directory of the file it is, from 0; below another one, which of those there, from 1.
    let index: Int

    /// Where it begins in the file, if it lies below another one.
    let offset: UInt64?

    /// Where the directories below it begin (SubIFDs).
    let subOffsets: [UInt64]

    /// Width and height of the picture.
    let size: PixelSize

    /// Whether it says that it is a smaller version of another picture in the file.
    let isReduced: Bool

    /// How the rows and columns of the file lie in the picture, by its TIFF number: 1 for rows from
    /// the top and columns from the left, 2 to 8 for mirrored and turned ones.
    let orientation: Int

    /// How its pixels are stored.
    let pixels: TIFFPixels

    /// The text that describes it, if there is one.
    let description: String?

    /// What it says of its resolution, plausible or not; nil if it says nothing.
    let resolution: MicronsPerPixel?

    /// How it is cut into tiles; nil if it has none.
    let tiles: TIFFTiles?

    /// The current directory of an open file, or nil if it is damaged.
    init?(current file: OpaquePointer, index: Int, offset: UInt64? = nil) {
        func long(_ tag: Int32) -> Int {
            var value: UInt32 = 0
            return tiff_get_uint32(file, UInt32(tag), &value) ? Int(value) : 0
        }
        self.index = index
        self.offset = offset
        var offsets: UnsafePointer<UInt64>?
        let count = Int(tiff_sub_directories(file, &offsets))
        subOffsets = (0..<count).compactMap { offsets?[$0] }
        size = PixelSize(width: long(TIFFTAG_IMAGEWIDTH), height: long(TIFFTAG_IMAGELENGTH))
        guard size.width > 0, size.height > 0 else { return nil }
        var kind: UInt32 = 0
        isReduced =
            tiff_states_uint32(file, UInt32(TIFFTAG_SUBFILETYPE), &kind)
            && kind & UInt32(FILETYPE_REDUCEDIMAGE) != 0
        var orientation: UInt16 = 1
        _ = tiff_get_uint16(file, UInt32(TIFFTAG_ORIENTATION), &orientation)
        self.orientation = Int(orientation)
        pixels = TIFFPixels(current: file)
        var text: UnsafePointer<CChar>?
        let isDescribed = tiff_get_string(file, UInt32(TIFFTAG_IMAGEDESCRIPTION), &text)
        description = isDescribed ? text.map { String(cString: $0) } : nil
        resolution = MicronsPerPixel(current: file)
        if TIFFIsTiled(file) != 0 {
            let tileSize = PixelSize(
                width: long(TIFFTAG_TILEWIDTH), height: long(TIFFTAG_TILELENGTH))
            guard let tiles = TIFFTiles(current: file, picture: size, tileSize: tileSize) else {
                return nil
            }
            self.tiles = tiles
        } else {
            tiles = nil
        }
    }
}

extension MicronsPerPixel {
    /// What the current directory of an open file says: pixels per centimetre or inch, and inches where
    /// it names no unit.
    fileprivate init?(current file: OpaquePointer) {
        var (x, y): (Float, Float) = (0, 0)
        var unit: UInt16 = 0
        guard tiff_get_float(file, UInt32(TIFFTAG_XRESOLUTION), &x),
            tiff_get_float(file, UInt32(TIFFTAG_YRESOLUTION), &y),
            tiff_get_uint16(file, UInt32(TIFFTAG_RESOLUTIONUNIT), &unit), x > 0, y > 0
        else { return nil }
        switch Int32(unit) {
        case RESUNIT_CENTIMETER: self.init(x: 10_000 / Double(x), y: 10_000 / Double(y))
        case RESUNIT_INCH: self.init(x: 25_400 / Double(x), y: 25_400 / Double(y))
        default: return nil
        }
    }
}
