import DeepTeaching
import XCTest

/// Files of a few bytes that declare much: they cost no more than a second.
final class HostileSlideTests: XCTestCase {
    /// The seconds that the process computes: other programs must not make the test fail.
    private func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = clock()
        try body()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }

    /// A page without any bytes in its tiles.
    private func hollow(_ width: UInt32, _ height: UInt32, tile: UInt32) -> RawTIFF.Page {
        var page = RawTIFF.Page(SlideFixtures.picture(16, 16)).missing(0)
        page.numbers[256] = [width]
        page.numbers[257] = [height]
        page.numbers[322] = [tile]
        page.numbers[323] = [tile]
        page.numbers[324] = [0]
        page.numbers[325] = [0]
        return page
    }

    private func write(_ pages: [RawTIFF.Page]) throws -> URL {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        try RawTIFF(pages: pages).write(to: url)
        return url
    }

    func testHugeNumbersOfMissingTilesAreCountedInUnderASecond() throws {
        for (side, tile, count) in [
            (100_000, 8192, 169), (100_000, 512, 38_416), (8_000_000, 8192, 954_529),
        ] as [(UInt32, UInt32, Int)] {
            let url = try write([hollow(side, side, tile: tile)])
            var images: [Image] = []
            // The reading alone: comparing millions of pixels would cost more than it.
            let spent = try seconds {
                let slide = try SlideFile(url)
                XCTAssertEqual(slide.missingTileCounts, [count])
                images.append(try slide.thumbnail(maximumSide: 720).pixels)
                images.append(try slide.overview(downsample: 4096).pixels)
                XCTAssertEqual(slide.statistics.missingTiles, count)
                images.append(
                    try slide.read(
                        origin: BaselinePoint(x: 0, y: 0), size: PixelSize(side: 512), level: 0))
            }
            for image in images { XCTAssertEqual(image, Image(size: image.size)) }
            XCTAssertEqual(images[0].size, PixelSize(side: 720))
            XCTAssertEqual(images[2].size, PixelSize(side: 512))
            XCTAssertLessThan(spent, 1, "\(side) pixels, tiles of \(tile)")
        }
    }

    func testTheTissueOfASlideWithoutBytesIsEmpty() throws {
        let slide = try SlideFile(write([hollow(30_000, 30_000, tile: 8192)]))
        XCTAssertEqual(try TissueMask(of: slide).fraction, 0)
        XCTAssertEqual(slide.statistics.missingTiles, 16)
        XCTAssertEqual(slide.statistics.pixelsRead, 0)
    }

    func testOneTileAmongMissingOnesIsStillShown() throws {
        var page = hollow(100_000, 100_000, tile: 512)
        let tile = Image(size: PixelSize(side: 512), color: RGB(10, 200, 30)).pixels
        page.tiles = [tile]
        // Tile 0 and the last one.
        page.numbers[324] = [8] + [UInt32](repeating: 0, count: 38_414) + [8]
        page.numbers[325] =
            [UInt32(tile.count)] + [UInt32](repeating: 0, count: 38_414) + [UInt32(tile.count)]
        let url = try write([page])
        let spent = try seconds {
            let slide = try SlideFile(url)
            let overview = try slide.overview(downsample: 32)
            XCTAssertEqual(overview.pixels[x: 3, y: 3], RGB(10, 200, 30))
            XCTAssertEqual(overview.pixels[x: 15, y: 15], RGB(10, 200, 30))
            XCTAssertEqual(overview.pixels[x: 16, y: 15], .white)
            XCTAssertEqual(overview.pixels[x: 3123, y: 3123], RGB(10, 200, 30))
            XCTAssertEqual(slide.statistics.missingTiles, 38_414)
        }
        XCTAssertLessThan(spent, 2)
    }

    func testMillionsOfTilesInManyDirectoriesAreRefused() throws {
        let large = hollow(15_000, 15_000, tile: 16)
        let url = try write([large] + [RawTIFF.Page](repeating: large.reduced, count: 20))
        let spent = try seconds {
            XCTAssertThrowsError(try SlideFile(url)) {
                XCTAssertEqual(
                    $0 as? SlideError,
                    .refused(path: url.path, .tooManyTiles(limit: 8_000_000)))
            }
        }
        XCTAssertLessThan(spent, 2)
    }

    func testMissingTilesOfAnAperioPyramidAreNotFilledFromFinerLevelsForSeconds() throws {
        // OpenSlide 3 would paint each tile of 8192 x 8192 from four finer ones.
        var pages = [hollow(200_000, 200_000, tile: 8192), hollow(100_000, 100_000, tile: 8192)]
        for index in pages.indices { pages[index].texts[270] = "Aperio Image Library |MPP = 1" }
        let slide = try SlideFile(write(pages))
        XCTAssertEqual(slide.vendor, "aperio")
        let spent = try seconds {
            for level in 0...1 {
                let region = try slide.read(
                    origin: BaselinePoint(x: 90_001, y: 70_000), size: PixelSize(side: 64),
                    level: level)
                XCTAssertEqual(region, Image(size: PixelSize(side: 64)))
            }
            XCTAssertEqual(
                try slide.thumbnail(maximumSide: 100).pixels,
                Image(size: PixelSize(side: 100)))
        }
        XCTAssertLessThan(spent, 2)
    }

    func testAHostileTileBehindTheFirstLevelIsRefused() throws {
        let url = try write([
            RawTIFF.Page(SlideFixtures.picture(64, 64)),
            hollow(1_048_576, 1_048_576, tile: 1_048_576).reduced,
        ])
        XCTAssertThrowsError(try SlideFile(url)) {
            XCTAssertEqual(
                $0 as? SlideError,
                .tileTooLarge(path: url.path, level: 1, tile: PixelSize(side: 1_048_576)))
        }
    }

    func testAHostileTileOfAperiosJPEG2000IsRefusedBeforeItIsDecoded() throws {
        // OpenSlide 3 decodes a first tile while it opens such a file.
        var page = hollow(1_048_576, 1_048_576, tile: 1_048_576)
        page.numbers[259] = [33_003]
        page.numbers[324] = [8]
        page.numbers[325] = [10]
        page.tiles = [[UInt8](repeating: 0, count: 10)]
        page.texts[270] = "Aperio Image Library|AppMag = 20"
        let url = try write([page])
        XCTAssertThrowsError(try SlideFile(url)) {
            guard case .tileTooLarge(url.path, 0, _)? = $0 as? SlideError else {
                return XCTFail("\($0)")
            }
        }
    }
}
