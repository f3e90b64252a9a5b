import CTIFFShim
import DeepTeaching
import XCTest

/// Pictures that are stored mirrored or turned, and say so.
final class TurnedSlideTests: XCTestCase {
    func testAMirroredSlideIsReadAsItIsStoredOnEachLevel() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        let pictures = [SlideFixtures.picture(64, 48), SlideFixtures.picture(32, 24)]
        for orientation in 1...8 as ClosedRange<UInt32> {
            // The coarse level is smaller than its tile.
            var pages = [
                RawTIFF.Page(pictures[0]), RawTIFF.Page(pictures[1], tileSide: 64).reduced,
            ]
            for index in pages.indices { pages[index].numbers[274] = [orientation] }
            try RawTIFF(pages: pages).write(to: url)
            let slide = try SlideFile(url)
            for (level, picture) in pictures.enumerated() {
                XCTAssertEqual(
                    try slide.read(
                        origin: BaselinePoint(x: 0, y: 0), size: picture.size, level: level),
                    picture, "orientation \(orientation), level \(level)")
            }
            XCTAssertEqual(
                slide.warnings.contains(.orientation(Int(orientation))), orientation != 1)
        }
    }

    func testCompressedPicturesAreReadAsTheyAreStoredToo() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        for compression in [COMPRESSION_JPEG, COMPRESSION_ADOBE_DEFLATE, COMPRESSION_LZW] {
            let tiff = TestTIFF(
                levels: [SlideFixtures.picture(64, 64)], tileSide: 32, compression: compression)
            try tiff.write(to: url)
            let upright = try whole(SlideFile(url))
            var mirrored = tiff
            mirrored.orientation = 4
            mirrored.missingTiles = [3]
            try mirrored.write(to: url)
            let slide = try SlideFile(url)
            XCTAssertEqual(slide.warnings.last, .orientation(4))
            var expected = upright
            expected.paste(Image(size: PixelSize(side: 32)), x: 32, y: 32)
            XCTAssertEqual(try whole(slide), expected, "compression \(compression)")
            XCTAssertEqual(
                try slide.read(
                    origin: BaselinePoint(x: 0, y: 0), size: PixelSize(side: 30), level: 0),
                upright.cropped(to: PixelRectangle(x: 0, y: 0, width: 30, height: 30)))
        }
    }

    func testMirroredGrayIsRefused() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        var page = RawTIFF.Page(SlideFixtures.picture(32, 16))
        page.numbers[258] = [8]
        page.numbers[262] = [1]
        page.numbers[277] = [1]
        page.numbers[274] = [3]
        page.tiles = page.tiles.map { Array($0.prefix(256)) }
        try RawTIFF(pages: [page]).write(to: url)
        XCTAssertThrowsError(try SlideFile(url)) {
            XCTAssertEqual($0 as? SlideError, .refused(path: url.path, .orientation(3)))
            XCTAssertTrue("\($0)".contains("orientation 3"))
        }
    }

    private func whole(_ slide: SlideFile) throws -> Image {
        try slide.read(origin: BaselinePoint(x: 0, y: 0), size: slide.levels[0].size, level: 0)
    }
}
