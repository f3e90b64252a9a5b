import DeepTeaching
import XCTest

/// Real and odd files beside the package. Reference values: Tests/Reference/slides.py.
final class SlideFileTests: XCTestCase {
    private let corner = BaselinePoint(x: 0, y: 0)

    func testRealSlide() throws {
        let slide = try SlideFile(SlideFixtures.shared("CMU-1-Small-Region.svs"))
        XCTAssertEqual(slide.name, "CMU-1-Small-Region.svs")
        XCTAssertEqual(slide.vendor, "aperio")
        XCTAssertEqual(
            slide.levels, [SlideLevel(size: PixelSize(width: 2220, height: 2967), downsample: 1)])
        XCTAssertEqual(slide.micronsPerPixel, MicronsPerPixel(0.499))
        XCTAssertEqual(slide.property("aperio.AppMag"), "20")
        let patch = try slide.read(
            origin: BaselinePoint(x: 1000, y: 1500), size: PixelSize(side: 256), level: 0)
        // Builds of libjpeg may differ by one step in a pixel.
        assertMeans(of: patch, [126.293, 85.966, 125.771], accuracy: 0.05)
        XCTAssertEqual(
            slide.statistics.description, "65536 pixels read in 1 region, 0 missing tiles")
        XCTAssertEqual(slide.omittedLevelCount, 0)
    }

    func testOutsideTheSlideIsWhite() throws {
        let slide = try SlideFile(SlideFixtures.shared("CMU-1-Small-Region.svs"))
        let white = Image(size: PixelSize(width: 7, height: 5))
        for (x, y) in [(-7.0, 0.0), (0, -5), (2220, 0), (0, 2967), (1e15, 1e15), (-1e15, 0)] {
            XCTAssertEqual(
                try slide.read(origin: BaselinePoint(x: x, y: y), size: white.size, level: 0),
                white, "at (\(x), \(y))")
        }
        let edge = try slide.read(
            origin: BaselinePoint(x: 2218, y: 100), size: PixelSize(width: 4, height: 1), level: 0)
        let inside = try slide.read(
            origin: BaselinePoint(x: 2218, y: 100), size: PixelSize(width: 2, height: 1), level: 0)
        XCTAssertEqual(edge.pixels, inside.pixels + [UInt8](repeating: 255, count: 6))
    }

    func testSlideSmallerThanItsTile() throws {
        let slide = try SlideFile(SlideFixtures.shared("small.svs"))
        XCTAssertEqual(slide.levels.map(\.size), [PixelSize(side: 16)])
        XCTAssertEqual(slide.micronsPerPixel, MicronsPerPixel(0.499))
        let image = try slide.read(origin: corner, size: PixelSize(side: 16), level: 0)
        assertMeans(of: image, [238.152, 233.945, 236.816], accuracy: 1)
    }

    func testLevelsSmallerThanTheirTile() throws {
        try assertHashes(
            of: "boxes.tiff",
            [
                0xe7a5_beab_a91f_e227, 0xcf97_1e6b_e755_2bca, 0xf1ee_b143_1c4c_6dbb,
                0x0e64_465a_3080_06c0,
            ])
        XCTAssertNil(
            try SlideFile(SlideFixtures.shared("boxes.tiff")).micronsPerPixel, "a camera's 72 dpi")
        try assertHashes(
            of: "trap_deflate_tile512.tif",
            [0x328d_c84b_16de_2228, 0x832c_9015_5125_6f46, 0xd73b_7437_3072_5b7d])
    }

    func testEachReadOfAnUnreadableSlideIsRefused() throws {
        let url = try SlideFixtures.shared("unreadable.svs")
        let slide = try SlideFile(url)
        for _ in 0..<2 {
            XCTAssertThrowsError(
                try slide.read(origin: corner, size: PixelSize(side: 16), level: 0)
            ) { error in
                guard
                    case .unreadableRegion(url.path, _, PixelSize(side: 16), 0, let reason)? =
                        error as? SlideError
                else { return XCTFail("\(error)") }
                XCTAssertFalse(reason.isEmpty)
                XCTAssertTrue("\(error)".contains("leave this one out"), "\(error)")
            }
        }
        XCTAssertEqual(slide.statistics, SlideStatistics())
    }

    func testUnopenableFileIsRefused() throws {
        let url = try SlideFixtures.shared("unopenable.tiff")
        XCTAssertThrowsError(try SlideFile(url)) {
            XCTAssertEqual($0 as? SlideError, .refused(path: url.path, .compression(52_479)))
        }
    }

    func testHostileTileIsRefused() throws {
        let url = try SlideFixtures.shared("bomb_tile1M.tif")
        XCTAssertThrowsError(try SlideFile(url)) {
            XCTAssertEqual(
                $0 as? SlideError,
                .tileTooLarge(path: url.path, level: 0, tile: PixelSize(side: 1_048_576)))
        }
    }

    func testMissingTileIsWhiteAndCounted() throws {
        let slide = try SlideFile(SlideFixtures.shared("tile_missing.tif"))
        XCTAssertEqual(slide.missingTileCounts, [1])
        XCTAssertEqual(slide.statistics.missingTiles, 0)
        for _ in 0..<2 {
            let image = try slide.read(origin: corner, size: PixelSize(side: 256), level: 0)
            XCTAssertEqual(image, Image(size: PixelSize(side: 256)))
        }
        XCTAssertEqual(slide.statistics.missingTiles, 1, "a tile met twice counts once")
        XCTAssertEqual(slide.statistics.pixelsRead, 2 * 256 * 256)
    }

    func testTruncatedFileIsRefused() throws {
        let whole = try Data(contentsOf: SlideFixtures.shared("CMU-1-Small-Region.svs"))
        let folder = try SlideFixtures.folder(for: self)
        for share in [0.0, 0.001, 0.3, 0.99] {
            let url = folder.appending(path: "cut.svs")
            try whole.prefix(Int(share * Double(whole.count))).write(to: url)
            XCTAssertThrowsError(try SlideFile(url), "\(share) of the file") {
                XCTAssertTrue("\($0)".contains(url.path), "\($0)")
                XCTAssertTrue($0 is SlideError)
            }
        }
    }

    private func assertMeans(
        of image: Image, _ expected: [Double], accuracy: Double, line: UInt = #line
    ) {
        for channel in 0..<3 {
            let sum = stride(from: channel, to: image.pixels.count, by: 3)
                .reduce(0) { $0 + Int(image.pixels[$1]) }
            XCTAssertEqual(
                Double(sum) / Double(image.size.area), expected[channel], accuracy: accuracy,
                "channel \(channel)", line: line)
        }
    }

    private func assertHashes(of name: String, _ expected: [UInt64], line: UInt = #line) throws {
        let slide = try SlideFile(SlideFixtures.shared(name))
        XCTAssertEqual(slide.levels.count, expected.count, line: line)
        for (index, level) in slide.levels.enumerated() {
            let image = try slide.read(origin: corner, size: level.size, level: index)
            let hash = image.pixels.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01b3
            }
            XCTAssertEqual(hash, expected[index], "\(name), level \(index)", line: line)
        }
    }
}
