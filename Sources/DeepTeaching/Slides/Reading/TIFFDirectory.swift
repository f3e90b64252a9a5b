import CTIFFShim

/// What one directory of a TIFF file says about its picture.
struct TIFFDirectory: Sendable {
    /// Which directory of the file it is, from 0.
    let index: Int

    /// Width and height of the picture.
    let size: PixelSize

    /// Width and height of a tile.
    let tileSize: PixelSize

    /// Whether each tile of this number, row by row, has no bytes in the file.
    let isMissing: [Bool]

    /// Whether any tile has no bytes.
    let hasMissingTiles: Bool

    /// Whether the pixels are 8-bit red, green, blue, interleaved, in a compression that libtiff
    /// decodes to just that.
    let isPlainRGB: Bool

    /// Whether the pixels are three 8-bit channels in JPEG, which OpenSlide decodes by itself.
    let isJPEG: Bool

    /// Whether the compression is Aperio's JPEG 2000.
    let isAperioJPEG2000: Bool

    /// The number of tiles side by side.
    var columns: Int { (size.width - 1) / tileSize.width + 1 }

    /// The tiles, row by row, that hold pixels of a rectangle of this picture.
    func tiles(left: Int, top: Int, size region: PixelSize) -> [Int] {
        let right = min(size.width, left + region.width)
        let bottom = min(size.height, top + region.height)
        let left = max(0, left)
        let top = max(0, top)
        guard left < right, top < bottom else { return [] }
        return (top / tileSize.height...(bottom - 1) / tileSize.height).flatMap { row in
            (left / tileSize.width...(right - 1) / tileSize.width).map { row * columns + $0 }
        }
    }
}

extension TIFFDirectory {
    /// The current directory of an open file, or nil if it has no tiles or is damaged.
    init?(current file: OpaquePointer, index: Int) {
        func short(_ tag: Int32) -> Int {
            var value: UInt16 = 0
            return tiff_get_uint16(file, UInt32(tag), &value) ? Int(value) : 0
        }
        func long(_ tag: Int32) -> Int {
            var value: UInt32 = 0
            return tiff_get_uint32(file, UInt32(tag), &value) ? Int(value) : 0
        }
        guard TIFFIsTiled(file) != 0 else { return nil }
        self.index = index
        size = PixelSize(width: long(TIFFTAG_IMAGEWIDTH), height: long(TIFFTAG_IMAGELENGTH))
        tileSize = PixelSize(width: long(TIFFTAG_TILEWIDTH), height: long(TIFFTAG_TILELENGTH))
        guard size.width > 0, size.height > 0, tileSize.width > 0, tileSize.height > 0 else {
            return nil
        }
        let tiles = ((size.width - 1) / tileSize.width + 1)
            .multipliedReportingOverflow(by: (size.height - 1) / tileSize.height + 1)
        guard !tiles.overflow, tiles.partialValue <= Int(TIFFNumberOfTiles(file)) else {
            return nil
        }
        isMissing = (0..<UInt32(tiles.partialValue)).map {
            TIFFGetStrileByteCount(file, $0) == 0 || TIFFGetStrileOffset(file, $0) == 0
        }
        hasMissingTiles = isMissing.contains(true)
        let compression = short(TIFFTAG_COMPRESSION)
        let photometric = short(TIFFTAG_PHOTOMETRIC)
        let isInterleaved = short(TIFFTAG_PLANARCONFIG) == Int(PLANARCONFIG_CONTIG)
        let hasThreeBytes = short(TIFFTAG_BITSPERSAMPLE) == 8 && short(TIFFTAG_SAMPLESPERPIXEL) == 3
        isJPEG = compression == Int(COMPRESSION_JPEG) && hasThreeBytes && isInterleaved
        isAperioJPEG2000 = compression == 33003 || compression == 33005
        isPlainRGB =
            hasThreeBytes && isInterleaved && TIFFIsCODECConfigured(UInt16(compression)) != 0
            && (photometric == Int(PHOTOMETRIC_RGB)
                || photometric == Int(PHOTOMETRIC_YCBCR) && isJPEG)
    }
}
