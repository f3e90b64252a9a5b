import Foundation
import XCTest

@testable import DeepTeaching

/// Files in the manner of Philips, whose empty tiles have no bytes.
final class PhilipsFormatTests: XCTestCase {
    // Odd sizes, so that the last row and column have no parent.
    private let size = PixelSize(width: 2051, height: 1377)

    /// Whether a rectangle lies wholly in the part that was not scanned.
    private static func isGlass(_ origin: BaselinePoint, _ size: PixelSize) -> Bool {
        origin.x >= 1024 && origin.y + Double(size.height) <= 768
    }

    private func write(quality: Int = 88) throws -> URL {
        let url = try SlideFixtures.folder(for: self).appending(path: "philips.tiff")
        let writer = PyramidWriter(
            size: size, micronsPerPixel: MicronsPerPixel(x: 0.5, y: 0.25), format: .philips,
            quality: quality)
        try writer.write(to: url) { origin, size in
            Self.isGlass(origin, size) ? nil : PyramidPictures.gradient(origin, size)
        }
        return url
    }

    func testOpenSlideKnowsTheFormatItsResolutionAndItsLevels() throws {
        let url = try write()
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.vendor, "philips")
        XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).x, 0.5, accuracy: 1e-9)
        XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).y, 0.25, accuracy: 1e-9)
        XCTAssertEqual(
            slide.levels.map(\.size),
            [size, PixelSize(width: 1025, height: 688), PixelSize(width: 512, height: 344)])
        XCTAssertEqual(slide.levels.map(\.downsample), [1, 2, 4])
        XCTAssertEqual(slide.omittedLevelCount, 0)
        XCTAssertEqual(slide.property("philips.PIM_DP_IMAGE_TYPE"), "WSI")
    }

    func testTilesOfGlassHaveNoBytesAndAreWhite() throws {
        let slide = try SlideFile(try write())
        // Columns 4 to 8 of rows 0 to 2; on level 1 columns 2 to 4 of row 0, since row 1 is half
        // full; on level 2 all tiles hold something.
        XCTAssertEqual(slide.missingTileCounts, [15, 3, 0])
        let picture = try slide.read(
            origin: BaselinePoint(x: 1024, y: 0), size: PixelSize(width: 1027, height: 768),
            level: 0)
        XCTAssertTrue(picture == Image(size: picture.size, color: .white))
    }

    func testThePictureIsWhatWasPainted() throws {
        let slide = try SlideFile(try write())
        let pyramid = TilePyramid<Image>(
            layout: PyramidLayout(size: size, tileSide: 256)
        ) { origin, size in
            Self.isGlass(origin, size) ? nil : PyramidPictures.gradient(origin, size)
        }
        for level in slide.levels.indices {
            let counts = pyramid.layout.tileCounts(ofLevel: level)
            for index in 0..<counts.area {
                let address = TileAddress(
                    level: level, column: index % counts.width, row: index / counts.width)
                let tileSize = try XCTUnwrap(pyramid.layout.tileSize(at: address))
                let painted = try pyramid.tile(at: address) ?? Image(size: tileSize)
                let read = try slide.read(
                    origin: BaselinePoint(
                        x: Double(address.column * 256 << level),
                        y: Double(address.row * 256 << level)),
                    size: tileSize, level: level)
                // A tile's edge to white glass smears; all else is smooth.
                let limit = level > 0 && Self.meetsGlass(address) ? 60 : 6
                XCTAssertLessThanOrEqual(
                    PyramidPictures.worstDifference(painted, read), limit, "\(address)")
            }
        }
    }

    /// Whether a tile of a coarse level is partly white.
    private static func meetsGlass(_ address: TileAddress) -> Bool {
        address.column << address.level >= 2 && address.row << address.level <= 2
    }

    func testQualityIsThatOfTheWriter() throws {
        let poor = try Data(contentsOf: write(quality: 30)).count
        let good = try Data(contentsOf: write(quality: 95)).count
        XCTAssertLessThan(poor * 3 / 2, good)
    }

    func testASlideOfGlassAloneOpens() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "glass.tiff")
        let writer = PyramidWriter(
            size: PixelSize(width: 1024, height: 800), micronsPerPixel: MicronsPerPixel(1),
            format: .philips)
        try writer.write(to: url) { _, _ in nil }
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.missingTileCounts, [16, 4])
        let all = try slide.read(
            origin: BaselinePoint(x: 0, y: 0), size: PixelSize(width: 512, height: 400), level: 1)
        XCTAssertTrue(all == Image(size: all.size, color: .white))
    }

    func testAPlainFileHasAllTilesAlsoWhereNothingWasScanned() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "plain.tif")
        let writer = PyramidWriter(size: size, micronsPerPixel: MicronsPerPixel(1))
        try writer.write(to: url) { origin, size in
            Self.isGlass(origin, size) ? nil : PyramidPictures.gradient(origin, size)
        }
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.vendor, "generic-tiff")
        XCTAssertEqual(slide.missingTileCounts, [0, 0, 0])
        let glass = try slide.read(
            origin: BaselinePoint(x: 1300, y: 100), size: PixelSize(side: 300), level: 0)
        XCTAssertTrue(glass == Image(size: glass.size, color: .white))
    }
}
