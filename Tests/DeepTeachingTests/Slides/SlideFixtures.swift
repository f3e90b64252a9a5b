import CTIFFShim
import DeepTeaching
import Foundation
import XCTest

/// Files that the tests of slides read: small odd ones beside the package, and TIFFs written here.
enum SlideFixtures {
    /// A file of the shared slides; the test is skipped where they are absent.
    static func shared(_ name: String) throws -> URL {
        let url = House.root.deletingLastPathComponent().appending(path: "shared/slides/\(name)")
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw XCTSkip("\(name) is not beside the package")
        }
        return url
    }

    /// A folder of its own, removed when the test ends.
    static func folder(for test: XCTestCase) throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        test.addTeardownBlock { try? FileManager.default.removeItem(at: url) }
        return url
    }

    /// A picture in which all pixels differ from their neighbours, and rows from columns.
    static func picture(_ width: Int, _ height: Int) -> Image {
        var image = Image(size: PixelSize(width: width, height: height))
        for y in 0..<height {
            for x in 0..<width {
                image[x: x, y: y] = RGB(
                    UInt8(x * 7 & 255), UInt8(y * 5 & 255), UInt8((x + 3 * y) * 11 & 255))
            }
        }
        return image
    }
}

/// A tiled TIFF that a test writes pixel by pixel.
struct TestTIFF {
    var levels: [Image]
    var tileSide = 16
    var compression = COMPRESSION_ADOBE_DEFLATE
    /// Pixels per unit, and the unit.
    var resolution: (x: Double, y: Double, unit: Int32)?
    /// Tiles of level 0 that stay without bytes.
    var missingTiles: Set<Int> = []
    /// How the picture says that it is turned, by its TIFF number.
    var orientation: Int32 = 1

    /// What the first directory says of itself.
    var description: String?
    /// Whether the coarser levels lie below the first directory, in SubIFDs.
    var isNested = false
    /// Whether each channel has tiles of its own.
    var isSeparate = false

    /// How libtiff opens the file: "wb" writes numbers with their highest byte first.
    var mode = "w"

    /// Writes the file.
    func write(to url: URL) throws {
        tiff_capture_errors()
        let file = try XCTUnwrap(TIFFOpen(url.path, mode))
        defer { TIFFClose(file) }
        for (index, image) in levels.enumerated() {
            if index == 0, isNested {
                XCTAssertTrue(tiff_reserve_sub_directories(file, UInt16(levels.count - 1)))
            }
            if index == 0, let description {
                XCTAssertTrue(
                    tiff_set_string(file, UInt32(TIFFTAG_IMAGEDESCRIPTION), description))
            }
            writeTags(of: image, isReduced: index > 0, to: file)
            writeTiles(of: image, level: index, to: file)
            XCTAssertEqual(TIFFWriteDirectory(file), 1)
        }
    }

    private func writeTags(of image: Image, isReduced: Bool, to file: OpaquePointer) {
        func set(_ tag: Int32, _ value: Int) {
            XCTAssertTrue(tiff_set_uint32(file, UInt32(tag), UInt32(value)))
        }
        func setShort(_ tag: Int32, _ value: Int32) {
            XCTAssertTrue(tiff_set_uint16(file, UInt32(tag), UInt16(value)))
        }
        set(TIFFTAG_SUBFILETYPE, isReduced ? Int(FILETYPE_REDUCEDIMAGE) : 0)
        set(TIFFTAG_IMAGEWIDTH, image.size.width)
        set(TIFFTAG_IMAGELENGTH, image.size.height)
        set(TIFFTAG_TILEWIDTH, tileSide)
        set(TIFFTAG_TILELENGTH, tileSide)
        setShort(TIFFTAG_BITSPERSAMPLE, 8)
        setShort(TIFFTAG_SAMPLESPERPIXEL, 3)
        setShort(
            TIFFTAG_PLANARCONFIG, isSeparate ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG)
        setShort(TIFFTAG_COMPRESSION, compression)
        if orientation != 1 { setShort(TIFFTAG_ORIENTATION, orientation) }
        let isJPEG = compression == COMPRESSION_JPEG
        setShort(TIFFTAG_PHOTOMETRIC, isJPEG ? PHOTOMETRIC_YCBCR : PHOTOMETRIC_RGB)
        if isJPEG {
            XCTAssertTrue(
                tiff_set_int(file, UInt32(TIFFTAG_JPEGCOLORMODE), JPEGCOLORMODE_RGB))
        }
        if let resolution {
            setShort(TIFFTAG_RESOLUTIONUNIT, resolution.unit)
            XCTAssertTrue(tiff_set_double(file, UInt32(TIFFTAG_XRESOLUTION), resolution.x))
            XCTAssertTrue(tiff_set_double(file, UInt32(TIFFTAG_YRESOLUTION), resolution.y))
        }
    }

    private func writeTiles(of image: Image, level: Int, to file: OpaquePointer) {
        let columns = (image.size.width - 1) / tileSide + 1
        let rows = (image.size.height - 1) / tileSide + 1
        for index in 0..<columns * rows where level > 0 || !missingTiles.contains(index) {
            var tile = [UInt8](repeating: 0, count: 3 * tileSide * tileSide)
            for y in 0..<min(tileSide, image.size.height - index / columns * tileSide) {
                for x in 0..<min(tileSide, image.size.width - index % columns * tileSide) {
                    let color = image[
                        x: index % columns * tileSide + x, y: index / columns * tileSide + y]
                    let place = 3 * (y * tileSide + x)
                    tile.replaceSubrange(
                        place..<place + 3, with: [color.red, color.green, color.blue])
                }
            }
            for plane in 0..<(isSeparate ? 3 : 1) {
                var bytes =
                    isSeparate ? stride(from: plane, to: tile.count, by: 3).map { tile[$0] } : tile
                let count = tmsize_t(bytes.count)
                XCTAssertEqual(
                    TIFFWriteEncodedTile(
                        file, UInt32(plane * columns * rows + index), &bytes, count), count)
            }
        }
    }
}
